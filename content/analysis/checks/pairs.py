"""The earlier and the later figure that a stated growth speaks of, wherever in its sentence they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from content.analysis.checks.measures import same_thing
from content.analysis.figures import calendar
from content.analysis.figures.growth import growth_before, without_growth
from content.analysis.figures.tables import words
from content.analysis.word_lists import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from content.analysis.checks.context import Sentence
    from content.analysis.figures import Figure

Pair: TypeAlias = "tuple[Figure, Figure]"
"""The figure of before and that of after."""

_WORDS = {key: any_of(words("cues", "growth", key)) for key in ("base", "earlier", "copulas", "moves")}
_BASE = re.compile(rf"{_WORDS['base']}[^,;。]{{0,16}}$|{_WORDS['earlier']}(?:{_WORDS['copulas']}| )*$")
_LAST = re.compile(rf"(?:{_WORDS['earlier']}|同期)(?:{_WORDS['copulas']}| )*$")
_FROM = re.compile("(?:从|由|自)[^,;。]{0,18}$")
_TO = re.compile(rf"{_WORDS['moves']}(?:了|加|长)?(?:到|至|为|成)|^[^,;。]{{0,6}}到")
_ARRIVES = re.compile(" ?(?:至|到)[^,;。]{0,16}$")
_REACHES = re.compile("(?:至|到|达)[^,;。]{0,8}$")
_AGAIN = re.compile(",?;? ?(?:再|又)[^,;。]{0,8}[到至]")
_WITH = re.compile("(?:与|和|同)[^,;。]{0,16}$")
_LAST_YEAR = re.compile("(?:去年同期|上年同期|前年同期)(?:的|为|是|仅为|仅|只有|约|录得| )*$")
_YEARLY = re.compile("年均|年?复合|平均每年|每年")
_BY_PERIOD = re.compile("环比|季增|季减|按季|月增|月减|按月")


def pair_of(sentence: Sentence, stated: Figure) -> Pair | None:
    """Return the figure of before and that of after, as the sentence tells them apart."""
    near = segment(sentence, stated)
    for pair in _pairs_before(sentence, stated, near):
        if _speaks_of(sentence, stated, near, pair) and _is_in_time(sentence, stated, pair):
            return pair
    behind = _behind(sentence, stated)
    return behind if behind and _names_nothing_else(stated, behind) else None


def by_period(sentence: Sentence, stated: Figure) -> bool:
    """Tell whether a growth is over the quarter or the month before: 环比."""
    return bool(_BY_PERIOD.search(sentence.ahead(stated)))


def is_yearly(sentence: Sentence, stated: Figure) -> bool:
    """Tell whether a growth is that of each of several years: 年均."""
    return bool(_YEARLY.search(f"{sentence.ahead(stated)}%{sentence.behind(stated)}"))


def segment(sentence: Sentence, stated: Figure) -> list[Figure]:
    """Return the figures that lead to a claim: those since the claim before it."""
    claim = _claim_before(sentence, stated)
    since = claim.span.end if claim else sentence.start
    return [
        figure
        for figure in sentence.counted
        if since <= figure.span.start < stated.span.start and not _is_change(sentence, figure)
    ]


def rates_of(sentence: Sentence, stated: Figure) -> Pair | None:
    """Return two levels in percent: 由 40% 提高到 60%，提高 20 个百分点; 由 26% 回落 5 个百分点至 21%."""
    levels = [figure for figure in sentence.figures if figure.unit == "%" and figure.value is not None]
    before = [figure for figure in levels if figure.span.end <= stated.span.start]
    after = [figure for figure in levels if figure.span.start >= stated.span.end]
    pair: Pair | None = None
    if len(before) > 1 and _leads(sentence, *before[-2:]):
        pair = before[-2], before[-1]
    elif before and after and _FROM.search(sentence.ahead(before[-1])):
        pair = (before[-1], after[0]) if _ARRIVES.match(sentence.between(stated, after[0])) else None
    return pair if pair and _names_nothing_else(pair[0], (stated,)) else None


def _leads(sentence: Sentence, base: Figure, current: Figure) -> bool:
    """Tell whether two figures stand as 由 … 增至 …."""
    goes = _TO.search(sentence.between(base, current))
    return bool(goes and _FROM.search(sentence.ahead(base)))


def _are_alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are in one unit; a bare number is in that of the count beside it."""
    if one.unit == other.unit:
        return True
    return one.kind == other.kind == "count" and None in (one.unit, other.unit)


def _is_last_years(sentence: Sentence, figure: Figure) -> bool:
    return _LAST_YEAR.search(sentence.ahead(figure)) is not None


def _claim_before(sentence: Sentence, stated: Figure) -> Figure | None:
    claims = [
        figure
        for figure in sentence.figures
        if figure.kind == "growth" and figure.span.start < stated.span.start
    ]
    return claims[-1] if claims else None


