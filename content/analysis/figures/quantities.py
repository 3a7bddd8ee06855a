"""The numbers of a passage with their units, before anybody asks what they count."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from content.analysis.figures import forms, judging
from content.analysis.figures.hedges import hedge_before
from content.analysis.figures.numbers import HAN, number_at
from content.analysis.figures.quantity import Quantity
from content.analysis.figures.shares import percent_at
from content.analysis.figures.units import LOCAL_MONEY, currency_before, sign_start, unit_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.analysis.figures.units import Unit

_BEGINS = re.compile(rf"[0-9{HAN}第前半几数翻上壹贰叁肆伍陆柒捌玖拾]")
_MORE = re.compile(r" ?(?P<about>[多余来几])(?P<unit>[十百千万亿]{0,3})(?![0-9])")
_HALF_UNITS = ("年", "天", "小时", "倍", "周", "岁", "分钟", "个月")
_MINUS = re.compile("(?:^|[^0-9a-z一-鿿%)]|[为至到由从是])(?P<sign>[-−]|负) ?$")
_RANGE = re.compile(" ?(?:[-~—–]{1,2}|至|到) ?")
_PERCENT = "%"


def find_quantities(folded: str, original: str, closed: Iterable[tuple[int, int]]) -> list[Quantity]:
    """Return the quantities of a passage in reading order; none begins in a stretch that is closed."""
    found: list[Quantity] = []
    closed = sorted(closed)
    closed.append((len(folded) + 1, len(folded) + 1))
    next_closed = at = 0
    while begun := _BEGINS.search(folded, at):
        start = begun.start()
        while closed[next_closed][1] <= start:
            next_closed += 1
        if closed[next_closed][0] <= start:
            at = closed[next_closed][1]
            continue
        quantity = forms.special_at(folded, start, original) or _plain(folded, start, original)
        if quantity and (not found or found[-1].end <= quantity.start):
            found.append(quantity)
            at = quantity.end
        else:
            at = _behind_number(folded, start)
    return _ranges(folded, found)


def _behind_number(folded: str, start: int) -> int:
    """Return where to go on after a number that is no figure: not within its digits."""
    end = start + 1
    if folded[start] in "0123456789":
        while end < len(folded) and folded[end] in "0123456789":
            end += 1
    return end


def _plain(folded: str, start: int, original: str) -> Quantity | None:
    """Read a number with its unit: 14.48 亿元, 200 多个, 三年, 两年多."""
    if not judging.is_left_free(folded, start):
        return None
    number = number_at(folded, start, original)
    if number is None:
        return None
    end, value, step, inside, magnitude = number.end, number.value, number.step, None, number.magnitude
    if (more := _MORE.match(folded, end)) and value is not None:
        factor = forms.factor(more["unit"])
        following = unit_at(folded, more.end(), original)
        if following or factor >= 10**4 or not number.arabic or more["about"] in "多余":
            inside, end, magnitude = more["about"], more.end(), magnitude * factor
            value = None if inside == "几" else value * factor
            step = None
    if percent := percent_at(folded, end):
        if number.arabic and not judging.is_label(folded, start, number, None, hedged=True):
            return _signed(
                folded, Quantity(start, percent, value, _PERCENT, "share", step, inside, number.end)
            )
        return None
    unit = unit_at(folded, end, original)
    if unit and unit.written == "月":  # 3 月 is no time but a date, which was found before
        return None
    individual = unit is None and forms.more_units_at(folded, end)
    if individual:
        unit, inside = unit_at(folded, individual, original), "多"
    hedged = inside is not None or bool(hedge_before(folded, start) or currency_before(folded, start))
    if number.arabic:
        if judging.is_label(folded, start, number, unit, hedged=hedged):
            return None
    elif not judging.is_counted(folded, start, number, unit, hedged=hedged, more=inside is not None):
        return None
    if number.value is None:
        value = step = None
    name = unit.name if unit and unit.name != "大" else None
    quantity = Quantity(
        start, end, value, name, unit.kind if unit else "count", step, inside, number.end, magnitude
    )
    return _with_money(folded, _with_half(folded, quantity, unit))


def _with_half(folded: str, quantity: Quantity, unit: Unit | None) -> Quantity:
    """Add what stands behind the unit: 一年半, 两年多."""
    if unit is None:
        return quantity
    quantity = replace(quantity, end=unit.end)
    behind = folded[unit.end : unit.end + 1]
    if behind == "半" and unit.name in _HALF_UNITS and quantity.value is not None:
        return replace(quantity, end=unit.end + 1, value=quantity.value + Decimal("0.5"))
    if behind == "多" and quantity.inside is None and unit.kind != "share":
        return replace(quantity, end=unit.end + 1, inside="多", step=None)
    return quantity


def _with_money(folded: str, quantity: Quantity) -> Quantity:
    """Take the currency that stands before the number: 人民币 35 亿元, US$1.4bn."""
    code = currency_before(folded, quantity.start)
    if code and quantity.unit in (None, LOCAL_MONEY, code):
        return replace(quantity, start=sign_start(folded, quantity.start), unit=code, kind="amount")
    return quantity


def _signed(folded: str, quantity: Quantity) -> Quantity:
    found = _MINUS.search(folded, max(0, quantity.start - 3), quantity.start)
    if found is None or quantity.value is None:
        return quantity
    return replace(quantity, start=found.start("sign"), value=-quantity.value)


def _ranges(folded: str, found: list[Quantity]) -> list[Quantity]:
    """Give the first number of a range the unit and the magnitude of the second: 15-20 万元, 25 至 30%."""
    for index in range(len(found) - 1):
        first, second = found[index], found[index + 1]
        if (
            first.unit is not None
            or second.unit is None
            or not _RANGE.fullmatch(folded, first.end, second.start)
        ):
            continue
        value, step = first.value, first.step
        if first.magnitude == 1 and second.magnitude > 1 and value is not None:
            value, step = value * second.magnitude, step * second.magnitude if step else None
        found[index] = replace(first, value=value, step=step, unit=second.unit, kind=second.kind)
    return found
