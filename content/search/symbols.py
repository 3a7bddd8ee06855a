"""Small numbers for characters, by which places are looked up: how a character sounds, and its first letter.

Syllables that many speakers confuse share a number, so that one look-up finds what was typed and what
was meant; whether a character really fits is looked at where it stands. 0 is everything else.
"""

from __future__ import annotations

from functools import cache, lru_cache

from content.chinese.pinyin import all_syllables, heard_as, readings

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LATIN = _LETTERS + "0123456789"
INITIALS = len(_LETTERS) + 1
"""How many numbers there are for first letters, 0 included."""
SOUNDS = 320
"""More than there are numbers for sounds, 0 included. Keys of postings that are kept depend on it."""

SKIPPED = frozenset(" ·•‧・")
"""Spaces, and the points between the parts of foreign names: they may be typed or left out."""


@cache
def _numbers() -> dict[str, int]:
    """Return the number of each Latin character and of each syllable."""
    numbers = {character: number for number, character in enumerate(_LATIN, 1)}
    classes: dict[str, int] = {}
    for syllable in all_syllables():
        number = classes.setdefault(heard_as(syllable), len(_LATIN) + 1 + len(classes))
        numbers[f"{syllable} "] = number  # a syllable of one letter is not that letter
    return numbers


def syllable_symbol(syllable: str) -> int:
    """Return the number of a syllable; raises KeyError when it is none."""
    return _numbers()[f"{syllable} "]


def symbols_of(character: str, syllables: tuple[str, ...]) -> tuple[int, ...]:
    """Return the numbers of how a folded character with these readings sounds; (0,) when it does not."""
    numbers = _numbers()
    return tuple({numbers[f"{each} "]: None for each in syllables}) or (numbers.get(character, 0),)


@lru_cache(maxsize=4096)
def sound_symbols(character: str) -> tuple[int, ...]:
    """Return the numbers of how a folded character sounds: one for each of its readings."""
    return symbols_of(character, readings(character))


def initial_symbol(letter: str) -> int:
    """Return the number of a lower case letter, 0 when it is none."""
    return _LETTERS.find(letter) + 1


def initials_of(character: str, syllables: tuple[str, ...]) -> tuple[int, ...]:
    """Return the numbers of the first letters of a folded character with these readings."""
    if not syllables:
        return (initial_symbol(character),)
    return tuple({initial_symbol(each[0]): None for each in syllables})


@lru_cache(maxsize=4096)
def initial_symbols(character: str) -> tuple[int, ...]:
    """Return the numbers of the first letters with which a folded character may be typed."""
    return initials_of(character, readings(character))
