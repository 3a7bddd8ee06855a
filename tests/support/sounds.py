"""What is typed for how a string sounds, by pypinyin's readings."""

from __future__ import annotations

from functools import cache
from string import ascii_lowercase
from typing import TYPE_CHECKING

from pypinyin import lazy_pinyin, pinyin_dict

if TYPE_CHECKING:
    import random

# Each kind with how many characters its strings have.
KINDS_OF_SOUND = {
    "pinyin": 4,
    "pinyin with spaces": 4,
    "pinyin unfinished": 4,
    "pinyin confused": 4,
    "pinyin with a slip": 4,
    "initials, 6": 6,
    "characters and pinyin": 4,
    "characters and initials": 5,
}
_INTERJECTIONS = {"n", "m", "ng", "hm", "hng"}
_CONFUSED_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"), ("r", "l"), ("f", "h"))
_CONFUSED_FINALS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


def syllables(text: str) -> list[str]:
    """Return the syllables of Chinese characters, v for ü; [] when one of them is none."""
    sounds = lazy_pinyin(text)
    plain = all(sound.isascii() and sound.isalpha() and sound not in _INTERJECTIONS for sound in sounds)
    return sounds if plain and len(sounds) == len(text) else []


def sound_of(character: str) -> str:
    """Return how one character by itself is usually read."""
    return lazy_pinyin(character)[0]


def sounded(text: str, kind: str, chance: random.Random) -> str | None:
    """Type a string as one of `KINDS_OF_SOUND`; None when that cannot be done with it."""
    sounds = syllables(text)
    whole = "".join(sounds)
    match kind:
        case "pinyin with spaces":
            return " ".join(sounds)
        case "pinyin unfinished":
            return whole[: -chance.randrange(1, len(sounds[-1]))] if len(sounds[-1]) > 1 else None
        case "pinyin confused":
            return _confused(sounds, chance)
        case "pinyin with a slip":
            return _slipped(whole, chance)
        case "initials, 6":
            return "".join(sound[0] for sound in sounds)
        case "characters and pinyin":
            return chance.choice((text[:2] + "".join(sounds[2:]), "".join(sounds[:2]) + text[2:]))
        case "characters and initials":
            return text[:3] + "".join(sound[0] for sound in sounds[3:])
        case _:
            return whole


def _confused(sounds: list[str], chance: random.Random) -> str | None:
    """Mix up one pair of sounds wherever it occurs, as who cannot tell it does."""
    at_start = chance.random() < 0.5
    pair = chance.choice(_CONFUSED_INITIALS if at_start else _CONFUSED_FINALS)
    old, new = chance.sample(pair, 2)
    mixed = [_mixed(sound, old, new, at_start=at_start) for sound in sounds]
    changed = mixed != sounds and all(sound in _all_syllables() for sound in mixed)
    return "".join(mixed) if changed else None


def _mixed(sound: str, old: str, new: str, *, at_start: bool) -> str:
    if at_start and sound.startswith(old) and (len(old) > 1 or sound[1:2] != "h"):
        return new + sound[len(old) :]
    if not at_start and sound.endswith(old):
        return sound[: -len(old)] + new
    return sound


def _slipped(letters: str, chance: random.Random) -> str | None:
    """Swap two letters, leave one out, type one too many, or a wrong one."""
    place = chance.randrange(len(letters))
    before, here, after = letters[:place], letters[place], letters[place + 1 :]
    other = chance.choice(ascii_lowercase.replace(here, ""))
    ways = [before + after, before + here + other + after, before + other + after]
    if after and after[0] != here:
        ways.append(before + after[0] + here + after[1:])
    return chance.choice(ways)


@cache
def _all_syllables() -> frozenset[str]:
    return frozenset(lazy_pinyin(list(map(chr, pinyin_dict.pinyin_dict))))
