"""The measure of a line of verse: clauses of as many characters."""

from __future__ import annotations

import re

_LONGEST = 40
_MEASURES = frozenset((4, 5, 6, 7))
_CLAUSE = re.compile(r"[，、。；！？,;!?]")
_ENDS = ("。", "，", "；", "！", "？")


def measure(text: str) -> int:
    """Return how many characters each clause of a line has, 0 where they differ or none is verse."""
    if len(text) > _LONGEST or not text.endswith(_ENDS):
        return 0
    lengths = {len(each) for each in clauses(text)}
    return lengths.pop() if len(lengths) == 1 and lengths <= _MEASURES else 0


def clauses(text: str) -> list[str]:
    """Divide a line at its marks."""
    return [each for each in _CLAUSE.split(text) if each]
