"""Stated growth, recomputed from the figures before and after: 由 4.01 亿元增至 14.48 亿元，增长 261.1 %."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.analysis.checks.comparing import agrees, bounds
from content.analysis.checks.making import checked, unchecked
from content.analysis.checks.measures import same_thing
from content.analysis.figures.calendar import shifted
from content.analysis.figures.growth import growth_before, growth_sense, without_growth
from content.analysis.figures.tables import any_of, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.analysis.checks.check import Check
    from content.analysis.checks.context import Sentence
    from content.analysis.checks.measures import Known
    from content.analysis.figures import Figure

_WORDS = {key: any_of(words("cues", "growth", key)) for key in ("base", "earlier", "copulas", "moves")}
_BASE = re.compile(rf"{_WORDS['base']}[^,;。]{{0,16}}$|{_WORDS['earlier']}(?:{_WORDS['copulas']}| )*$")
_FROM = re.compile("(?:从|由|自)[^,;。]{0,18}$")
_TO = re.compile(rf"{_WORDS['moves']}(?:了|加|长)?(?:到|至|为|成)|^[^,;。]{{0,6}}到")
_ARRIVES = re.compile(" ?(?:至|到)[^,;。]{0,16}$")
_WITH = re.compile("(?:与|和|同)[^,;。]{0,16}$")
_LAST_YEAR = re.compile("(?:去年同期|上年同期|前年同期)(?:的|为|是|仅为|仅|只有|约|录得| )*$")
# At constant prices, or counted otherwise than before: the printed amounts say nothing against it.
_REAL = re.compile("可比|不变价|实际增|实质增|扣除|剔除|同口径|固定汇率|gdp|生产总值")
_QUARTERLY = re.compile("环比|季增|季减|按季|月增|月减|按月")


def check_growth(sentence: Sentence, stated: Figure, known: Known) -> Check:
    """Check one stated growth; without both figures in the sentence, the rest of the text may confirm it."""
    if stated.value is None:
        return unchecked("growth", sentence, stated, "vague")
    sense = growth_sense(sentence.folded, stated.span.start, stated.span.end) or 1
    pair = _pair(sentence, stated)
    real = _REAL.search(sentence.folded, sentence.start, stated.span.end) is not None
    if pair and real and not agrees(stated, _percent(*pair, sense)):
        return unchecked("growth", sentence, stated, "basis")
    if pair and _speaks_of(sentence, stated, pair):
        return checked("growth", sentence, stated, _percent(*pair, sense), _allowed(*pair, sense), pair)
    if (change := _by_change(sentence, stated)) and agrees(stated, computed := _of_change(*change, sense)):
        return checked("growth", sentence, stated, computed, (computed, computed), change)
    if (pair := _elsewhere(sentence, stated, known)) and agrees(stated, computed := _percent(*pair, sense)):
        return checked("growth", sentence, stated, computed, (computed, computed), pair)
    return unchecked("growth", sentence, stated, "no_base")


def _pair(sentence: Sentence, stated: Figure) -> tuple[Figure, Figure] | None:
    """Return the figure of before and that of after, as the sentence tells them apart."""
    near = _segment(sentence, stated)
    for index in range(len(near) - 1, -1, -1):
        base = near[index]
        ahead = sentence.cue(base)
        others = [
            other for other in near if other is not base and other.unit == base.unit and other.value != 0
        ]
        before = [other for other in others if other.span.start < base.span.start]
        after = [other for other in others if other.span.start > base.span.start]
        if not base.value:
            continue
        if _FROM.search(ahead) or (after and _TO.search(sentence.between(base, after[0]))):
            if after:
                return base, after[0]
        elif _WITH.search(ahead) and after and "比" in sentence.between(base, after[0]):
            return base, after[0]
        elif _BASE.search(ahead) and (before or after):
            return base, before[-1] if before else after[0]
    return _around(sentence, stated, near) or _following(sentence, stated, near) or _years_apart(near)


def _speaks_of(sentence: Sentence, stated: Figure, pair: tuple[Figure, Figure]) -> bool:
    """Tell whether a claim is of what a pair counts: not where revenue grew and the pair counts shops."""
    near = [figure for figure in _segment(sentence, stated) if figure.kind in ("amount", "count")]
    if near and near[-1] not in pair and near[-1].unit != pair[0].unit:
        return False
    named, counted = without_growth(stated.what or ""), [figure.what for figure in pair if figure.what]
    return not (named and counted) or any(same_thing(named, what) for what in counted)


def _segment(sentence: Sentence, stated: Figure) -> list[Figure]:
    """Return the figures that lead to a claim: those since the claim before it."""
    since = max(
        (
            figure.span.end
            for figure in sentence.figures
            if figure.kind == "growth" and figure.span.start < stated.span.start
        ),
        default=sentence.start,
    )
    return [
        figure
        for figure in sentence.counted
        if since <= figure.span.start < stated.span.start and not _is_change(sentence, figure)
    ]


def _is_change(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a figure is itself by how much something grew: 增加 6.5 万人."""
    return bool(growth_before(sentence.folded, figure.span.start))


