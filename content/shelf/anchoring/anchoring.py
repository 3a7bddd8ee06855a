"""Bookmarks found again in a text that has changed: at their place, moved, drifted, or lost.

What is remembered are the position, the quote and its context of the W3C Web Annotation Data Model (4.2.4,
4.2.5). A changed quote is looked for by pieces of it and of its context, each of which votes for a place;
there all of it is laid beside the text letter by letter. Of a long stretch only the two ends are: what is
between them is asked for pieces.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.chinese.variants import fold
from content.shelf.anchoring.aligning import Alignment, align
from content.shelf.anchoring.letters import SEED, Letters, letters_of
from content.shelf.anchoring.remembered import Remembered, remembered_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.shelf.records import Bookmark

State: TypeAlias = Literal["ok", "moved", "drifted", "lost"]

_SHORT = 6  # characters: a shorter quote is only found as it was, where what stood around it agrees
_OWN_PROOF = 16  # letters: so long a paragraph is known again wherever it stands
_STEP = 3  # letters: how far apart the pieces begin
_MOST_PLACES = 24  # of one piece: what stands oftener says little about where
_NEARBY = 500, 20_000  # letters around the place that the bookmark before lets expect, then all
_BUCKET = 8  # letters: votes for places so near together are votes for one
_ENOUGH = 1 / 3  # of the pieces: so many votes for one place nearby, and nobody looks farther
_TRIED = 4  # places with the most votes
_SLACK = 8  # characters on either side of the expected stretch: edits before the quote move it
# Of the same words at two places the nearer to the expected one is meant: the score lost for so many letters.
_DISTRUST, _FAR = 0.6, 300
_SAME = 0.2  # of a score: two places so near in it are as likely as one another
_LONG, _END = 1_000, 300  # characters: a longer quote is found by its first and its last ones
_SAMPLES, _LEFT = 200, 0.2  # pieces of what is between them, and the share that has to be there
# Shares of letters: of the quote; of the surer side and of the other; of the quote where one side is lost.
_QUOTE, _SIDE, _OTHER_SIDE, _SURE = 0.55, 0.6, 0.35, 0.8


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a bookmark is in a text, `[start, end)` in characters of it; nowhere where it is lost.

    ok: as it was where it was. moved: as it was at another place. drifted: the quote itself has changed.
    """

    state: State
    start: int
    end: int


_LOST = Anchor("lost", 0, 0)


