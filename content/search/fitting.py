"""How what was typed so far fits a word: as its beginning, by its sound, by its initials."""

from __future__ import annotations

from enum import IntEnum

from content.chinese.pinyin import divide, readings
from content.chinese.sounding import begins_like
from content.search.query import is_han
from content.search.symbols import initial_symbol, initial_symbols

# A character alone is typed as quickly as it is chosen, and sounds like too many others.
_FEWEST_MEANT = 2


class Fit(IntEnum):
    """How a word fits; the smaller, the likelier it is meant."""

    SPELLED = 0  # yonghu: 用户
    BEGINS = 1  # cyn: CynosDB
    SOUNDS = 2  # yonghu: 永辉, yh: 用户
    CHARACTER = 3  # yong: 用


def fit(begun: str, word: str) -> Fit | None:
    """Tell how a folded word goes on where some characters and then letters end: 金rong, jinr, 金融.

    A word that is all there already fits as its own beginning; None where a word does not fit.
    """
    same = 0
    while same < min(len(begun), len(word)) and begun[same] == word[same]:
        same += 1
    rest, left = begun[same:].replace("'", ""), word[same:]
    if not rest:
        return Fit.BEGINS
    if not left or not (rest.isascii() and rest.isalpha()) or not is_han(left[0]):
        return None
    if initial_symbol(rest[0]) not in initial_symbols(left[0]):
        return None  # far quicker to tell than what follows, and mostly so
    if not begins_like(rest, left):
        return None
    if len(word) < _FEWEST_MEANT:
        return Fit.CHARACTER
    return Fit.SPELLED if any(_reads(way, left) for way in divide(rest)) else Fit.SOUNDS


def fit_by_key(letters: str, word: str) -> Fit:
    """Tell how a word fits letters that are known to be its whole pinyin or its initials."""
    if len(word) < _FEWEST_MEANT:
        return Fit.CHARACTER
    return Fit.SPELLED if len(letters) > len(word) else Fit.SOUNDS


def _reads(syllables: tuple[str, ...], characters: str) -> bool:
    return len(syllables) == len(characters) and all(
        syllable in readings(character) for syllable, character in zip(syllables, characters, strict=True)
    )
