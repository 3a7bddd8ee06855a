"""Texts edited by chance, with where everything in them went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_FULL_WIDTH = str.maketrans({code: code + 0xFEE0 for code in range(0x21, 0x7F) if not chr(code).isalnum()})


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after an edit; `places` has where each boundary between characters of the old one is now."""

    text: str
    places: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the old text is."""
        return self.places[start], self.places[end]


def each_character(text: str, change: Callable[[str], str]) -> Edited:
    """Put something for every character."""
    pieces, places, length = [], [0], 0
    for character in text:
        pieces.append(change(character))
        length += len(pieces[-1])
        places.append(length)
    return Edited("".join(pieces), places)


def inserted_above(text: str, random: Random) -> Edited:
    """Put sentences of the text itself before it."""
    before = "".join(random.choices(text, k=random.randint(20, 400)))
    return Edited(before + text, [place + len(before) for place in range(len(text) + 1)])


def without_spaces(text: str, _random: Random) -> Edited:
    """Leave out all white space."""
    return each_character(text, lambda character: "" if character.isspace() else character)


def full_width(text: str, _random: Random) -> Edited:
    """Make all ASCII punctuation full-width."""
    return each_character(text, lambda character: character.translate(_FULL_WIDTH))


def traditional(text: str, _random: Random) -> Edited:
    """Turn a simplified text into traditional characters."""
    from content.chinese.variants import to_traditional

    return Edited(to_traditional(text), list(range(len(text) + 1)))


def at_random(share: float) -> Callable[[str, Random], Edited]:
    """Return an edit that replaces, leaves out or inserts characters, each with a third of `share`."""

    def edit(text: str, random: Random) -> Edited:
        def change(character: str) -> str:
            if random.random() >= share:
                return character
            other = random.choice(text)
            return random.choice((other, "", other + character))

        return each_character(text, change)

    return edit


EDITS: dict[str, Callable[[str, Random], Edited]] = {
    "inserted above": inserted_above,
    "without spaces": without_spaces,
    "full width": full_width,
    "traditional": traditional,
    "2 %": at_random(0.02),
    "5 %": at_random(0.05),
    "10 %": at_random(0.1),
}
