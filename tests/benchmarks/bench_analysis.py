"""Everything found in a document: the edition, a million characters, what could break it, and from the cache.

Unless told otherwise the figures are this process's own time (CPU), the median of five for the
edition. Words are cut before. To compare: jieba's tagger over the same text, which finds names alone.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import median, print_table

# isort: split
from generated import LENGTH, generated_paragraphs
from small_documents import document_of

from content import open_document
from content.analysis.checks import check_figures
from content.analysis.entities import find_entities
from content.analysis.figures import find_figures
from content.analysis.findings import analyse
from content.analysis.key_phrases import themes_of
from content.analysis.quotes import find_quotes
from content.analysis.warming import warm_up
from content.chinese.segmentation import shared_segmenter
from content.lexicon import bundled_lexicon
from content.library.analysing import Analysing

if TYPE_CHECKING:
    from collections.abc import Callable

    from content.document import Document

ROUNDS = 5
CHARACTERS = 1_000_000
HARD = 200_000
FIRST, READY = "--first", "--ready"
STEPS = ("names", "themes", "figures", "checks", "quotes", "all", "jieba.posseg")


def words_of(document: Document) -> dict[int, list[str]]:
    """Return the words of each passage by its number."""
    segmenter = shared_segmenter()
    return {passage.number: segmenter.cut(passage.text) for passage in document.passages}


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """Return the median of the processor time that some work takes."""
    taken = []
    for _ in range(rounds):
        begin = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - begin))
    return median(taken)


def tagged(document: Document, rounds: int) -> float:
    """Return what jieba's tagger takes, in milliseconds, its dictionary loaded before."""
    from jieba import posseg

    posseg.lcut("都要先载入词典。")
    return milliseconds(lambda: [posseg.lcut(passage.text) for passage in document.passages], rounds)


def steps(document: Document, rounds: int) -> list[float]:
    """Return what each of `STEPS` but the last takes, in milliseconds."""
    lexicon, words = bundled_lexicon(), words_of(document)
    names, figures = find_entities(document, lexicon, words), find_figures(document)
    taken = [
        milliseconds(work, rounds)
        for work in (
            lambda: find_entities(document, lexicon, words),
            lambda: themes_of(document, lexicon),
            lambda: find_figures(document),
            lambda: check_figures(document, figures),
            lambda: find_quotes(document, names),
        )
    ]
    return [*taken, sum(taken)]


def in_the_helper(document: Document, folder: Path) -> tuple[float, float]:
    """Return the seconds until the other process has found all, words cut too, and from the cache then."""
    analysing = Analysing(folder / "cache", folder / "config")
    begin = time.perf_counter()
    analysing.find(document)
    found = time.perf_counter() - begin
    cached = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        analysing.known(document)
        cached.append(time.perf_counter() - begin)
    analysing.close()
    return found, median(cached)


def without_marks(edition: Document, length: int) -> str:
    """Return so many of the edition's Chinese characters drawn at random."""
    characters = [each for each in edition.text if "\u4e00" <= each <= "\u9fff"]
    return "".join(random.Random(2018).choices(characters, k=length))


def hard_texts(edition: Document) -> dict[str, str]:
    """Return texts that nobody writes, of `HARD` characters but the last."""
    drawn = without_marks(edition, HARD)
    return {
        "characters without marks": drawn,
        "lines of a sentence": "\n".join(f"{10_000 + day}天后沈国梁说他很忙。" for day in range(HARD // 16)),
        "的": "的" * HARD,
        "张": "张" * HARD,
        "也": "也" * HARD,
        "公司": "公司" * (HARD // 2),
        "names": "马化腾、" * (HARD // 4),
        "100,000 behind an open 「": f"他说：「{drawn[:100_000]}",
    }


def read(text: str, folder: Path) -> Document:
    """Return the document that a file of a text is read as."""
    path = folder / "hard.txt"
    path.write_text(text, encoding="utf-8")
    return open_document(path)


def first_time(option: str) -> float:
    """Return the milliseconds of the edition in a process that has analysed nothing before, or is ready."""
    command = [sys.executable, __file__, option]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(ROUNDS)]
    return median(float(run.stdout) for run in runs)


def main() -> None:
    """Print what each text takes."""
    edition = open_document()
    if FIRST in sys.argv or READY in sys.argv:
        words, lexicon = words_of(edition), bundled_lexicon()
        if READY in sys.argv:
            warm_up(lexicon)
        print(milliseconds(lambda: analyse(edition, lexicon, words), 1))
        return
    passages = [passage.text for passage in edition.passages]
    again = document_of(*passages * (CHARACTERS // len(edition.text)), date=edition.date)
    drawn = document_of(*generated_paragraphs(CHARACTERS // LENGTH), date=edition.date)
    figures = document_of("占 5% 其中 3 家 " * 8_000, date=edition.date)
    digits = document_of("一" * 100_000, date=edition.date)
    texts = (
        ("the edition", edition, ROUNDS, True),
        ("1,000,000 characters of it", again, 1, False),
        ("1,000,000 of drawn words", drawn, 1, False),
        ("a sentence of 16,000 figures", figures, 1, False),
        ("100,000 digits 一", digits, 1, False),
    )
    rows = [
        (name, *steps(document, rounds), tagged(document, ROUNDS) if compared else "")
        for name, document, rounds, compared in texts
    ]
    print_table("Milliseconds of processor time", ("text", *STEPS), rows)
    with tempfile.TemporaryDirectory() as folder:
        rows = [(name, *steps(read(text, Path(folder)), 1)) for name, text in hard_texts(edition).items()]
    print_table(f"{HARD:,} characters that nobody writes, at most 4,000", ("text", *STEPS[:-1]), rows)
    with tempfile.TemporaryDirectory() as folder:
        of_edition, of_again, of_drawn = (
            in_the_helper(each, Path(folder)) for each in (edition, again, drawn)
        )
    rows = [
        ("the edition for the first time in a process, ms of processor", first_time(FIRST), "< 150"),
        ("the edition in a process that is ready, ms of processor", first_time(READY), ""),
        ("1,000,000 characters of it in the helper process, s", of_again[0], "< 12"),
        ("1,000,000 of drawn words in the helper process, s", of_drawn[0], "< 12"),
        ("the edition from the cache, ms", 1000 * of_edition[1], "< 50"),
        ("1,000,000 characters of it from the cache, ms", 1000 * of_again[1], ""),
    ]
    print_table("What a reader waits for", ("", "measured", "aim"), rows)


if __name__ == "__main__":
    main()
