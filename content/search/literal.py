"""Every place where a text stands, however it was cut into words.

Case, width and script are folded on both sides. White space matches any white space; between a
Chinese and a Latin character, and before a unit in letters, it may be there or not, on either side.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from content.search.postings import in_runs
from content.search.query import is_han, is_latin
from content.search.symbols import SKIPPED, SOUNDS, sound_symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from content.search.corpus import Corpus
    from content.search.tables import SearchTables

# The rarest two sounds are looked for among so many.
_LONGEST_ANCHORED = 64


class Literal:
    """Looks up texts in one corpus, in reading order."""

    def __init__(self, corpus: Corpus, tables: SearchTables) -> None:
        self._corpus = corpus
        self._tables = tables

    def places(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield the stretches `[start, end)` of the corpus that read like a folded text."""
        pieces, gaps = _pieces(folded)
        if len(pieces) == 1:
            yield from self._plain(pieces[0])
        elif pieces:
            yield from self._with_gaps(pieces, gaps)

    def within(self, folded: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the stretches that read like a folded text inside `[start, end)`."""
        pieces, gaps = _pieces(folded)
        if len(pieces) > 1:
            return [found.span() for found in _pattern(pieces, gaps).finditer(self._corpus.text, start, end)]
        return list(_every(self._corpus.text, pieces[0], start, end)) if pieces else []

    def is_within(self, folded: str, start: int, end: int) -> bool:
        """Tell whether a folded text stands inside `[start, end)`."""
        pieces, _ = _pieces(folded)
        if len(pieces) == 1:
            return self._corpus.text.find(pieces[0], start, end) >= 0
        return bool(self.within(folded, start, end))

    def pieces(self, folded: str) -> int:
        """Return how many runs of one script, between spaces, a folded text is made of."""
        return len(_pieces(folded)[0])

    def stands(self, folded: str) -> bool:
        """Tell whether a folded text stands anywhere."""
        return next(self.places(folded), None) is not None

    def at_most(self, piece: str) -> int:
        """Return a number that a text does not stand more often than; quick to tell."""
        anchor = self._anchor(piece)
        if anchor is not None:
            return anchor[0]
        if piece[:1] not in self._corpus.characters:
            return 0
        if self._tables.has_postings and (symbol := sound_symbols(piece[0])[0]):
            return self._tables.sounds.count(symbol * SOUNDS, symbol * SOUNDS + SOUNDS - 1)
        return len(self._corpus.text)

    def _with_gaps(self, pieces: Sequence[str], gaps: Sequence[str]) -> Iterator[tuple[int, int]]:
        pattern, text = _pattern(pieces, gaps), self._corpus.text
        anchor = self._anchor("".join(pieces))
        if anchor:
            offsets: Iterable[int] = anchor[2]
        else:
            offsets = (start for start, _ in _every(text, max(pieces, key=len), 0, len(text)))
        searched_to = -1
        for offset in offsets:
            if offset >= searched_to:
                start, searched_to = self._corpus.bounds(self._corpus.passage_at(offset))
                for found in pattern.finditer(text, start, searched_to):
                    yield found.span()

    def _plain(self, piece: str) -> Iterator[tuple[int, int]]:
        text, length = self._corpus.text, len(piece)
        anchor = self._anchor(piece)
        if anchor is None:
            yield from _every(text, piece, 0, len(text))
            return
        _, before, offsets = anchor
        end = 0
        for some in in_runs(offsets):
            # One comprehension is several times as quick as a loop, and most offsets are of other characters.
            for start in [offset - before for offset in some if text.startswith(piece, offset - before)]:
                if start >= end:
                    end = start + length
                    yield start, end

    def _anchor(self, piece: str) -> tuple[int, int, Sequence[int]] | None:
        """Return how often the rarest two sounds of a piece stand, where in it, and their offsets."""
        if not self._tables.has_postings:
            return None
        sounds = self._tables.sounds
        best: tuple[int, int, int] | None = None
        for place in range(min(len(piece), _LONGEST_ANCHORED) - 1):
            for first, second in product(sound_symbols(piece[place]), sound_symbols(piece[place + 1])):
                if first and piece[place + 1] not in SKIPPED:
                    key = first * SOUNDS + second
                    count = sounds.count(key)
                    if best is None or count < best[0]:
                        best = count, place, key
        return (best[0], best[1], sounds.of(best[2])) if best else None


def _every(text: str, piece: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start = text.find(piece, start, end)
    while start >= 0:
        yield start, start + len(piece)
        start = text.find(piece, start + len(piece), end)


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _pattern(pieces: Sequence[str], gaps: Sequence[str]) -> re.Pattern[str]:
    rest = (gap + re.escape(piece) for gap, piece in zip(gaps, pieces[1:], strict=True))
    return _compiled(re.escape(pieces[0]) + "".join(rest))


@lru_cache(maxsize=256)
def _pieces(folded: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Split at white space and between scripts; a gap says in a pattern what may stand between two pieces."""
    pieces: list[str] = []
    gaps: list[str] = []
    for word in folded.split():
        for index, piece in enumerate(_between_scripts(word)):
            if pieces:
                optional = index > 0 or meet(pieces[-1][-1], piece[0])
                gaps.append(r"\s*" if optional else r"\s+")
            pieces.append(piece)
    return tuple(pieces), tuple(gaps)


def _between_scripts(word: str) -> Iterator[str]:
    start = 0
    for index in range(1, len(word)):
        if meet(word[index - 1], word[index]):
            yield word[start:index]
            start = index
    yield word[start:]


def meet(left: str, right: str) -> bool:
    """Tell whether a space means nothing between two: Chinese and Latin, a figure and its unit."""
    if is_han(left) or is_han(right):
        return is_latin(left) or is_latin(right)
    return left.isdecimal() and right.isalpha()
