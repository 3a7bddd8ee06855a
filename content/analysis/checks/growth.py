"""Stated growth, recomputed from the figures before and after: 由 4.01 亿元增至 14.48 亿元，增长 261.1 %."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.analysis.checks.comparing import agrees, bounds
from content.analysis.checks.making import checked, unchecked
from content.analysis.checks.pairs import by_period, is_yearly, pair_of, rates_of, segment
from content.analysis.figures.calendar import year_of
from content.analysis.figures.growth import growth_before, growth_sense
from content.analysis.figures.tables import words

if TYPE_CHECKING:
    from content.analysis.checks.check import Check
    from content.analysis.checks.context import Sentence
    from content.analysis.checks.measures import Known
    from content.analysis.checks.pairs import Pair
    from content.analysis.figures import Figure

# At constant prices, or counted otherwise than before: the printed amounts say nothing against it.
_REAL = re.compile("可比|不变价|实际增|实质增|扣除|剔除|同口径|固定汇率|gdp|生产总值")
_OVER_A_YEAR = re.compile("同比|按年|年增|年减")
_POINTS = frozenset(words("units", "percent", "points")) - {"bp", "bps"}


def check_growth(sentence: Sentence, stated: Figure, known: Known) -> Check:
    """Check one stated growth; without both figures in the sentence, the rest of the text may confirm it."""
    if stated.value is None:
        return unchecked("growth", sentence, stated, "vague")
    sense = growth_sense(sentence.folded, stated.span.start, stated.span.end) or 1
    if pair := pair_of(sentence, stated):
        return _of_pair(sentence, stated, pair, sense)
    if rates := rates_of(sentence, stated):
        computed = _percent(*rates, sense) if rates[0].value else 0.0
        if agrees(stated, computed):
            return checked("growth", sentence, stated, computed, (computed, computed), rates)
        if agrees(stated, _points(*rates, sense)):  # meant in points
            return unchecked("growth", sentence, stated, "basis")
    if (change := _by_change(sentence, stated)) and agrees(stated, computed := _of_change(*change, sense)):
        return checked("growth", sentence, stated, computed, (computed, computed), change)
    if (pair := _elsewhere(sentence, stated, known)) and agrees(stated, computed := _percent(*pair, sense)):
        return checked("growth", sentence, stated, computed, (computed, computed), pair)
    return unchecked("growth", sentence, stated, "no_base")


def check_points(sentence: Sentence, stated: Figure) -> Check | None:
    """Check by how many points a rate changed; None where the sentence lacks one of both rates."""
    sense = growth_before(sentence.folded, stated.span.start)
    if stated.value is None or stated.unit not in _POINTS or not sense:
        return None
    if (rates := rates_of(sentence, stated)) is None:
        return None
    (low, high), (least, most) = (bounds(rate) for rate in rates)
    allowed = sorted((sense * (least - high), sense * (most - low)))
    return checked("growth", sentence, stated, _points(*rates, sense), (allowed[0], allowed[1]), rates)


def _points(base: Figure, current: Figure, sense: int) -> float:
    return sense * (float(current.value or 0) - float(base.value or 0))


def _of_pair(sentence: Sentence, stated: Figure, pair: Pair, sense: int) -> Check:
    begun, ended = (year_of(figure.period) for figure in pair)
    apart = ended - begun if begun and ended else 0
    yearly = is_yearly(sentence, stated)
    if yearly and apart < 1:
        return unchecked("growth", sentence, stated, "no_span")
    years = apart if yearly else 1
    computed = _percent(*pair, sense, years)
    otherwise = _REAL.search(sentence.folded, sentence.start, stated.span.end) or (
        apart > 1 and _OVER_A_YEAR.search(sentence.ahead(stated))
    )
    if otherwise and not agrees(stated, computed):
        return unchecked("growth", sentence, stated, "basis")
    return checked("growth", sentence, stated, computed, _allowed(*pair, sense, years), pair)


def _by_change(sentence: Sentence, stated: Figure) -> Pair | None:
    """Return by how much something changed and to what: 储备 31700 亿，下降 350 亿，降幅为 1.09 %."""
    changes = [figure for figure in sentence.counted if figure.span.end <= stated.span.start]
    levels = segment(sentence, stated)
    if not changes or not levels or changes[-1] in levels or changes[-1].unit != levels[-1].unit:
        return None
    return changes[-1], levels[-1]


def _of_change(change: Figure, level: Figure, sense: int) -> float:
    before = float(level.value or 0) - sense * float(change.value or 0)
    return float(change.value or 0) / before * 100 if before > 0 else 0.0


def _elsewhere(sentence: Sentence, stated: Figure, known: Known) -> Pair | None:
    """Return a pair of which the earlier figure stands in another sentence, under the same name."""
    near = segment(sentence, stated)
    if not near or by_period(sentence, stated):
        return None
    current = near[-1]
    base = known.a_year_before(current)
    return (base, current) if base and base.value else None


def _percent(base: Figure, current: Figure, sense: int, years: int = 1) -> float:
    before, after = float(base.value or 0), float(current.value or 0)
    if years > 1 and after / before > 0:
        return sense * (float((after / before) ** (1 / years)) - 1) * 100
    return sense * (after - before) / abs(before) * 100


def _allowed(base: Figure, current: Figure, sense: int, years: int) -> tuple[float, float]:
    (low, high), (least, most) = bounds(base), bounds(current)
    if low <= 0 or least <= 0:
        return (_percent(base, current, sense, years),) * 2
    ends = sorted(
        sense * ((after / before) ** (1 / years) - 1) * 100
        for before in (low, high)
        for after in (least, most)
    )
    return ends[0], ends[-1]
