"""Other ways to search a text, with packages that are here anyway: each takes passages and gives a search.

What scores less than `SURE` of 100 counts as a guess, so that the peers that always answer can say no.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from textual.fuzzy import Matcher

from content.chinese.segmentation import shared_segmenter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from judged_sets import Answers, Search

SURE = 60
_LIMIT = 10


def literal(passages: Sequence[str]) -> Search:
    """Count what was typed in each passage, whatever its case."""

    def search(query: str) -> Answers:
        counts = [
            (passage.casefold().count(query.casefold()), number) for number, passage in _from_1(passages)
        ]
        return [(number, False) for count, number in _best(counts) if count]

    return search


def rapidfuzz_of(scorer: Callable[..., float]) -> Callable[[Sequence[str]], Search]:
    """Compare what was typed with each passage."""

    def make(passages: Sequence[str]) -> Search:
        def search(query: str) -> Answers:
            best = process.extract(query, passages, scorer=scorer, limit=_LIMIT)
            return [(place + 1, score < SURE) for _, score, place in best]

        return search

    return make


def full_text(passages: Sequence[str]) -> Search:
    """Look the words up in SQLite, best by BM25; any of them will do."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE passages USING fts5(words)")
    words = ((number, " ".join(_words(passage))) for number, passage in _from_1(passages))
    connection.executemany("INSERT INTO passages(rowid, words) VALUES (?, ?)", words)

    def search(query: str) -> Answers:
        asked = " OR ".join(f'"{word}"' for word in _words(query))
        sql = "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY bm25(passages) LIMIT ?"
        return [(number, False) for (number,) in connection.execute(sql, (asked, _LIMIT))] if asked else []

    return search


def textual_matcher(passages: Sequence[str]) -> Search:
    """Match as the command palette does: the letters in order, those that begin words for more."""

    def search(query: str) -> Answers:
        matcher = Matcher(query)
        scores = [(matcher.match(passage), number) for number, passage in _from_1(passages)]
        return [(number, False) for score, number in _best(scores) if score]

    return search


PEERS: dict[str, Callable[[Sequence[str]], Search]] = {
    "WRatio": rapidfuzz_of(fuzz.WRatio),
    "partial_ratio": rapidfuzz_of(fuzz.partial_ratio),
    "FTS5": full_text,
    "textual": textual_matcher,
    "literal": literal,
}


def _words(text: str) -> list[str]:
    return [word for word in shared_segmenter().cut(text) if any(map(str.isalnum, word))]


def _from_1(passages: Sequence[str]) -> enumerate[str]:
    return enumerate(passages, 1)


def _best(scored: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    return sorted(scored, key=lambda each: (-each[0], each[1]))[:_LIMIT]
