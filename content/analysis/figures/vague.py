"""Numbers of which only the size is told: 几家, 数百万, 上百人, 亿级, 十年八年."""

from __future__ import annotations

import re

from content.analysis.figures.judging import is_left_free
from content.analysis.figures.numbers import HAN, MAGNITUDES, times
from content.analysis.figures.quantity import Quantity
from content.analysis.figures.units import unit_at

_VAGUE = re.compile(
    rf"(?:[几数](?P<first>[{MAGNITUDES}]{{0,4}})|[十](?:几|数)(?P<second>[{MAGNITUDES}]{{0,2}}))(?P<more>[多余])?(?![小个]?时代)"
)
_LEVEL = re.compile("(?:[百千万亿兆]|[十百千]{1,2}万|[十百千万]{1,2}亿)级(?![别联数])")
_UP_TO = re.compile("上(?:[百千万亿]|[十百千]万|[十百千万]亿)(?:[多余])?")
_TEN_YEARS = re.compile("[一二三五十](?P<unit>年|天)[半一二三五八两](?:年|载|天)")
_NO_NUMBER = "多少大无总次倍指参基位人分系奇偶岁为算计函整个得度"  # 多数人, 总数百分之三


def vague(folded: str, at: int, original: str) -> Quantity | None:
    """Read a number of which only the size is told: 几家, 数百万, 十几个, 上百人, 亿级, 十年八年."""
    if found := _TEN_YEARS.match(folded, at):
        return Quantity(at, found.end(), None, found["unit"], "duration", None, None, found.end())
    if (found := _LEVEL.match(folded, at)) and folded[at - 1 : at] not in tuple(HAN + "0123456789 "):
        return Quantity(at, found.end(), None, None, "count", None, None, found.end(), 10**8)
    if not is_left_free(folded, at):
        return None
    if folded[at] == "数" and folded[at - 1 : at] in tuple(_NO_NUMBER):
        return None
    found = _VAGUE.match(folded, at) or _UP_TO.match(folded, at)
    if found is None:
        return None
    unit = unit_at(folded, found.end(), original)
    size = re.sub(rf"[^{MAGNITUDES}]", "", found[0])
    if unit is None:
        return (
            Quantity(at, found.end(), None, None, "count", None, None, found.end(), times(size))
            if len(size) > 1
            else None
        )
    few = folded[at] in "几数" and not size
    if (
        few
        and folded[at] == "数"
        and unit.written
        not in (
            "年",
            "月",
            "日",
            "天",
            "周",
            "家",
            "名",
            "人",
            "次",
            "个",
            "位",
            "种",
            "倍",
            "小时",
            "个月",
            "元",
            "十",
        )
    ):
        return None
    return Quantity(
        at, unit.end, None, unit.name, unit.kind, None, None, found.end(), times(size) if size else 1
    )
