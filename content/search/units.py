"""What may be typed for one character of a text, and which characters it may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.chinese.pinyin import also_read, easily_confused, readings, syllables_from, usually_read
from content.search.evidence import CHARACTER_BITS, INITIAL_BITS, SYLLABLE_BITS
from content.search.symbols import initial_symbol, initial_symbols, sound_symbols, syllable_symbol

if TYPE_CHECKING:
    from collections.abc import Sequence

UnitKind: TypeAlias = Literal["character", "sound", "syllable", "begun", "initial"]

_BITS: dict[UnitKind, float] = {
    "character": CHARACTER_BITS,
    "sound": SYLLABLE_BITS,
    "syllable": SYLLABLE_BITS,
    "begun": SYLLABLE_BITS - 2,
    "initial": INITIAL_BITS,
}


@lru_cache(maxsize=2048)
def _usually(sounds: tuple[str, ...]) -> frozenset[str]:
    return frozenset("".join(map(usually_read, sounds)))


@lru_cache(maxsize=2048)
def _possibly(sounds: tuple[str, ...], besides: str) -> frozenset[str]:
    return _usually(sounds).union("".join(map(also_read, sounds)), besides)


@dataclass(frozen=True)
class Unit:
    """What was typed for one character: itself, one that sounds alike, a syllable or its beginning.

    `meant` are the syllables that a mistyped one may have been meant to be.
    """

    kind: UnitKind
    typed: str
    confused: bool = False
    meant: tuple[str, ...] = ()

    @property
    def bits(self) -> float:
        """How much it says."""
        return _BITS[self.kind] - 1.5 * self.confused - 3.0 * bool(self.meant)

    @property
    def sounds(self) -> tuple[str, ...]:
        """The syllables that it may be."""
        match self.kind:
            case "character":
                return ()
            case "sound":
                return readings(self.typed)
            case "syllable" if self.meant:
                return self.meant
            case "syllable":
                return easily_confused(self.typed) if self.confused else (self.typed,)
            case _:
                return syllables_from(self.typed)

    @property
    def usual(self) -> frozenset[str]:
        """The characters that fit with their usual reading."""
        return frozenset(self.typed) if self.kind in ("character", "sound") else _usually(self.sounds)

    @cached_property
    def possible(self) -> frozenset[str]:
        """All characters that fit; an initial may also be a Latin letter of the text."""
        itself = self.typed if self.kind in ("character", "sound", "initial") else ""
        return _possibly(self.sounds, itself)

    @property
    def sound_symbols(self) -> tuple[int, ...]:
        """The numbers of the sounds that it may be."""
        return _sound_symbols(self)

    @property
    def initial_symbols(self) -> tuple[int, ...]:
        """The numbers of the first letters that it may begin with."""
        return _initial_symbols(self)


@lru_cache(maxsize=2048)
def _sound_symbols(unit: Unit) -> tuple[int, ...]:
    if unit.kind in ("character", "sound"):
        return sound_symbols(unit.typed)
    letter = sound_symbols(unit.typed) if unit.kind == "initial" and len(unit.typed) == 1 else ()
    return tuple(dict.fromkeys((*letter, *map(syllable_symbol, unit.sounds))))


@lru_cache(maxsize=2048)
def _initial_symbols(unit: Unit) -> tuple[int, ...]:
    if unit.kind in ("character", "sound"):
        return initial_symbols(unit.typed)
    return tuple(dict.fromkeys(initial_symbol(sound[0]) for sound in unit.sounds))


Reading: TypeAlias = tuple[Unit, ...]


@lru_cache(maxsize=4096)
def unit_of(kind: UnitKind, typed: str, *, confused: bool = False) -> Unit:
    """Make each unit once, for what is known of it is kept with it."""
    return Unit(kind, typed, confused)


def syllable_units(way: Sequence[str], *, confused: bool = False) -> Reading:
    """Make a unit of each syllable."""
    return tuple(unit_of("syllable", syllable, confused=confused) for syllable in way)