class Anchoring:
    """Finds bookmarks in one text; those before in the text first, for one tells where the next may be."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._shift = 0  # characters

    @cached_property
    def _letters(self) -> Letters:
        return Letters(self._text)

    def attach(self, bookmark: Bookmark) -> Anchor:
        """Find a bookmark; it is lost rather than put in a wrong place."""
        quote, text, start = bookmark.quote, self._text, bookmark.start
        if text.startswith(quote, start) and _stands(bookmark, text, start):
            return Anchor("ok", start, start + len(quote))
        if not quote.strip():
            return _LOST
        found = self._found(bookmark)
        if found is None:
            return _LOST
        self._shift = found[0] - start
        if text[found[0] : found[1]] == quote:
            return Anchor("ok" if found[0] == start else "moved", *found)
        return Anchor("drifted", *found) if len(quote) >= _SHORT else _LOST

    def _found(self, bookmark: Bookmark) -> tuple[int, int] | None:
        """Return where a bookmark is in the text; None where it is nowhere."""
        if (place := bookmark.start + self._shift) >= 0 and self._reads_the_same(bookmark, place):
            return place, place + len(bookmark.quote)
        if len(bookmark.quote) > _LONG:
            return self._by_its_ends(bookmark)
        remembered = remembered_of(bookmark, letters_of)
        if not remembered.quote:
            return self._as_it_was(bookmark)
        best = self._best(bookmark, remembered)
        return self._with_marks(best, bookmark) if best else None

    def _by_its_ends(self, bookmark: Bookmark) -> tuple[int, int] | None:
        """Find the first and the last characters of a long quote, and between them enough of the others."""
        quote, size = bookmark.quote, len(bookmark.prefix) or len(bookmark.suffix)
        head = replace(bookmark, quote=quote[:_END], suffix=quote[_END : _END + size])
        last = len(quote) - _END
        tail = replace(
            bookmark, start=bookmark.start + last, quote=quote[last:], prefix=quote[last - size : last]
        )
        first = self._found(head)
        if first is None:
            return None
        letters = self._letters
        far = letters.index(first[0]) + len(letters_of(quote[:last]))  # spaces may have gone on the way
        self._shift = letters.offsets[min(far, len(letters.offsets) - 1)] - tail.start
        end = self._found(tail)
        if end is None or end[0] < first[1]:
            return None
        between = letters_of(quote[_END:last])
        step = max(SEED, len(between) // _SAMPLES)
        pieces = [between[at : at + SEED] for at in range(0, len(between) - SEED + 1, step)]
        low, high = letters.index(first[1]), letters.index(end[0])
        there = sum(letters.string.find(piece, low, high) >= 0 for piece in pieces)
        return (first[0], end[1]) if there >= _LEFT * len(pieces) else None

    def _reads_the_same(self, bookmark: Bookmark, place: int) -> bool:
        """Tell whether a quote and all that is remembered around it stand somewhere, in whichever script."""
        first = max(0, place - len(bookmark.prefix))
        whole = bookmark.prefix + bookmark.quote + bookmark.suffix
        return place - first == len(bookmark.prefix) and self._letters.folded.startswith(fold(whole), first)

    def _best(self, bookmark: Bookmark, remembered: Remembered) -> Alignment | None:
        """Return where a bookmark most likely is among the letters; None where it is nowhere."""
        letters = self._letters
        expected = letters.index(bookmark.start + self._shift) - remembered.quote_start
        held = []
        for place in self._places(expected, remembered):
            found = align(
                remembered, letters.string, place - _SLACK, place + len(remembered.letters) + _SLACK
            )
            if found and self._holds(found, remembered, bookmark):
                far = min(1.0, abs(found.start - remembered.quote_start - expected) / _FAR)
                held.append((found.score - _DISTRUST * far, found))
        best = max(held, key=itemgetter(0))[1] if held else None
        return None if best and _has_a_twin(best, [found for _, found in held]) else best

    def _places(self, expected: int, remembered: Remembered) -> Iterator[int]:
        """Yield where the letters of a bookmark may begin among those of the text."""
        letters, window = self._letters.string, remembered.letters
        counted: Counter[int] = Counter()
        for around in (*_NEARBY, len(letters)):
            low, high = max(0, expected - around), expected + len(window) + around
            counted.clear()
            for at in range(0, max(1, len(window) - SEED + 1), _STEP):
                piece = window[at : at + SEED]
                if around == len(letters) and not self._letters.may_hold(piece):
                    continue
                for place in _occurrences(piece, letters, low, high):
                    counted[(place - at) // _BUCKET] += 1
            sure = max(counted.values(), default=0) * _STEP >= _ENOUGH * (len(window) - SEED)
            quote = remembered.quote
            whole = around < len(letters) or len(quote) < SEED or self._letters.may_hold(quote[:SEED])
            for place in _occurrences(quote, letters, low, high) if whole and not sure else ():
                yield place - remembered.quote_start
            if sure:
                break
        for bucket, _ in counted.most_common(_TRIED):
            yield bucket * _BUCKET + _BUCKET // 2

    def _holds(self, found: Alignment, remembered: Remembered, bookmark: Bookmark) -> bool:
        """Tell whether so much of a bookmark is there that it is meant, and not the same words elsewhere."""
        if len(bookmark.quote) < _SHORT:
            return found.quote == 1.0 and min(found.prefix, found.suffix) >= _SIDE
        if found.quote < _QUOTE:
            return False
        if min(found.prefix, found.suffix) >= _OTHER_SIDE and max(found.prefix, found.suffix) >= _SIDE:
            return True
        # A side that reads otherwise is another paragraph: that may have been rewritten, or stand elsewhere.
        before, after = self._ends(found)
        first = bookmark.prefix[-1:] in ("", "\n") and before
        last = bookmark.suffix[:1] in ("", "\n") and after
        if first and last and found.quote == 1.0 and len(remembered.quote) >= _OWN_PROOF:
            return True
        if found.quote < _SURE:
            return False
        return (first and found.suffix >= _SIDE) or (last and found.prefix >= _SIDE)

    def _ends(self, found: Alignment) -> tuple[bool, bool]:
        """Tell whether a stretch of letters begins, and whether it ends, with a paragraph of the text."""
        offsets, text = self._letters.offsets, self._text
        before = offsets[found.start - 1] + 1 if found.start else 0
        after = offsets[found.end] if found.end < len(offsets) else len(text)
        return (
            not found.start or "\n" in text[before : offsets[found.start]],
            found.end == len(offsets) or "\n" in text[offsets[found.end - 1] : after],
        )

    def _with_marks(self, found: Alignment, bookmark: Bookmark) -> tuple[int, int]:
        """Return where a quote that was found by its letters begins and ends in the text itself."""
        letters = self._letters
        start, end = letters.offsets[found.start], letters.offsets[found.end - 1] + 1
        whole = remembered_of(bookmark, fold)
        around = len(bookmark.prefix) + _SLACK, len(bookmark.suffix) + _SLACK
        exact = align(whole, letters.folded, start - around[0], end + around[1])
        return (exact.start, exact.end) if exact and exact.start < exact.end else (start, end)

    def _as_it_was(self, bookmark: Bookmark) -> tuple[int, int] | None:
        """Find a quote without letters, of which nothing can have changed, nearest to where it was."""
        quote, text, expected = bookmark.quote, self._text, bookmark.start + self._shift
        before, after = bookmark.prefix[-_SHORT:], bookmark.suffix[:_SHORT]
        known = before + quote + after
        places = []
        place = text.find(known)
        while place >= 0:
            places.append(place + len(before))
            place = text.find(known, place + 1)
        places = [place for place in places if _stands(bookmark, text, place)]
        place = min(places, key=lambda place: abs(place - expected), default=-1)
        return (place, place + len(quote)) if place >= 0 else None


def _has_a_twin(best: Alignment, held: list[Alignment]) -> bool:
    """Tell whether a changed quote is as likely at another place: then nobody knows which was meant."""
    if best.quote == 1.0:
        return False
    return any(
        (other.end <= best.start or other.start >= best.end) and other.score >= best.score - _SAME
        for other in held
    )


def _stands(bookmark: Bookmark, text: str, start: int) -> bool:
    """Tell whether what stands right before or right after a place is what the bookmark remembers."""
    end = start + len(bookmark.quote)
    before, after = bookmark.prefix[-_SHORT:], bookmark.suffix[:_SHORT]
    if not before and not start:
        return True
    if not after and end == len(text):
        return True
    return (bool(before) and text.endswith(before, 0, start)) or (bool(after) and text.startswith(after, end))


def _occurrences(piece: str, letters: str, low: int, high: int) -> list[int]:
    places: list[int] = []
    place = letters.find(piece, low, high)
    while place >= 0:
        places.append(place)
        if len(places) > _MOST_PLACES:
            return []
        place = letters.find(piece, place + 1, high)
    return places
