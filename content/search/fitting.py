"""How what was typed so far fits a word: as its beginning, by its sound, by its initials."""

from __future__ import annotations

from enum import IntEnum

from content.chinese.pinyin import divide, readings
from content.chinese.sounding import begins_like
from content.search.query import is_han
from content.search.symbols import initial_symbol, initial_symbols

# A character alone sounds like too many others to be meant before words that begin with the letters.
_FEWEST_SPELLED = 2


class Fit(IntEnum):
    """How a word fits; the smaller, the likelier it is meant."""

    SPELLED = 0  # yonghu: 用户
    BEGINS = 1  # cyn: CynosDB
    INITIALS = 2  # yh: 用户
    BEGUN = 3  # yonghu: 永辉


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
    if not _begins(rest[0], left[0]):
        return None  # far quicker to tell than what follows, and mostly so
    if not begins_like(rest, left):
        return None
    if len(word) >= _FEWEST_SPELLED and any(_reads(way, left) for way in divide(rest)):
        return Fit.SPELLED
    initials = len(rest) == len(left) and all(map(_begins, rest, left))
    return Fit.INITIALS if initials else Fit.BEGUN


def fit_in_full(letters: str, word: str) -> Fit:
    """Tell how a word fits letters that are known to be its whole pinyin or its initials."""
    if len(word) < _FEWEST_SPELLED:
        return Fit.BEGUN
    return Fit.SPELLED if len(letters) > len(word) else Fit.INITIALS


def _begins(letter: str, character: str) -> bool:
    return initial_symbol(letter) in initial_symbols(character)


def _reads(syllables: tuple[str, ...], characters: str) -> bool:
    return len(syllables) == len(characters) and all(
        syllable in readings(character) for syllable, character in zip(syllables, characters, strict=True)
    )
