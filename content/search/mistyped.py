"""What pinyin with one slip of a finger was meant to be."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from content.chinese.pinyin import LONGEST_SYLLABLE, all_syllables, divide_around, usually_read
from content.search.units import Reading, Unit, syllable_units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Way: TypeAlias = tuple[str, ...]

# A slip is looked for in what is longer than a syllable or two, and no sentence.
_FEWEST_LETTERS, _MOST_LETTERS = 6, 40
_MOST_SLIPS = 60


def mistyped_syllables(folded: str) -> list[Reading]:
    """Read the letters as pinyin with one slip of a finger: two swapped, one missing, too many or wrong.

    What stands before and behind the slip is whole syllables; the letters between are near a syllable.
    """
    letters = "".join(folded.split())
    if not _FEWEST_LETTERS <= len(letters) <= _MOST_LETTERS or not (letters.isascii() and letters.isalpha()):
        return []
    befores, behinds = divide_around(letters)
    found: dict[Reading, None] = {}
    for start, before in enumerate(befores):
        for end in range(start + 1, min(start + 1 + LONGEST_SYLLABLE, len(letters)) + 1):
            behind = behinds[end]
            if before is not None and behind is not None and (meant := _meant_by(letters[start:end])):
                slip = Unit("syllable", letters[start:end], meant=meant)
                found[(*syllable_units(before), slip, *syllable_units(behind))] = None
    for before, one, other, behind in _swapped_between(letters, befores, behinds):
        slips = (Unit("syllable", syllable, meant=(syllable,)) for syllable in (one, other))
        found[(*syllable_units(before), *slips, *syllable_units(behind))] = None
    return sorted(found, key=len)[:_MOST_SLIPS]


def _swapped_between(
    letters: str, befores: Sequence[Way | None], behinds: Sequence[Way | None]
) -> Iterator[tuple[Way, str, str, Way]]:
    """Yield the ways to divide letters of which two were swapped, at the meeting of two syllables."""
    for place in range(len(letters) - 1):
        first, second = letters[place], letters[place + 1]
        ones = [
            (before, letters[start:place] + second)
            for start in range(max(0, place - LONGEST_SYLLABLE + 1), place + 1)
            if (before := befores[start]) is not None and usually_read(letters[start:place] + second)
        ]
        for end in range(place + 2, min(place + 1 + LONGEST_SYLLABLE, len(letters)) + 1) if ones else ():
            other, behind = first + letters[place + 2 : end], behinds[end]
            if behind is not None and usually_read(other):
                yield from ((before, one, other, behind) for before, one in ones)


@lru_cache(maxsize=4096)
def _meant_by(letters: str) -> tuple[str, ...]:
    """Return the syllables that are one slip of a finger away from some letters."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extract(letters, all_syllables(), scorer=OSA.distance, score_cutoff=1, limit=None)
    return tuple(syllable for syllable, _, _ in near)
