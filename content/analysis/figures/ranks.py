"""Ordinals, ranks and ratios: 第一款, 第 12 位, 前三, 3:1."""

from __future__ import annotations

import re

from content.analysis.figures.judging import is_left_free
from content.analysis.figures.numbers import HAN, number_at
from content.analysis.figures.quantity import Quantity
from content.analysis.figures.shares import percent_at
from content.analysis.figures.units import unit_at

_ORDINAL = re.compile(rf"第 ?(?=[0-9{HAN}])")
_FRONT = re.compile("前 ?(?=[0-9二三四五六七八九十百])")
_RANK_UNITS = ("名", "位", "强", "大")
_FRONT_NO = (
    "年",
    "天",
    "日",
    "月",
    "周",
    "次",
    "期",
    "任",
    "届",
    "季",
    "章",
    "往",
    "后",
    "小时",
    "分钟",
    "者",
    "代",
    "半",
    "脚",
    "排",
    "款",
    "轮",
    "集",
    "场",
    "部",
    "篇",
    "万",
    "亿",
    "百",
    "千",
    "段",
    "局",
    "节",
    "站",
    "批",
    "项",
    "个月",
    "条",
    "种",
    "级",
)
_RATIO = re.compile(
    r"[0-9]{1,5}(?:\.[0-9]{1,4})?(?:(?: ?: ?[0-9]{1,5}(?:\.[0-9]{1,4})?){1,3}| 比 [0-9]{1,5}"
    r"| ?比 ?[0-9]{1,3}(?=[的战胜负击大取领落获,;。、]))(?![0-9:.])"
)
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4])[:][0-5][0-9](?::[0-5][0-9])?")


def ordinal(folded: str, at: int, original: str) -> Quantity | None:
    """第一款, 第 12 位, 第三大; 前三, 前十名."""
    begun = _ORDINAL.match(folded, at)
    number = number_at(folded, begun.end(), original) if begun else None
    if begun is None or number is None or number.value is None:
        return None
    unit = unit_at(folded, number.end, original)
    if unit and unit.kind in ("amount", "duration", "share") and unit.name not in ("年", "天", "周", "个月"):
        unit = None
    rank = unit is None or unit.name in ("位", "名", "大")
    if unit is None or unit.name == "大":
        name = None if unit else _rank_name(folded, number.end)
    else:
        name = unit.name
    end = unit.end if unit else number.end
    return Quantity(at, end, number.value, name, "rank" if rank else "ordinal", None, None, number.end)


def _rank_name(folded: str, end: int) -> str | None:
    """Return the unit of a rank without a measure word: 名, where it ends the phrase."""
    return (
        "名"
        if not re.match(" ?[一-鿿a-z0-9]", folded[end : end + 2]) or folded[end] in "的和与及是在也第并,位了"
        else None
    )


def front(folded: str, at: int, original: str) -> Quantity | None:
    """Read 前三 and 前十名; 前三年 is a time."""
    begun = _FRONT.match(folded, at)
    if begun is None or folded[at - 1 : at] in tuple("以之目提当从日空往生"):
        return None
    number = number_at(folded, begun.end(), original)
    if number is None or number.value is None:
        return None
    behind = folded[number.end : number.end + 2].lstrip()
    unit = unit_at(folded, number.end, original)
    if unit and unit.written in _RANK_UNITS:
        return Quantity(
            at,
            unit.end,
            number.value,
            None if unit.name == "大" else unit.name,
            "rank",
            None,
            None,
            number.end,
        )
    if unit or behind.startswith(_FRONT_NO) or percent_at(folded, number.end):
        return None
    return Quantity(at, number.end, number.value, "名", "rank", None, None, number.end)


def ratio(folded: str, at: int, _: str) -> Quantity | None:
    """Read 3:1 and 16:9, which come to no one number."""
    found = _RATIO.match(folded, at)
    if found is None or _CLOCK.match(folded, at) or not is_left_free(folded, at):
        return None
    return Quantity(at, found.end(), None, "比", "ratio", None, None, found.end())
