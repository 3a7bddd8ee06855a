"""Stated sums, added up again: 甲 30 亿元，乙 45 亿元，合计 75 亿元."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.analysis.checks.comparing import agrees, bounds
from content.analysis.checks.making import checked, unchecked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.analysis.checks.check import Check
    from content.analysis.checks.context import Sentence
    from content.analysis.figures import Figure

_SUM = re.compile("(?:合计|共计|总计|总和|加起来|一共|合共|总共)[^,;。]{0,10}$")
_TOGETHER = re.compile("(?:共(?:有|造成|投资|投入|为)?|总[一-鿿]{1,4}(?:为|达|是)?) ?$")
_MUST = re.compile("合计|共计|加起来")
_FEWEST, _MOST = 2, 12  # parts


def check_sum(sentence: Sentence, stated: Figure) -> Check | None:
    """Check one stated sum; None where a figure is none, or the text only speaks of a total."""
    ahead = sentence.ahead(stated)
    told, together = _SUM.search(ahead), _TOGETHER.search(ahead)
    if stated.value is None or stated.kind not in ("amount", "count") or not (told or together):
        return None
    here = _parts(sentence, stated)
    if told and len(here) >= _FEWEST:
        return _checked(sentence, stated, here)
    there = here or (_parts(sentence.before, stated) if sentence.before else [])
    if len(there) >= _FEWEST and agrees(stated, _total(there)):
        return _checked(sentence, stated, there)
    return unchecked("sum", sentence, stated, "no_parts") if told and _MUST.search(told[0]) else None


def _parts(sentence: Sentence, stated: Figure) -> list[Figure]:
    """Return the figures of the same unit before a sum."""
    start = (
        min(sentence.clause(stated)[0], stated.span.start)
        if stated.span.start < sentence.end
        else sentence.end
    )
    found = [
        figure
        for figure in sentence.counted
        if figure.unit == stated.unit and figure.kind == stated.kind and figure.span.end <= max(start, 0)
    ]
    if len(found) < _FEWEST and stated.span.start < sentence.end:
        found = [
            figure
            for figure in sentence.counted
            if figure.unit == stated.unit and figure.span.end <= stated.span.start
        ]
    return found[-_MOST:]


def _checked(sentence: Sentence, stated: Figure, parts: Sequence[Figure]) -> Check:
    allowed = tuple(sum(bounds(part)[end] for part in parts) for end in (0, 1))
    return checked("sum", sentence, stated, _total(parts), (allowed[0], allowed[1]), parts)


def _total(parts: Sequence[Figure]) -> float:
    return sum(float(part.value or 0) for part in parts)
