"""Which of the names that overlap is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.analysis.entities.candidate import Candidate

_SURE = 0.6


def decide(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return names that do not overlap, in reading order.

    The longest wins, of equals what is known beforehand; a longer one that is not sure yields to one that is
    known, and one that begins inside another to the surer of the two.
    """
    chosen: list[Candidate] = []
    for candidate in sorted(
        candidates,
        key=lambda each: (each.start, -each.end, not each.listed, each.name is None, -each.confidence),
    ):
        while chosen and chosen[-1].end > candidate.start:
            before = chosen[-1]
            if not _yields(before, candidate):
                break
            chosen.pop()
        else:
            chosen.append(candidate)
    return chosen


def _yields(before: Candidate, candidate: Candidate) -> bool:
    """Tell whether a name yields to one that begins where it does or inside it."""
    contains = before.end >= candidate.end
    if contains:
        known = candidate.listed and not before.listed and candidate.kind != before.kind
        return known and before.confidence < _SURE
    if before.listed != candidate.listed:
        return candidate.listed
    return (candidate.confidence, candidate.length) > (before.confidence, before.length)
