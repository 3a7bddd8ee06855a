"""What typed letters may stand for: each reading of a query is a row of classes of characters.

金融keji is 金, 融, any character read ke, any read ji; jrkj is four characters by their initials.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from content.chinese.pinyin import LONGEST_SYLLABLE, divide, syllables_from, usually_read
from content.search.query import is_han
from content.search.symbols import SKIPPED
from content.search.units import Reading, UnitKind, syllable_units, unit_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_RUNS = re.compile(r"[a-zü]+|[^\W_]")
# A query is read in at most so many ways; each is looked for on its own.
_MOST_READINGS = 8
# Nobody types more letters than this by sound before looking up; each costs time.
_MOST_LETTERS = 40

# How a run of letters may be read; told whether it is the last run of the query.
_Ways: TypeAlias = "Callable[[str, bool], Iterable[Reading]]"


def same_sounding(folded: str) -> Reading:
    """Read Chinese as if each character stood for any of the same sound."""
    return tuple(
        unit_of("sound" if is_han(each) else "character", each)
        for each in folded
        if not each.isspace() and each not in SKIPPED
    )


def whole_syllables(folded: str) -> list[Reading]:
    """Read the letters as pinyin, in every way in which no letter is left."""
    return _read(folded, lambda run, _: map(syllable_units, divide(run)))


def confused_syllables(folded: str) -> list[Reading]:
    """Read the letters as pinyin in which sounds are mixed up as many speakers do."""
    return _read(folded, lambda run, _: (syllable_units(way, confused=True) for way in divide(run)))


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
            choices.append([(unit_of("character", run),)])
        else:
            choices.append(list(islice(ways(run, index == len(runs) - 1), _MOST_READINGS)))
    return [sum(each, ()) for each in islice(product(*choices), _MOST_READINGS)]


def _with_beginning(run: str, is_last: bool) -> Iterator[Reading]:
    if not is_last:
        yield from map(syllable_units, divide(run))
        return
    for end in range(len(run) - 1, -1, -1):
        if syllables_from(run[end:]):
            kind: UnitKind = "initial" if len(run) - end == 1 else "begun"
            for way in divide(run[:end]) if end else [()]:
                yield (*syllable_units(way), unit_of(kind, run[end:]))


def _initials(run: str) -> Iterator[Reading]:
    together = re.findall("[zcs]h|.", run)
    for way in dict.fromkeys((tuple(run), tuple(together))):
        if all(map(syllables_from, way)):
            yield tuple(unit_of("initial", letter) for letter in way)


@lru_cache(maxsize=256)
def _fewest_initials(run: str) -> tuple[Reading, ...]:
    # best[i] are the ways to read what begins at letter i with the fewest initials, and how many they have.
    best: list[list[tuple[int, tuple[str, ...]]]] = [[] for _ in run] + [[(0, ())]]
    for start in range(len(run) - 1, -1, -1):
        ways: list[tuple[int, tuple[str, ...]]] = []
        for end in range(start + 1, min(start + LONGEST_SYLLABLE, len(run)) + 1):
            part = run[start:end]
            if usually_read(part):
                ways += [(count, (part, *rest)) for count, rest in best[end]]
            elif part in (run[start], "zh", "ch", "sh") and syllables_from(part):
                ways += [(count + 1, (part, *rest)) for count, rest in best[end]]
        best[start] = sorted(ways, key=itemgetter(0))[:_MOST_READINGS]
    return tuple(
        tuple(unit_of("syllable" if usually_read(part) else "initial", part) for part in way)
        for count, way in best[0]
        if count <= best[0][0][0] + 1
    )
