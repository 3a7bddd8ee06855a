"""The key phrases of a text: what it repeats and others seldom say, holding together and standing free."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import log, log2, sqrt
from typing import TYPE_CHECKING

from content.analysis.entities.cut_text import cut_text
from content.analysis.entities.data import words_of
from content.analysis.key_phrases.repeated import (
    can_stand_alone,
    is_label,
    is_loose,
    is_piece,
    parts,
    repeated_runs,
)
from content.chinese.common import is_common_word, times_seen
from content.chinese.tags import tag_of
from content.chinese.variants import fold
from content.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from content.analysis.entities.cut_text import CutText
    from content.analysis.names import NameFinding
    from content.document import Document

_SEEN_IN = 60_000_000  # words: those behind `times_seen`
_SELDOM, _NEVER = 64, 8  # times that a common word, and one that is in no table, is taken to be seen
_COHESION = 0.12  # 1 for words that never stand apart, near 0 for those that seldom meet
_TIGHT = 0.4  # the same, where one of the words seldom belongs to another
_IN_TITLE = 1.5  # times the score
_WORDS_A_TIME = 40_000  # words: a text twice as long must repeat a phrase once more


@dataclass(frozen=True, slots=True)
class KeyPhrase:
    """A phrase as first written, and its form folded; `score` is above 0 and has no upper end.

    `count` leaves out where it stands in a longer key phrase; `spans` are all its places, in reading order.
    """

    text: str
    folded: str
    count: int
    score: float
    spans: tuple[Span, ...]
    passages: tuple[int, ...]


def find_key_phrases(
    document: Document,
    words: Mapping[int, Sequence[str]] | None = None,
    names: Iterable[NameFinding] = (),
    limit: int = 40,
    cut: CutText | None = None,
) -> tuple[KeyPhrase, ...]:
    """Return the key phrases of all passages but notices, the best first.

    `words` are the words of each passage by its number; without them the text is cut by the longest words of
    the dictionary. Persons among `names` are no key phrases, nor is anything that holds one, nor what looks
    like a person's name. `cut` is the text cut with these words, where that is at hand.

    The score is √count x log2(1 + passages) x rarity x length, after TF-IDF and the C-value (Frantzi et al.
    2000): rarity is how much more often the phrase stands here than in the language. One that stands in the
    title counts for half as much again.
    """
    if not document.passages:
        return ()
    cut = cut or cut_text(document, words)
    least = 2 + len(cut.tags) // _WORDS_A_TIME
    runs = repeated_runs(cut, least, _persons(cut, names))
    free = _free(cut, {run: places for run, places in runs.items() if _holds_together(cut, run, runs)}, least)
    title = fold(document.title)
    phrases = (_phrase(document, title, cut, run, runs[run], count) for run, count in free.items())
    return tuple(sorted(phrases, key=lambda phrase: (-phrase.score, phrase.spans[0]))[:limit])


def _persons(cut: CutText, names: Iterable[NameFinding]) -> set[int]:
    """Return the indices of all words that stand in a person's name."""
    barred: set[int] = set()
    for name in names:
        if name.kind == "person":
            for mention in name.mentions:
                first, last = cut.index_at(mention.span.start), cut.index_at(mention.span.end - 1)
                barred.update(range(first, last + 1))
    return barred


def _holds_together(cut: CutText, run: str, runs: Mapping[str, Sequence[int]]) -> bool:
    """Tell whether a run could stand alone, and its words stand together more than apart.

    That is the fair symmetric conditional probability (Silva and Lopes 1999).
    """
    places = runs[run]
    if not can_stand_alone(cut, run, places[0]) or is_label(cut, run, places) or is_piece(cut, run, places):
        return False
    lengths = list(accumulate(map(len, parts(cut, run, places[0]))))[:-1]
    if not lengths:
        return True
    apart = sum(_times(runs, run[:at]) * _times(runs, run[at:]) for at in lengths) / len(lengths)
    return len(places) ** 2 / apart >= (_TIGHT if is_loose(cut, run, places[0]) else _COHESION)


def _is_like_a_person(run: str) -> bool:
    """Tell whether a phrase is a surname and two characters that parents like, or an address: 老周."""
    if tag_of(run):
        return False
    surnames = _surnames()
    if len(run) == 3:
        return run[0] in surnames and words_of("people", "given", "liked").issuperset(run[1:])
    return len(run) == 2 and (run[0] == "阿" or (run[0] in "老小" and run[1] in surnames))


@cache
def _surnames() -> frozenset[str]:
    return words_of("people", "surnames", "plain") | words_of("people", "surnames", "common")


def _times(runs: Mapping[str, Sequence[int]], run: str) -> int:
    return len(runs.get(run, ())) or 1  # cut otherwise in most places, so that it seems not to be repeated


def _free(cut: CutText, runs: Mapping[str, Sequence[int]], least: int) -> dict[str, int]:
    """Return how often each run stands outside of longer ones, without those that seldom do."""
    covered = bytearray(len(cut.folded))
    free: dict[str, int] = {}
    for run in sorted(runs, key=len, reverse=True):
        starts = [cut.starts[place] for place in runs[run]]
        count = sum(1 for start in starts if not covered[start] or not covered[start + len(run) - 1])
        if count >= least:
            if not _is_like_a_person(run):
                free[run] = count
            for start in starts:
                covered[start : start + len(run)] = b"\1" * len(run)
    return free


def _phrase(
    document: Document, title: str, cut: CutText, run: str, places: Sequence[int], count: int
) -> KeyPhrase:
    spans = tuple(Span(cut.starts[place], cut.starts[place] + len(run)) for place in places)
    passages = tuple(dict.fromkeys(document.passage_at(span.start).number for span in spans))
    seen = times_seen(run) or (_SELDOM if is_common_word(run) else _NEVER)
    rarity = log(max(2.0, count / len(cut.tags) * _SEEN_IN / seen))
    score = sqrt(count) * log2(1 + len(passages)) * rarity * log2(1 + min(len(run), 4))
    score *= _IN_TITLE if run in title else 1
    written = document.text[spans[0].start : spans[0].end]
    return KeyPhrase(written, run, count, round(score, 2), spans, passages)
