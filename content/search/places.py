"""Stretches of a corpus that a reading fits: looked up by the rarest of its parts, then compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from content.search.postings import in_runs
from content.search.symbols import INITIALS, SKIPPED, SOUNDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.search.corpus import Corpus
    from content.search.postings import Postings
    from content.search.tables import SearchTables
    from content.search.units import Reading, Unit

# So many keys are looked up for one part of a reading.
_MOST_KEYS = 64


class Places:
    """Looks up readings in one corpus."""

    def __init__(self, corpus: Corpus, tables: SearchTables) -> None:
        self._corpus = corpus
        self._tables = tables
        # The readings of one query share most of their parts.
        self._pair = lru_cache(maxsize=4096)(self._pair_of)
        self._three = lru_cache(maxsize=4096)(self._three_of)

    def fitting(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """Yield the stretches `[start, end)` that a reading fits, in reading order.

        A space or a point may stand between two characters. Initials alone are looked up by three or more.
        """
        text = self._corpus.text
        before, offsets = self._rarest(reading)
        behind, ahead = reading[before + 1 :], reading[:before][::-1]
        for offset in (each for some in in_runs(offsets) for each in self._likely(some, reading[before:])):
            end = offset + 1
            for unit in behind:
                if text[end] in SKIPPED:
                    end += 1
                if text[end] not in unit.possible:
                    break
                end += 1
            else:
                start = offset
                for unit in ahead:
                    start -= 1
                    if start > 0 and text[start] in SKIPPED:
                        start -= 1
                    if start < 0 or text[start] not in unit.possible:
                        break
                else:
                    yield start, end

    def _likely(self, offsets: Sequence[int], reading: Reading) -> list[int]:
        """Return the offsets at which the first two units fit: most that were looked up only sound alike."""
        text, first = self._corpus.text, reading[0].possible
        if len(reading) == 1:
            return [offset for offset in offsets if text[offset] in first]
        second = reading[1].possible | SKIPPED
        return [offset for offset in offsets if text[offset] in first and text[offset + 1] in second]

    def _rarest(self, reading: Reading) -> tuple[int, Sequence[int]]:
        """Return which part of a reading stands least often, as where it begins in it, and its offsets."""
        if len(reading) == 1:
            keys = [first * SOUNDS for first in reading[0].sound_symbols if first]
            return 0, _merged([self._tables.sounds.of(key, key + SOUNDS - 1) for key in keys])
        twos, threes = pairwise(reading), zip(reading, reading[1:], reading[2:], strict=False)
        parts = [(place, self._tables.sounds, self._pair(*two)) for place, two in enumerate(twos)]
        parts += [(place, self._tables.initials, self._three(*three)) for place, three in enumerate(threes)]
        found = [(part.count, place, postings, part.keys) for place, postings, part in parts if part]
        if not found:
            return 0, ()
        _, place, postings, keys = min(found, key=itemgetter(0))
        return place, _merged([postings.of(key) for key in keys])

    def _pair_of(self, one: Unit, other: Unit) -> _Part | None:
        first, second = one.sound_symbols, other.sound_symbols
        if not any(first) or len(first) * len(second) > _MOST_KEYS:
            return None
        return _part(self._tables.sounds, [a * SOUNDS + b for a in first if a for b in second])

    def _three_of(self, one: Unit, two: Unit, three: Unit) -> _Part | None:
        first, second, third = one.initial_symbols, two.initial_symbols, three.initial_symbols
        if not (any(first) and any(second) and any(third)):
            return None
        if len(first) * len(second) * len(third) > _MOST_KEYS:
            return None
        keys = [
            (a * INITIALS + b) * INITIALS + c for a in first if a for b in second if b for c in third if c
        ]
        return _part(self._tables.initials, keys)


@dataclass(frozen=True, slots=True)
class _Part:
    """Keys under which a part of a reading is found, and at how many offsets at most."""

    keys: list[int]
    count: int


def _part(postings: Postings, keys: list[int]) -> _Part:
    starts = postings.starts
    return _Part(keys, sum([starts[key + 1] - starts[key] for key in keys]))


def _merged(offsets: Sequence[Sequence[int]]) -> Sequence[int]:
    """Put the offsets of several keys in reading order, each once."""
    filled = [each for each in offsets if len(each)]
    if len(filled) == 1:
        return filled[0]
    return sorted({offset for each in filled for offset in each})
