"""Figures told in turn: 2016 年和 2017 年营收分别为 3 亿元和 5 亿元."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.analysis.figures.figure import Figure
    from content.document import Passage

_TURN = "分别"
_LONGEST = 120  # characters: of a list told in turn


def in_turn(
    figures: list[Figure], folded: str, passage: Passage, sentences: Sequence[tuple[int, int]]
) -> list[Figure]:
    """Give each figure behind 分别 the period, or the words, of its turn."""
    if _TURN not in folded:
        return figures
    found = list(figures)
    for first, last in sentences:
        at = folded.find(_TURN, first, last)
        if at < 0:
            continue
        at += passage.start
        dates = [
            each for each in found if passage.start + first <= each.span.start < at and each.kind == "date"
        ]
        behind = [
            index
            for index, each in enumerate(found)
            if at < each.span.start < min(passage.start + last, at + _LONGEST)
            and each.kind in ("amount", "count", "share", "growth")
        ]
        if len(dates) > 1 and len(behind) >= len(dates):
            for index, dated in zip(behind, dates, strict=False):
                found[index] = replace(found[index], period=dated.period)
    return found
