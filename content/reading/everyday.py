"""How Chinese, or how plain, a text looks: what tells the right encoding from the wrong ones."""

from __future__ import annotations

import re
import string
import unicodedata
from functools import cache

from content.reading.patterns import words
from content.scrub import REPLACEMENT

_LOST_COSTS = 3
"""One undecodable stretch weighs against a reading as much as three everyday characters speak for it."""

_LOST = re.compile(f"{REPLACEMENT}+")
_COMMON, _RARE, _STRANGE = 0.6, 0.15, -0.5
"""What a character weighs that is common but not everyday; rare; of no text that is read here."""

# The lead bytes of the characters in common use: the first level of GB 2312 and of Big5.
_FIRST_LEVELS = (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6))
_EITHER_LEVEL = ("gb2312", "big5hkscs")
_NO_TEXT = ("Co", "Cn")  # private use and unassigned


def everyday_share(text: str) -> float:
    """Return how much of a text is everyday characters: 1 at most, below 0 where decoding lost much."""
    if REPLACEMENT in text:
        text = _LOST.sub(REPLACEMENT, text)
    return sum(map(_weight, text)) / len(text) if text else 0.0


@cache
def _weight(character: str) -> float:
    if character == REPLACEMENT:
        return -_LOST_COSTS
    if character in _everyday():
        return 1
    if any(_lead(character, codec) in range(low, high + 1) for codec, low, high in _FIRST_LEVELS):
        return _COMMON
    if any(_lead(character, codec) is not None for codec in _EITHER_LEVEL):
        return _RARE
    strange = unicodedata.category(character) in _NO_TEXT or "\uac00" <= character <= "\ud7a3"
    return _STRANGE if strange else 0  # Hangul is what Chinese becomes when it is read as UTF-16


def _lead(character: str, codec: str) -> int | None:
    """Return the first byte of a character in an encoding of two bytes each, None where it is not in it."""
    try:
        encoded = character.encode(codec)
    except UnicodeEncodeError:
        return None
    return encoded[0] if len(encoded) > 1 else None


@cache
def _everyday() -> frozenset[str]:
    return words("encodings", "commonest") | frozenset(string.printable) | {"\u3000", "\u00a0", "\x85"}
