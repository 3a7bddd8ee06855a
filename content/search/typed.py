"""What typed letters may stand for: each reading of a query is a row of classes of characters.

金融keji is 金, 融, any character read ke, any read ji; jrkj is four characters by their initials.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, product
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.chinese.pinyin import (
    all_syllables,
    also_read,
    divide,
    divide_around,
    easily_confused,
    readings,
    syllables_from,
    usually_read,
)
from content.search.evidence import CHARACTER_BITS, INITIAL_BITS, SYLLABLE_BITS
from content.search.query import is_han
from content.search.symbols import initial_symbol, initial_symbols, sound_symbols, syllable_symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

UnitKind: TypeAlias = Literal["character", "sound", "syllable", "begun", "initial"]

_RUNS = re.compile(r"[a-zü]+|[^\W_]")
# A query is read in at most so many ways; each is looked for on its own.
_MOST_READINGS = 8
# Nobody types more letters than this by sound before looking up; each costs time.
_MOST_LETTERS = 40
# A slip is looked for in what is longer than a syllable or two.
_FEWEST_LETTERS = 6
_LONGEST_SYLLABLE = 6
_MOST_SLIPS = 60


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
Way: TypeAlias = tuple[str, ...]


# How a run of letters may be read; told whether it is the last run of the query.
_Ways: TypeAlias = "Callable[[str, bool], Iterable[Reading]]"


def same_sounding(folded: str) -> Reading:
    """Read Chinese as if each character stood for any of the same sound."""
    return tuple(
        _unit("sound" if is_han(each) else "character", each) for each in folded if not each.isspace()
    )


def whole_syllables(folded: str) -> list[Reading]:
    """Read the letters as pinyin, in every way in which no letter is left."""
    return _read(folded, lambda run, _: map(_syllables, divide(run)))


def confused_syllables(folded: str) -> list[Reading]:
    """Read the letters as pinyin in which sounds are mixed up as many speakers do."""
    return _read(folded, lambda run, _: (_syllables(way, confused=True) for way in divide(run)))


def mistyped_syllables(folded: str) -> list[Reading]:
    """Read the letters as pinyin with one slip of a finger: two swapped, one missing, too many or wrong.

    What stands before and behind the slip is whole syllables; the letters between are near a syllable.
    """
    letters = "".join(folded.split())
    if not _FEWEST_LETTERS <= len(letters) <= _MOST_LETTERS or not (letters.isascii() and letters.isalpha()):
        return []
    befores, behinds = divide_around(letters)
    found: dict[Reading, None] = {}
    for start, before in enumerate(befores):
        for end in range(start + 1, min(start + 1 + _LONGEST_SYLLABLE, len(letters)) + 1):
            behind = behinds[end]
            if before is not None and behind is not None and (meant := _meant_by(letters[start:end])):
                slip = Unit("syllable", letters[start:end], meant=meant)
                found[(*_syllables(before), slip, *_syllables(behind))] = None
    for before, one, other, behind in _swapped_between(letters, befores, behinds):
        slips = (Unit("syllable", syllable, meant=(syllable,)) for syllable in (one, other))
        found[(*_syllables(before), *slips, *_syllables(behind))] = None
    return sorted(found, key=len)[:_MOST_SLIPS]


def _swapped_between(
    letters: str, befores: Sequence[Way | None], behinds: Sequence[Way | None]
) -> Iterator[tuple[Way, str, str, Way]]:
    """Yield the ways to divide letters of which two were swapped, at the meeting of two syllables."""
    for place in range(len(letters) - 1):
        first, second = letters[place], letters[place + 1]
        ones = [
            (before, letters[start:place] + second)
            for start in range(max(0, place - _LONGEST_SYLLABLE + 1), place + 1)
            if (before := befores[start]) is not None and usually_read(letters[start:place] + second)
        ]
        for end in range(place + 2, min(place + 1 + _LONGEST_SYLLABLE, len(letters)) + 1) if ones else ():
            other, behind = first + letters[place + 2 : end], behinds[end]
            if behind is not None and usually_read(other):
                yield from ((before, one, other, behind) for before, one in ones)


@lru_cache(maxsize=4096)
def _meant_by(letters: str) -> tuple[str, ...]:
    """Return the syllables that are one slip of a finger away from some letters."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extract(letters, all_syllables(), scorer=OSA.distance, score_cutoff=1, limit=None)
    return tuple(syllable for syllable, _, _ in near)


