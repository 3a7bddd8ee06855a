"""Where each of many keys stands in a text: the inverted index that all look-ups begin with."""

from __future__ import annotations

from array import array
from itertools import accumulate
from typing import TYPE_CHECKING

from content.search.symbols import INITIALS, SKIPPED, SOUNDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_FIRST_RUN, _LONGEST_RUN = 128, 4_096


class Postings:
    """Offsets grouped by key, those of one key in reading order.

    Keys are 0 to `len(starts) - 2`; `starts[key]` is where a key's offsets begin among all. Both are
    unsigned numbers of four bytes.
    """

    __slots__ = ("offsets", "starts")

    def __init__(self, starts: array[int], offsets: array[int]) -> None:
        self.starts = starts
        self.offsets = offsets

    def count(self, key: int, through: int | None = None) -> int:
        """Return how many offsets a key has, or all keys from one up to and with another."""
        return self.starts[(key if through is None else through) + 1] - self.starts[key]

    def of(self, key: int, through: int | None = None) -> Sequence[int]:
        """Return the offsets of a key, or those of all keys from one up to and with another."""
        return self.offsets[self.starts[key] : self.starts[(key if through is None else through) + 1]]


def in_runs(offsets: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield offsets some at a time, ever more of them, so that whoever has enough can stop."""
    start, length = 0, _FIRST_RUN
    while start < len(offsets):
        yield offsets[start : start + length]
        start, length = start + length, min(2 * length, _LONGEST_RUN)


class _Collected(dict[int, "array[int]"]):
    """Offsets by key on their way into postings; they must come in reading order for each key."""

    def __missing__(self, key: int) -> array[int]:
        self[key] = offsets = array("I")
        return offsets

    def postings(self, keys: int) -> Postings:
        counts = [0] * keys
        for key, each in self.items():
            counts[key] = len(each)
        offsets = array("I")
        for key in sorted(self):
            offsets.extend(self[key])
        return Postings(array("I", accumulate(counts, initial=0)), offsets)


def build_sounds(text: str, symbols: Mapping[str, tuple[int, ...]]) -> Postings:
    """Index a folded text by pairs of sounds: the key is `first * SOUNDS + second`.

    `symbols` gives the numbers of each character. Where nothing follows that sounds the second is 0, so
    that the keys of one first sound hold all its places. What is skipped is none.
    """
    collected = _Collected()
    before: tuple[int, ...] = (0,)
    place = 0
    for offset, character in enumerate(text):
        if character in SKIPPED:
            continue
        here = symbols[character]
        for first in before:
            if first:
                for second in here:
                    collected[first * SOUNDS + second].append(place)
        before, place = here, offset
    for first in before:
        if first:
            collected[first * SOUNDS].append(place)
    return collected.postings(SOUNDS * SOUNDS)


def build_initials(text: str, symbols: Mapping[str, tuple[int, ...]]) -> Postings:
    """Index a folded text by three first letters in a row: the key is `(a * INITIALS + b) * INITIALS + c`.

    `symbols` gives the numbers of each character. What is skipped is none.
    """
    collected = _Collected()
    first: tuple[int, ...] = (0,)
    second: tuple[int, ...] = (0,)
    first_place = second_place = 0
    for offset, character in enumerate(text):
        if character in SKIPPED:
            continue
        third = symbols[character]
        if third[0] and second[0] and first[0]:
            for a in first:
                for b in second:
                    key = (a * INITIALS + b) * INITIALS
                    for c in third:
                        collected[key + c].append(first_place)
        first, second = second, third
        first_place, second_place = second_place, offset
    return collected.postings(INITIALS**3)