def _by_change(sentence: Sentence, stated: Figure) -> tuple[Figure, Figure] | None:
    """Return by how much something changed and to what: 储备 31700 亿，下降 350 亿，降幅为 1.09 %."""
    changes = [figure for figure in sentence.counted if figure.span.end <= stated.span.start]
    levels = _segment(sentence, stated)
    if not changes or not levels or changes[-1] in levels or changes[-1].unit != levels[-1].unit:
        return None
    return changes[-1], levels[-1]


def _of_change(change: Figure, level: Figure, sense: int) -> float:
    before = float(level.value or 0) - sense * float(change.value or 0)
    return float(change.value or 0) / before * 100 if before > 0 else 0.0


def _around(sentence: Sentence, stated: Figure, near: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Return a pair that stands around the claim: 由 1221 亿元增加 24.6 % 至 1522 亿元."""
    later = [figure for figure in sentence.counted if figure.span.start > stated.span.start]
    if not later or not near or near[-1].unit != later[0].unit or not near[-1].value:
        return None
    leads = _FROM.search(sentence.cue(near[-1])) and _ARRIVES.match(sentence.between(stated, later[0]))
    return (near[-1], later[0]) if leads else None


def _following(sentence: Sentence, stated: Figure, near: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Return a pair whose earlier figure stands behind the claim: 同比增长 24.7 %，上年同期为 120.5 亿元."""
    later = [figure for figure in sentence.figures if figure.span.start > stated.span.start]
    if not later or not near:
        return None
    base, current = later[0], near[-1]
    told = base.unit == current.unit and base.value and _LAST_YEAR.search(sentence.ahead(base))
    return (base, current) if told else None


def _years_apart(near: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Return the last two figures of one thing a year apart: 2016 年净利润 …，2017 年净利润 …."""
    if len(near) < 2:
        return None
    base, current = near[-2:]
    same = base.unit == current.unit and base.value and base.period and current.period
    return (base, current) if same and shifted(base.period or "", 1) == current.period else None


def _elsewhere(sentence: Sentence, stated: Figure, known: Known) -> tuple[Figure, Figure] | None:
    """Return a pair of which the earlier figure stands in another sentence, under the same name."""
    near = _segment(sentence, stated)
    if not near or _QUARTERLY.search(sentence.ahead(stated)):
        return None
    current = near[-1]
    base = known.a_year_before(current)
    return (base, current) if base and base.value else None


def _percent(base: Figure, current: Figure, sense: int) -> float:
    before, after = float(base.value or 0), float(current.value or 0)
    return sense * (after - before) / abs(before) * 100


def _allowed(base: Figure, current: Figure, sense: int) -> tuple[float, float]:
    (low, high), (least, most) = bounds(base), bounds(current)
    if low <= 0:
        return (_percent(base, current, sense),) * 2
    ends = sorted(
        sense * (after - before) / before * 100 for before in (low, high) for after in (least, most)
    )
    return ends[0], ends[-1]
