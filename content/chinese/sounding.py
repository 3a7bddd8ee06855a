"""Whether letters may stand for characters: for menus and filters, where a few letters pick a row."""

from __future__ import annotations

from functools import lru_cache

from content.chinese.pinyin import readings
from content.chinese.variants import fold


def initials_of(text: str) -> str:
    """Return the first letter of each character's usual reading; what is no Chinese character stays."""
    return "".join((readings(character) or (character,))[0][0] for character in fold(text))


def sounds_like(letters: str, text: str) -> bool:
    """Tell whether `letters` spell a run of characters of `text`, each by a syllable or its beginning.

    `jinr`, `jrkj` and `jrongkeji` all stand for 金融科技; the last syllable may be unfinished.
    """
    sounds = tuple(readings(character) or (character,) for character in fold(text))
    letters = letters.lower()
    first = letters[:1]
    return any(
        _spells(letters, sounds[start:])
        for start, syllables in enumerate(sounds)
        if any(syllable.startswith(first) for syllable in syllables)
    )


def begins_like(letters: str, text: str) -> bool:
    """Tell whether `letters` spell the beginning of `text`, in the way of `sounds_like`."""
    return _spells(letters.lower(), tuple(readings(character) or (character,) for character in fold(text)))


@lru_cache(maxsize=4096)
def _spells(letters: str, sounds: tuple[tuple[str, ...], ...]) -> bool:
    if not letters:
        return True
    if not sounds:
        return False
    for syllable in sounds[0]:
        shared = 0
        while shared < min(len(syllable), len(letters)) and syllable[shared] == letters[shared]:
            shared += 1
            if shared in (1, len(syllable), len(letters)) and _spells(letters[shared:], sounds[1:]):
                return True
    return False