def syllables_begun(folded: str) -> list[Reading]:
    """Read the letters as pinyin of which the last syllable is not yet typed to its end."""
    return _read(folded, _with_beginning)


def initials(folded: str) -> list[Reading]:
    """Read each letter as the initial of a character, zh, ch and sh also as one."""
    return _read(folded, lambda run, _: _initials(run))


def mixed(folded: str) -> list[Reading]:
    """Read the letters as syllables and initials, with as few initials as can be."""
    return _read(folded, lambda run, _: _fewest_initials(run))


def _read(folded: str, ways: _Ways) -> list[Reading]:
    runs = _RUNS.findall(folded)
    lettered = any((run.isascii() and run.isalpha()) or "ü" in run for run in runs)
    if not lettered or sum(map(len, runs)) > _MOST_LETTERS:
        return []
    choices: list[list[Reading]] = []
    for index, run in enumerate(runs):
        if is_han(run) or not run.isalpha():
            choices.append([(_unit("character", run),)])
        else:
            choices.append(list(islice(ways(run, index == len(runs) - 1), _MOST_READINGS)))
    return [sum(each, ()) for each in islice(product(*choices), _MOST_READINGS)]


@lru_cache(maxsize=4096)
def _unit(kind: UnitKind, typed: str, *, confused: bool = False) -> Unit:
    """Make each unit once, for what is known of it is kept with it."""
    return Unit(kind, typed, confused)


def _syllables(way: Sequence[str], confused: bool = False) -> Reading:
    return tuple(_unit("syllable", syllable, confused=confused) for syllable in way)


def _with_beginning(run: str, is_last: bool) -> Iterator[Reading]:
    if not is_last:
        yield from map(_syllables, divide(run))
        return
    for end in range(len(run) - 1, -1, -1):
        if syllables_from(run[end:]):
            kind: UnitKind = "initial" if len(run) - end == 1 else "begun"
            for way in divide(run[:end]) if end else [()]:
                yield (*_syllables(way), _unit(kind, run[end:]))


def _initials(run: str) -> Iterator[Reading]:
    together = re.findall("[zcs]h|.", run)
    for way in dict.fromkeys((tuple(run), tuple(together))):
        if all(map(syllables_from, way)):
            yield tuple(_unit("initial", letter) for letter in way)


@lru_cache(maxsize=256)
def _fewest_initials(run: str) -> tuple[Reading, ...]:
    # best[i] are the ways to read what begins at letter i with the fewest initials, and how many they have.
    best: list[list[tuple[int, tuple[str, ...]]]] = [[] for _ in run] + [[(0, ())]]
    for start in range(len(run) - 1, -1, -1):
        ways: list[tuple[int, tuple[str, ...]]] = []
        for end in range(start + 1, min(start + _LONGEST_SYLLABLE, len(run)) + 1):
            part = run[start:end]
            if usually_read(part):
                ways += [(count, (part, *rest)) for count, rest in best[end]]
            elif part in (run[start], "zh", "ch", "sh") and syllables_from(part):
                ways += [(count + 1, (part, *rest)) for count, rest in best[end]]
        best[start] = sorted(ways, key=itemgetter(0))[:_MOST_READINGS]
    return tuple(
        tuple(_unit("syllable" if usually_read(part) else "initial", part) for part in way)
        for count, way in best[0]
        if count <= best[0][0][0] + 1
    )
