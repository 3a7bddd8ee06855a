"""Which words of a text belong to names that were found before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.analysis.entities.candidate import Candidate
    from content.analysis.entities.cut_text import CutText

_SURE = 0.8


@dataclass(frozen=True, slots=True)
class KnownWords:
    """By the index of a word: where the name starts that it is in, where each name ends, people's words."""

    starts: dict[int, int]
    ends: dict[int, int]
    others: frozenset[int]
    held: bytes
    """For each word 1 where it belongs to any of these names, else 0."""


def words_of_names(cut: CutText, named: Iterable[Candidate], people: Iterable[Candidate]) -> KnownWords:
    """Return the words of organisations and products among `named`, and those of people who are sure."""
    others = frozenset(
        index
        for person in people
        for index in range(cut.index_at(person.start), cut.index_at(person.end - 1) + 1)
        if person.confidence >= _SURE
    )
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for candidate in named:
        if candidate.kind in ("org", "media", "product"):
            first, last = cut.index_at(candidate.start), cut.index_at(candidate.end - 1)
            for index in range(first, last + 1):
                starts[index] = first
            ends[first] = max(ends.get(first, 0), last + 1)
    held = bytearray(len(cut.tags))
    for index in (*starts, *others):
        held[index] = 1
    return KnownWords(starts, ends, others, bytes(held))
