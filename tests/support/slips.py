"""What is written for a string: in traditional characters, or with one character wrong."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from opencc import OpenCC
from sounds import sound_of

if TYPE_CHECKING:
    import random

# Each kind with how many characters its strings have.
KINDS_OF_SPELLING = {
    "traditional": 5,
    "wrong character": 5,
    "missing character": 6,
    "extra character": 5,
    "swapped characters": 5,
    "same-sounding character": 5,
}


def spelled(text: str, kind: str, characters: str, chance: random.Random) -> str | None:
    """Write a string as one of `KINDS_OF_SPELLING`, with one of `characters` where one is needed.

    None when that cannot be told from the string.
    """
    place = chance.randrange(len(text))
    before, here, after = text[:place], text[place], text[place + 1 :]
    match kind:
        case "traditional":
            written: str = _converter().convert(text)
            return written
        case "wrong character":
            return before + chance.choice(characters) + after
        case "missing character":
            return before + after
        case "extra character":
            return before + here + chance.choice(characters) + after
        case "swapped characters":
            return before + after[0] + here + after[1:] if after else None
        case _:
            alike = _alike(characters).get(sound_of(here), "").replace(here, "")
            return before + chance.choice(alike) + after if alike else None


@cache
def _converter() -> OpenCC:
    return OpenCC("s2tw")


@cache
def _alike(characters: str) -> dict[str, str]:
    by_sound: defaultdict[str, str] = defaultdict(str)
    for character in characters:
        by_sound[sound_of(character)] += character
    return dict(by_sound)
