"""Whether letters may stand for characters: for menus and filters, where a few letters pick a row."""

from __future__ import annotations

from functools import lru_cache

from content.chinese.pinyin import readings
from content.chinese.variants import fold

_REMEMBERED = 4096  # texts: a list of so many is filtered at every key


def initials_of(text: str) -> str:
    """Return the first letter of each character's usual reading; what is no Chinese character stays."""
    return "".join((readings(character) or (character,))[0][0] for character in fold(text))


def sounds_like(letters: str, text: str) -> bool:
    """Tell whether `letters` spell a run of characters of `text`, each by a syllable or its beginning.

    `jinr`, `jrkj` and `jrongkeji` all stand for 金融科技; the last syllable may be unfinished.
    """
    letters = letters.lower()
    sounds, starts = _sounds(text)
    return any(_spells(letters, sounds, start) for start in starts.get(letters[:1], ()))


def begins_like(letters: str, text: str) -> bool:
    """Tell whether `letters` spell the beginning of `text`, in the way of `sounds_like`."""
    return _spells(letters.lower(), _sounds(text)[0], 0)


@lru_cache(maxsize=_REMEMBERED)
def _sounds(text: str) -> tuple[tuple[tuple[str, ...], ...], dict[str, list[int]]]:
    """Return the syllables of each character of a text, and where each first letter may be heard."""
    sounds = tuple(readings(character) or (character,) for character in fold(text))
    starts: dict[str, list[int]] = {}
    for place, syllables in enumerate(sounds):
        for first in {syllable[:1] for syllable in syllables}:
            starts.setdefault(first, []).append(place)
    return sounds, starts


def _spells(letters: str, sounds: tuple[tuple[str, ...], ...], start: int) -> bool:
    if not letters:
        return True
    if start == len(sounds):
        return False
    for syllable in sounds[start]:
        shared = 0
        while shared < min(len(syllable), len(letters)) and syllable[shared] == letters[shared]:
            shared += 1
            if shared in (1, len(syllable), len(letters)) and _spells(letters[shared:], sounds, start + 1):
                return True
    return False
