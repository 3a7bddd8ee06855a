"""How characters sound: syllables as they are typed, without tones and with v for ü, all readings of each."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from content.chinese.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Collection

# A run of letters is divided in at most this many ways; `xianan` has five.
_MOST_WAYS = 12
# j, q, x and y never stand before another u than ü, so it may be typed either way; n and l tell them apart.
_TYPED_OTHERWISE = {"jv": "ju", "qv": "qu", "xv": "xu", "yv": "yu", "lue": "lve", "nue": "nve"}
# Heard as the same by speakers of many regions: what stands second may be put for what stands first.
_SAME_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("r", "l"), ("h", "f"))
_SAME_FINALS = (("ang", "an"), ("eng", "en"), ("ing", "in"), ("lv", "lu"), ("nv", "nu"), ("lve", "lue"))
# What one says, not what one types.
_INTERJECTIONS = {"m", "n", "ng", "hm", "hng"}
LONGEST_SYLLABLE = 6
"""No syllable has more letters."""
# Macron, acute, caron and grave, as they stand behind their letter once it is taken apart.
_TONE_MARKS = re.compile("[\u0300\u0301\u0304\u030c]")
_TONES = frozenset("12345")
_NUMBERED = re.compile("([a-z]+)([0-9]+)")


@cache
def _table() -> dict[str, tuple[str, str]]:
    rows = read_table("pinyin.txt").items()
    return {syllable: (usual, rare) for syllable, (usual, rare) in rows if syllable not in _INTERJECTIONS}


def usually_read(syllable: str) -> str:
    """Return the characters of which this is the usual reading; empty when it is no syllable."""
    return _table().get(syllable, ("", ""))[0]


def also_read(syllable: str) -> str:
    """Return the characters that may be read so, though another reading is usual."""
    return _table().get(syllable, ("", ""))[1]


@lru_cache(maxsize=4096)
def readings(character: str) -> tuple[str, ...]:
    """Return all syllables that a simplified character may be read as, the usual one first; () when none."""
    usual, rare = [], []
    for syllable, (characters, others) in _table().items():
        if character in characters:
            usual.append(syllable)
        elif character in others:
            rare.append(syllable)
    return (*usual, *rare)


def readings_of_all(characters: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the readings of each of many simplified characters: far quicker than one by one."""
    read: dict[str, list[str]] = {character: [] for character in characters}
    for which in (0, 1):
        for syllable, row in _table().items():
            for character in row[which]:
                if character in read:
                    read[character].append(syllable)
    return {character: tuple(syllables) for character, syllables in read.items()}


def all_syllables() -> tuple[str, ...]:
    """Return every syllable, in alphabetical order."""
    return tuple(_table())


def syllables_from(beginning: str) -> tuple[str, ...]:
    """Return the syllables that begin with some letters."""
    return _beginnings().get(beginning, ())


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    beginnings = {"": tuple(_table())}
    for syllable in _table():
        for end in range(1, len(syllable) + 1):
            beginnings[syllable[:end]] = (*beginnings.get(syllable[:end], ()), syllable)
    return beginnings


@lru_cache(maxsize=1024)
def divide(letters: str) -> tuple[tuple[str, ...], ...]:
    """Divide lower case letters into whole syllables in every way, the fewest syllables first.

    `fangan` is fang an and fan gan. Empty when they are not pinyin.
    """
    return tuple(sorted(_ways(_plain(letters)), key=len)[:_MOST_WAYS])


def divide_around(letters: str) -> tuple[list[tuple[str, ...] | None], list[tuple[str, ...] | None]]:
    """Divide what stands before each letter, and what stands from it on, into the fewest whole syllables.

    Both lists have one more member than there are letters; None where there is no way.
    """
    letters, known = _plain(letters), _table()
    length = len(letters)
    before: list[tuple[str, ...] | None] = [(), *[None] * length]
    behind: list[tuple[str, ...] | None] = [*[None] * length, ()]
    for end in range(1, length + 1):
        pieces = [(before[start], letters[start:end]) for start in range(max(0, end - LONGEST_SYLLABLE), end)]
        ways = [(*way, piece) for way, piece in pieces if way is not None and piece in known]
        before[end] = min(ways, key=len, default=None)
    for start in range(length - 1, -1, -1):
        last = min(start + LONGEST_SYLLABLE, length)
        parts = [(behind[end], letters[start:end]) for end in range(start + 1, last + 1)]
        ways = [(piece, *way) for way, piece in parts if way is not None and piece in known]
        behind[start] = min(ways, key=len, default=None)
    return before, behind


def _ways(letters: str) -> list[tuple[str, ...]]:
    # ways[i] are the ways to divide what begins at letter i.
    ways: list[list[tuple[str, ...]]] = [[] for _ in letters] + [[()]]
    known = _table()
    for start in range(len(letters) - 1, -1, -1):
        for end in range(start + 1, min(start + LONGEST_SYLLABLE, len(letters)) + 1):
            if letters[start:end] in known:
                ways[start] += ((letters[start:end], *rest) for rest in ways[end])
        ways[start] = sorted(ways[start], key=len)[: 2 * _MOST_WAYS]
    return ways[0]


def _plain(letters: str) -> str:
    letters = letters.replace("ü", "v")
    for typed, meant in _TYPED_OTHERWISE.items():
        letters = letters.replace(typed, meant)
    return letters


@lru_cache(maxsize=1024)
def easily_confused(syllable: str) -> tuple[str, ...]:
    """Return the syllables that speakers of many regions hear as the same, the one given first.

    z and zh, c and ch, s and sh, l and n, l and r, f and h; an and ang, en and eng, in and ing; u and ü.
    """
    sounds = {syllable: None}
    for pairs, at_start in ((_SAME_INITIALS, True), (_SAME_FINALS, False)):
        for sound in tuple(sounds):
            for pair in pairs:
                for old, new in (pair, pair[::-1]):
                    if at_start and sound.startswith(old) and not (old == "z" and sound.startswith("zh")):
                        sounds[new + sound[len(old) :]] = None
                    elif not at_start and sound.endswith(old):
                        sounds[sound[: -len(old)] + new] = None
    return tuple(sound for sound in sounds if sound in _table())


def heard_as(syllable: str) -> str:
    """Return letters, perhaps no syllable, that stand for one and all that may be confused with it."""
    for written, same in _SAME_INITIALS:
        if syllable.startswith(written):
            syllable = same + syllable[len(written) :]
            break
    for written, same in _SAME_FINALS:
        if syllable.endswith(written):
            return syllable[: -len(written)] + same
    return syllable


def without_tones(letters: str) -> str:
    """Write lower case pinyin as it is typed, without tones and with v for ü: lǜ is lv, jin1rong2 is jinrong.

    Digits are tones only where there is one from 1 to 5 behind each of the syllables that have any: mp3 and
    q3 2018 stay as they are.
    """
    if not letters.isascii():
        bare = _TONE_MARKS.sub("", unicodedata.normalize("NFD", letters))
        letters = unicodedata.normalize("NFC", bare).replace("ü", "v")
    numbered = _NUMBERED.findall(letters)
    if all(_plain(syllable) in _table() and tone in _TONES for syllable, tone in numbered):
        return _NUMBERED.sub(r"\1", letters)
    return letters