def _is_change(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a figure is itself by how much something grew: 增加 6.5 万人."""
    return bool(growth_before(sentence.folded, figure.span.start))


def _pairs_before(sentence: Sentence, stated: Figure, near: Sequence[Figure]) -> Iterator[Pair]:
    """Yield the pairs of which one figure at least stands before the claim, the likeliest first."""
    if told := _told(sentence, near):
        yield told
    if not near:
        return
    later = [figure for figure in sentence.figures if figure.span.start > stated.span.start]
    current, counted = near[-1], [figure for figure in later if figure in sentence.counted]
    if counted and current.unit == counted[0].unit and current.value:
        arrives = _ARRIVES.match(sentence.between(stated, counted[0]))
        if arrives and _FROM.search(sentence.cue(current)):  # 由 1221 亿元增加 24.6 % 至 1522 亿元
            yield current, counted[0]
    if later and later[0].unit == current.unit and later[0].value and _is_last_years(sentence, later[0]):
        yield later[0], current  # 同比增长 24.7 %，上年同期为 120.5 亿元
    if len(near) > 1 and _are_apart(sentence, stated, near[-2], current):
        yield near[-2], current


def _told(sentence: Sentence, near: Sequence[Figure]) -> Pair | None:
    for index in range(len(near) - 1, -1, -1):
        base = near[index]
        ahead = sentence.cue(base)
        others = [
            other for other in near if other is not base and _are_alike(base, other) and other.value != 0
        ]
        before = [other for other in others if other.span.start < base.span.start]
        after = [other for other in others if other.span.start > base.span.start]
        if not base.value:
            continue
        if _FROM.search(ahead) or (after and _TO.search(sentence.between(base, after[0]))):
            if after:
                return base, _last_of(sentence, after)
        elif _WITH.search(ahead) and after and "比" in sentence.between(base, after[0]):
            return base, after[0]
        elif _BASE.search(ahead) and (before or after):
            return base, before[-1] if before else after[0]
    return None


def _last_of(sentence: Sentence, levels: Sequence[Figure]) -> Figure:
    """Return the last level of those that one reaches after another: 由 10 亿元到 20 亿元，再到 30 亿元."""
    last = levels[0]
    for following in levels[1:]:
        if not _AGAIN.match(sentence.between(last, following)):
            break
        last = following
    return last


def _are_apart(sentence: Sentence, stated: Figure, base: Figure, current: Figure) -> bool:
    """Tell whether two figures are as far apart as a claim says: 2016 年净利润 …，2017 年净利润 …."""
    if base.unit != current.unit or not base.value or not base.period or not current.period:
        return False
    if base.what and current.what and not same_thing(base.what, current.what):
        return False
    if is_yearly(sentence, stated):
        return True
    if by_period(sentence, stated):
        return calendar.following(base.period) == current.period
    return calendar.shifted(base.period, 1) == current.period


def _behind(sentence: Sentence, stated: Figure) -> Pair | None:
    """Return a pair behind the claim: 下跌三成，由 100 元跌到 70 元; 翻番至 20 亿元，上年为 10 亿元."""
    claims = [figure for figure in sentence.figures if figure.kind in ("growth", "share")]
    until = min(
        (claim.span.start for claim in claims if claim.span.start > stated.span.start), default=sentence.end
    )
    later = [figure for figure in sentence.counted if stated.span.end <= figure.span.start < until]
    first = later[0] if later and "其中" not in sentence.between(stated, later[0]) else None
    second = next((figure for figure in later[1:3] if first and _are_alike(first, figure)), None)
    if not first or not second or not first.value or not second.value:
        return None
    if _leads(sentence, first, second):
        return first, second
    reached = _REACHES.search(sentence.cue(first)) and _LAST.search(sentence.cue(second))
    return (second, first) if reached else None


def _speaks_of(sentence: Sentence, stated: Figure, near: Sequence[Figure], pair: Pair) -> bool:
    """Tell whether a claim is of what a pair counts: not where revenue grew and the pair counts shops."""
    counts = [figure for figure in near if figure.kind in ("amount", "count")]
    if counts and counts[-1] not in pair and counts[-1].unit != pair[0].unit:
        return False
    counted = [figure.what for figure in pair if figure.what]
    claim = _claim_before(sentence, stated)
    if not counted and claim and claim.what:  # a pair that names nothing is of what was spoken of before
        counted = [without_growth(claim.what)]
    named = without_growth(stated.what or "")
    return not (named and any(counted)) or any(same_thing(named, what) for what in counted)


def _is_in_time(sentence: Sentence, stated: Figure, pair: Pair) -> bool:
    """Tell whether a growth over the quarter before is not held against the year before."""
    base, current = (figure.period for figure in pair)
    return not (base and current and by_period(sentence, stated)) or calendar.following(base) == current


def _names_nothing_else(first: Figure, others: Iterable[Figure]) -> bool:
    """Tell whether what the others count is what the first counts, or is not told again."""
    named, said = without_growth(first.what or ""), [without_growth(other.what or "") for other in others]
    return all(not what or (named and same_thing(named, what)) for what in said)
