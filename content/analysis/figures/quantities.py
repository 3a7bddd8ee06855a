"""The numbers of a passage with their units, before anybody asks what they count."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from content.analysis.figures import forms, judging
from content.analysis.figures.completing import RANGE_AHEAD, signed, with_money, with_ranges, with_unit
from content.analysis.figures.hedges import hedge_before
from content.analysis.figures.numbers import HAN, number_at
from content.analysis.figures.quantity import Quantity
from content.analysis.figures.shares import percent_at
from content.analysis.figures.units import currency_before, unit_at

if TYPE_CHECKING:
    from collections.abc import Iterable

_BEGINS = re.compile(rf"[0-9{HAN}第前半几数翻上壹贰叁肆伍陆柒捌玖拾]")
_ARABIC = str.maketrans("一二三四五六七八九", "123456789")
_MORE = re.compile(r" ?(?P<about>[多余来几])(?P<unit>[十百千万亿]{0,3})(?![0-9])")


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
    return with_ranges(folded, found)


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
            parts = Decimal(10 if folded[percent - 1] == "‰" else 1)
            value, step = (None if each is None else each / parts for each in (value, step))
            return signed(folded, Quantity(start, percent, value, "%", "share", step, inside, number.end))
        return None
    unit = unit_at(folded, end, original)
    if unit and unit.written == "月":  # 3 月 is no time but a date, which was found before
        return None
    individual = unit is None and forms.more_units_at(folded, end)
    if individual:
        unit, inside = unit_at(folded, individual, original), "多"
    hedged = inside is not None or bool(hedge_before(folded, start) or currency_before(folded, start))
    ranged = unit is None and RANGE_AHEAD.match(folded, end) is not None
    if number.arabic:
        if judging.is_label(folded, start, number, unit, hedged=hedged or ranged):
            return None
    elif not ranged and not judging.is_counted(
        folded, start, number, unit, hedged=hedged, more=inside is not None
    ):
        return None
    if number.value is None:
        value = step = None
        if unit and unit.written == "折" and number.end - start == len("八五"):  # 八五折 is 8.5 of ten
            value = Decimal(folded[start : number.end].translate(_ARABIC)) / 10
    name = unit.name if unit and unit.name != "大" else None
    kind = unit.kind if unit else "count"
    tentative = ranged and not (number.arabic and (hedged or magnitude > 1))
    quantity = Quantity(start, end, value, name, kind, step, inside, number.end, magnitude, tentative)
    return with_money(folded, with_unit(folded, quantity, unit))
