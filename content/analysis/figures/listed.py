"""Figures told in turn: 2016 年和 2017 年营收分别为 3 亿元和 5 亿元."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.analysis.figures.figure import Figure
    from content.document import Passage

_TURN = "分别"
_TOLD = ("amount", "count", "share", "growth")
_LONGEST = 120  # characters: of a list told in turn


def in_turn(
    figures: list[Figure], folded: str, passage: Passage, sentences: Sequence[tuple[int, int]]
) -> list[Figure]:
    """Give each figure behind 分别 the period, or the words, of its turn."""
    if _TURN not in folded:
        return figures
    found = list(figures)
    for first, last in sentences:
        turns = [passage.start + first + match.start() for match in re.finditer(_TURN, folded[first:last])]
        if not turns:
            continue
        low = bisect_left(found, passage.start + first, key=_start)
        high = bisect_left(found, passage.start + last, key=_start)
        dates = [each for each in found[low:high] if each.span.start < turns[0] and each.kind == "date"]
        for turn, until in zip(turns, [*turns[1:], passage.start + last], strict=False):
            behind = [
                index
                for index, each in enumerate(found[low:high], low)
                if turn < each.span.start < min(until, turn + _LONGEST) and each.kind in _TOLD
            ]
            if len(dates) > 1 and len(behind) >= len(dates):
                for index, dated in zip(behind, dates, strict=False):
                    found[index] = replace(found[index], period=dated.period)
    return found


def _start(figure: Figure) -> int:
    return figure.span.start
