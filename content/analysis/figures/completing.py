"""What belongs to a number beside its unit: a half, a currency before it, a minus, the rest of a range."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from content.analysis.figures.numbers import HAN
from content.analysis.figures.units import LOCAL_MONEY, currency_before, sign_start
from content.chinese.numerals import number_value

if TYPE_CHECKING:
    from content.analysis.figures.quantity import Quantity
    from content.analysis.figures.units import Unit

RANGE_AHEAD = re.compile(rf" ?(?:[-~—–]{{1,2}}|至|到) ?[0-9{HAN}]")
"""What goes on as the second number of a range."""
RANGE = re.compile(" ?(?:[-~—–]{1,2}|至|到) ?")
_HALF_UNITS = ("年", "天", "小时", "倍", "周", "岁", "分钟", "个月")
_COINS = re.compile("[1-9一二三四五六七八九](?![0-9一二三四五六七八九十百千万亿.个块元])")
_MINUS = re.compile("(?:^|[^0-9a-z年月日号万亿千百元个名位岁第度倍成%)])(?P<sign>[-−]|负) ?$")


def with_unit(folded: str, quantity: Quantity, unit: Unit | None) -> Quantity:
    """Add the unit's place and what stands behind it: 一年半, 两块五, 两年多."""
    if unit is None:
        return quantity
    quantity = replace(quantity, end=unit.end)
    behind = folded[unit.end : unit.end + 1]
    if behind == "半" and unit.name in _HALF_UNITS and quantity.value is not None:
        return replace(quantity, end=unit.end + 1, value=quantity.value + Decimal("0.5"))
    if unit.written == "块" and quantity.value is not None and (coins := _COINS.match(folded, unit.end)):
        return replace(
            quantity, end=coins.end(), value=quantity.value + (number_value(coins[0]) or Decimal(0)) / 10
        )
    if behind == "多" and quantity.inside is None and unit.kind != "share":
        return replace(quantity, end=unit.end + 1, inside="多", step=None)
    return quantity


def with_money(folded: str, quantity: Quantity) -> Quantity:
    """Take the currency that stands before the number: 人民币 35 亿元, US$1.4bn."""
    code = currency_before(folded, quantity.start)
    if code and quantity.unit in (None, LOCAL_MONEY, code):
        return replace(quantity, start=sign_start(folded, quantity.start), unit=code, kind="amount")
    return signed(folded, quantity) if quantity.kind == "amount" else quantity


def signed(folded: str, quantity: Quantity) -> Quantity:
    """Take the minus that stands before a number and is no dash of a range."""
    found = _MINUS.search(folded, max(0, quantity.start - 3), quantity.start)
    if found is None or quantity.value is None:
        return quantity
    return replace(quantity, start=found.start("sign"), value=-quantity.value)


def with_ranges(folded: str, found: list[Quantity]) -> list[Quantity]:
    """Give the first number of a range the unit and the magnitude of the second: 15-20 万元, 五到六成.

    The tentative ones that begin no range are left out.
    """
    for index in range(len(found) - 1):
        first, second = found[index], found[index + 1]
        together = RANGE.fullmatch(folded, first.end, second.start)
        if first.unit is None and second.unit is not None and together:
            found[index] = _as_second(first, second, in_tenths="成" in folded[second.start : second.end])
    return [quantity for quantity in found if not quantity.tentative]


def _as_second(first: Quantity, second: Quantity, *, in_tenths: bool) -> Quantity:
    value, step = first.value, first.step
    if first.magnitude == 1 and second.magnitude > 1 and value is not None:
        value, step = value * second.magnitude, step * second.magnitude if step else None
    elif in_tenths and value is not None:
        value, step = value * 10, second.step
    return replace(first, value=value, step=step, unit=second.unit, kind=second.kind, tentative=False)
