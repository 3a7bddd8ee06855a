"""What typed letters may stand for: each reading of a query is a row of classes of characters.

金融keji is 金, 融, any character read ke, any read ji; jrkj is four characters by their initials.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.chinese.pinyin import also_read, divide, easily_confused, readings, syllables_from, usually_read
from content.search.evidence import CHARACTER_BITS, INITIAL_BITS, SYLLABLE_BITS
from content.search.query import is_han

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
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _keys_beside() -> dict[str, str]:
    """Return for each letter those whose keys touch it; each row stands half a key right of the one above."""
    places = {key: (row, column) for row, keys in enumerate(_KEYBOARD) for column, key in enumerate(keys)}
    touching = {(0, -1), (0, 1), (-1, 0), (-1, 1), (1, 0), (1, -1)}
    return {
        key: "".join(other for other, (r, c) in places.items() if (r - row, c - column) in touching)
        for key, (row, column) in places.items()
    }


_BESIDE = _keys_beside()
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
    """What was typed for one character: itself, one that sounds alike, a syllable or its beginning."""

    kind: UnitKind
    typed: str
    confused: bool = False
    slipped: bool = False

    @property
    def bits(self) -> float:
        """How much it says."""
        return _BITS[self.kind] - 1.5 * self.confused - 2.0 * self.slipped

    @property
    def sounds(self) -> tuple[str, ...]:
        """The syllables that it may be."""
        match self.kind:
            case "character":
                return ()
            case "sound":
                return readings(self.typed)
            case "syllable":
                return easily_confused(self.typed) if self.confused else (self.typed,)
            case _:
                return syllables_from(self.typed)

    @property
    def usual(self) -> frozenset[str]:
        """The characters that fit with their usual reading."""
        return frozenset(self.typed) if self.kind in ("character", "sound") else _usually(self.sounds)

    @property
    def possible(self) -> frozenset[str]:
        """All characters that fit; an initial may also be a Latin letter of the text."""
        itself = self.typed if self.kind in ("character", "sound", "initial") else ""
        return _possibly(self.sounds, itself)


Reading: TypeAlias = tuple[Unit, ...]


# How a run of letters may be read; told whether it is the last run of the query.
_Ways: TypeAlias = "Callable[[str, bool], Iterable[Reading]]"


def same_sounding(folded: str) -> Reading:
    """Read Chinese as if each character stood for any of the same sound."""
    return tuple(
        Unit("sound" if is_han(each) else "character", each) for each in folded if not each.isspace()
    )


def whole_syllables(folded: str) -> list[Reading]:
    """Read the letters as pinyin, in every way in which no letter is left."""
    return _read(folded, lambda run, _: map(_syllables, divide(run)))


def confused_syllables(folded: str) -> list[Reading]:
    """Read the letters as pinyin in which sounds are mixed up as many speakers do."""
    return _read(folded, lambda run, _: (_syllables(way, confused=True) for way in divide(run)))


def mistyped_syllables(folded: str) -> list[Reading]:
    """Read the letters as pinyin with one slip of a finger: two swapped, one missing, too many or wrong."""
    letters = "".join(folded.split())
    if not _FEWEST_LETTERS <= len(letters) <= _MOST_LETTERS or not (letters.isascii() and letters.isalpha()):
        return []
    meant = dict.fromkeys(way for each in _slips_of(letters) for way in divide(each)[:1])
    return [tuple(Unit("syllable", syllable, slipped=True) for syllable in way) for way in meant]


def _slips_of(letters: str) -> Iterator[str]:
    for place in range(len(letters)):
        before, after = letters[:place], letters[place + 1 :]
        if after:
            yield before + after[0] + letters[place] + after[1:]
        yield before + after
        yield from (before + letter + after for letter in _BESIDE[letters[place]])
        yield from (before + letter + letters[place:] for letter in _ALPHABET)
    yield from (letters + letter for letter in _ALPHABET)


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
            choices.append([(Unit("character", run),)])
        else:
            choices.append(list(islice(ways(run, index == len(runs) - 1), _MOST_READINGS)))
    return [sum(each, ()) for each in islice(product(*choices), _MOST_READINGS)]


def _syllables(way: Sequence[str], confused: bool = False) -> Reading:
    return tuple(Unit("syllable", syllable, confused) for syllable in way)


def _with_beginning(run: str, is_last: bool) -> Iterator[Reading]:
    if not is_last:
        yield from map(_syllables, divide(run))
        return
    for end in range(len(run) - 1, -1, -1):
        if syllables_from(run[end:]):
            kind: UnitKind = "initial" if len(run) - end == 1 else "begun"
            for way in divide(run[:end]) if end else [()]:
                yield (*_syllables(way), Unit(kind, run[end:]))


def _initials(run: str) -> Iterator[Reading]:
    together = re.findall("[zcs]h|.", run)
    for way in dict.fromkeys((tuple(run), tuple(together))):
        if all(map(syllables_from, way)):
            yield tuple(Unit("initial", letter) for letter in way)


def _fewest_initials(run: str) -> Iterator[Reading]:
    # best[i] are the ways to read what begins at letter i with the fewest initials.
    best: list[list[Reading]] = [[] for _ in run] + [[()]]
    for start in range(len(run) - 1, -1, -1):
        ways: list[Reading] = []
        for end in range(start + 1, min(start + 6, len(run)) + 1):
            part = run[start:end]
            if usually_read(part):
                ways += ((Unit("syllable", part), *rest) for rest in best[end])
            elif syllables_from(part) and part in (run[start], "zh", "ch", "sh"):
                ways += ((Unit("initial", part), *rest) for rest in best[end])
        best[start] = sorted(ways, key=_initials_in)[:_MOST_READINGS]
    fewest = min(map(_initials_in, best[0]), default=0)
    yield from (way for way in best[0] if _initials_in(way) <= fewest + 1)


def _initials_in(way: Reading) -> int:
    return sum(unit.kind == "initial" for unit in way)
