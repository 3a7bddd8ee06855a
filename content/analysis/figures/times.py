"""Times of special form: 半年, 两个半月, 3 个多月."""

from __future__ import annotations

import re
from decimal import Decimal

from content.analysis.figures.judging import is_left_free
from content.analysis.figures.numbers import DIGITS, HAN
from content.analysis.figures.quantity import Quantity
from content.chinese.numerals import number_value

_NUMBER = rf"(?:[0-9]+(?:\.[0-9]+)?|[{HAN}]{{1,12}}(?:点[{DIGITS}]{{1,6}})?)"
_HALF_OF = re.compile("半(?P<unit>年|个月|个小时|小时|个世纪|世纪|个多月|周|分钟|个钟头)(?![前后]生)")
_AND_HALF = re.compile(rf"(?P<number>{_NUMBER}) ?个半(?P<unit>月|小时|钟头|世纪|星期)")
_MANY_UNITS = re.compile(rf"(?P<number>{_NUMBER}) ?个[多余]?(?P<unit>月|小时|钟头|世纪|星期)")


def half_a_time(folded: str, at: int, original: str) -> Quantity | None:
    """Read 半年 and 半个月; 上半年 is a date."""
    if found := _HALF_OF.match(folded, at):
        before = folded[at - 1 : at] if at else ""
        if before and before in "上下前后个年天大小时月周":
            return None
        name = _time_name(original, found)
        return Quantity(at, found.end(), Decimal("0.5"), name, "duration", None, None, at + 1)
    return None


def and_half(folded: str, at: int, original: str) -> Quantity | None:
    """Read 两个半月 and 3 个多月."""
    found, half = _AND_HALF.match(folded, at), True
    if found is None:
        found, half = _MANY_UNITS.match(folded, at), False
    if found is None or not is_left_free(folded, at):
        return None
    value = number_value(found["number"])
    if value is None and found["number"][0] in "零〇":
        return None
    if found["number"] == "一" and folded[at - 1 : at] in tuple("这那每上下某同另又整第"):
        return None
    inside = next((about for about in "多余" if about in found[0][-len(found["unit"]) - 1 :]), None)
    name = _time_name(original, found)
    if value is not None and half:
        value += Decimal("0.5")
    return Quantity(at, found.end(), value, name, "duration", Decimal(1), inside, found.end("number"))


def _time_name(original: str, found: re.Match[str]) -> str:
    """Return the unit of a time as printed, 个 only before 月."""
    start, end = found.span("unit")
    printed = original[start:end].replace("多", "").removeprefix("个").removeprefix("個")
    if printed != "月":
        return printed
    return ("個" if "個" in original[start - 3 : end] else "个") + printed
