"""Search over a generated book: how long each kind of query takes, and whether it finds what was meant.

Each query is made of a string that stands in the book, spoiled in one way; every passage that holds the
string is right. Ratios are to `str.find` over the folded text and to rapidfuzz's `partial_ratio` over the
passages, for the same strings in the same run. MRR is the mean of one over the rank of the first right one.
"""

from __future__ import annotations

import argparse
import random
import time
import tracemalloc
from typing import TYPE_CHECKING

from measuring import median, percentile, print_table  # says where the rest lies

# isort: split
from generated import LENGTH, generated_paragraphs
from rapidfuzz import fuzz, process
from search_texts import document_of

from content.chinese.pinyin import readings
from content.chinese.segmentation import JiebaSegmenter
from content.chinese.variants import fold, to_traditional
from content.search import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Callable

    from content.document import Document


def spoiled(chance: random.Random) -> dict[str, tuple[int, Callable[[str], str]]]:
    """Return for each kind the length of the string and what is typed for it."""

    def at(text: str) -> int:
        return chance.randrange(1, len(text) - 1)

    def syllables(text: str) -> list[str]:
        return [readings(character)[0] for character in text]

    def wrong(text: str) -> str:
        place = at(text)
        return text[:place] + chance.choice("龘鑫淼焱垚") + text[place + 1 :]

    def swapped(text: str) -> str:
        place = at(text)
        return text[: place - 1] + text[place] + text[place - 1] + text[place + 1 :]

    def missing(text: str) -> str:
        place = at(text)
        return text[:place] + text[place + 1 :]

    return {
        "literal, 1 character": (1, str),
        "literal, 2": (2, str),
        "literal, 5": (5, str),
        "traditional": (5, to_traditional),
        "pinyin, 4": (4, lambda text: "".join(syllables(text))),
        "pinyin begun, 4": (4, lambda text: "".join(syllables(text))[:-1]),
        "half characters, half pinyin": (4, lambda text: text[:2] + "".join(syllables(text[2:]))),
        "initials, 4": (4, lambda text: "".join(each[0] for each in syllables(text))),
        "initials, 6": (6, lambda text: "".join(each[0] for each in syllables(text))),
        "two words": (6, lambda text: f"{text[:2]} {text[-2:]}"),
        "one wrong of 5": (5, wrong),
        "one missing of 5": (5, missing),
        "two swapped of 5": (5, swapped),
        "not there": (5, lambda _: "".join(chance.choices("龘鑫淼焱垚犇骉", k=4))),
    }


def known_strings(document: Document, length: int, count: int, chance: random.Random) -> list[str]:
    """Draw strings of Chinese characters alone from all over the book."""
    strings: list[str] = []
    while len(strings) < count:
        start = chance.randrange(len(document.text) - length)
        text = document.text[start : start + length]
        if all(readings(character) for character in text):
            strings.append(text)
    return strings


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--characters", type=int, default=1_000_000)
    options.add_argument("--queries", type=int, default=20)
    options.add_argument("--peer-queries", type=int, default=3)
    chosen = options.parse_args()
    document = document_of(list(generated_paragraphs(chosen.characters // LENGTH)))
    passages = [passage.text for passage in document.passages]
    tracemalloc.start()
    index = SearchIndex(document)
    first = milliseconds(lambda: index.find("云", literal_only=True))
    folded_megabytes = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    segmenter = JiebaSegmenter()
    words = milliseconds(lambda: index.set_words(segmenter.cut(text) for text in passages))
    first_sound = milliseconds(lambda: index.find("yun"))
    plain = fold(document.text)
    rows: list[tuple[object, ...]] = []
    chance = random.Random(1)
    for kind, (length, spoil) in spoiled(chance).items():
        times, finds, peers, ranks, weak = [], [], [], [], 0
        for number, text in enumerate(known_strings(document, length, chosen.queries, chance)):
            query = spoil(text)
            times.append(milliseconds(lambda query=query: index.find(query)))
            finds.append(milliseconds(lambda text=text: plain.find(text)))
            if number < chosen.peer_queries:
                peers.append(
                    milliseconds(
                        lambda query=query: process.extract(query, passages, scorer=fuzz.partial_ratio)
                    )
                )
            hits = index.search(query)
            right = (place for place, hit in enumerate(hits, 1) if text in passages[hit.passage - 1])
            ranks.append(1 / next(right, 10**9))
            weak += bool(hits) and hits[0].weak
        mean = sum(ranks) / len(ranks)
        typical = median(times)
        rows.append(
            (
                kind,
                typical,
                percentile(times, 0.99),
                typical / max(0.001, median(finds)),
                typical / median(peers),
                mean,
                weak / len(ranks),
            )
        )
    print_table(
        f"{len(document.text):,} characters in {len(passages):,} passages, {chosen.queries} queries a kind",
        ("kind", "ms p50", "ms p99", "x str.find", "x partial_ratio", "MRR", "first is weak"),
        rows,
    )
    print_table(
        "the index",
        ("what", "figure"),
        [
            ("first literal query, ms (folds the text)", first),
            ("kept after it, MB", folded_megabytes),
            ("cutting into words, ms", words),
            ("first query by sound, ms", first_sound),
        ],
    )


if __name__ == "__main__":
    main()
