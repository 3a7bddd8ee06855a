"""Numbers of special form: shares, fractions, halves, doublings, vague ones, ordinals, ranks, ratios."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from content.analysis.figures.hedges import hedge_before
from content.analysis.figures.judging import is_left_free
from content.analysis.figures.numbers import DIGITS, HAN, MAGNITUDES, number_at, times
from content.analysis.figures.quantity import Quantity
from content.analysis.figures.units import unit_at
from content.chinese.numerals import number_value

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBER = rf"(?:[0-9]+(?:\.[0-9]+)?|[{HAN}]{{1,12}}(?:点[{DIGITS}]{{1,6}})?)"
_PERCENT = re.compile(" ?(?:%|percent(?![a-z])|per cent|pct(?![a-z]))")
_PARTS = re.compile(rf"(?P<whole>{_NUMBER}) ?分之 ?(?P<part>{_NUMBER})")
_TENTHS = re.compile(
    r"(?P<tenths>(?<![0-9.])[1-9](?:\.[0-9])?|[一二两三四五六七八九]{1,2}|[几数]) ?成(?P<more>半|[一二三四五六七八九](?![成年个]))?(?P<about>[多余])?"
    "(?!立(?![法委])|[为功员果本长交熟都分语品绩就人不龙型套批组形因对名片像])"
)
_HALF = re.compile("一半|半数|一大半|大半(?=[的是在都用人])")
_HALF_OF = re.compile("半(?P<unit>年|个月|个小时|小时|个世纪|世纪|个多月|周|分钟|个钟头)(?![前后]生)")
_AND_HALF = re.compile(rf"(?P<number>{_NUMBER}) ?个半(?P<unit>月|小时|钟头|世纪|星期)")
_MANY_UNITS = re.compile(rf"(?P<number>{_NUMBER}) ?个[多余]?(?P<unit>月|小时|钟头|世纪|星期)")
_DOUBLED = re.compile(r"翻(?:[了上过]{1,2})?(?P<number>[0-9.]{1,4}|[一二两三四五六七八九十]{1,2}|几|数)? ?(?P<kind>番|倍)")
_DIGITS_OF = re.compile("(?P<digits>[两二三四五])位数(?:的?百分[比点])?")
_GROWTH = re.compile("[增涨长跌降速率比%]")
_VAGUE = re.compile(rf"(?:[几数](?P<first>[{MAGNITUDES}]{{0,4}})|[十](?:几|数)(?P<second>[{MAGNITUDES}]{{0,2}}))(?P<more>[多余])?(?![小个]?时代)")
_LEVEL = re.compile(f"(?:[百千万亿兆]|[十百千]{{1,2}}万|[十百千万]{{1,2}}亿)级(?![别联数])")
_UP_TO = re.compile(f"上(?:[百千万亿]|[十百千]万|[十百千万]亿)(?:[多余])?")
_TEN_YEARS = re.compile("[一二三五十](?P<unit>年|天)[半一二三五八两](?:年|载|天)")
_ORDINAL = re.compile(rf"第 ?(?=[0-9{HAN}])")
_FRONT = re.compile("前 ?(?=[0-9二三四五六七八九十百])")
_RANK_UNITS = ("名", "位", "强", "大")
_FRONT_NO = ("年", "天", "日", "月", "周", "次", "期", "任", "届", "季", "章", "往", "后", "小时", "分钟", "者", "代", "半", "脚", "排", "款", "轮", "集", "场", "部", "篇", "万", "亿", "百", "千", "段", "局", "节", "站", "批", "项", "个月", "条", "种", "级")
_RATIO = re.compile(r"[0-9]{1,5}(?:\.[0-9]{1,4})?(?:(?: ?: ?[0-9]{1,5}(?:\.[0-9]{1,4})?){1,3}| 比 [0-9]{1,5}| ?比 ?[0-9]{1,3}(?=[的战胜负击大取领落获,;。、]))(?![0-9:.])")
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4])[:][0-5][0-9](?::[0-5][0-9])?")


def percent_at(folded: str, at: int) -> int | None:
    """Return where a sign of percent ends that begins at a place."""
    found = _PERCENT.match(folded, at)
    return found.end() if found else None


def factor(written: str) -> int:
    """Return what 万 or 亿 behind 多 multiplies with; 1 for none."""
    return times(written) if written else 1


def more_units_at(folded: str, at: int) -> int | None:
    """Return where the unit begins in 3 个多月: behind 个多."""
    return at + 2 if folded.startswith("个多", at) else at + 3 if folded.startswith(" 个多", at) else None


def special_at(folded: str, at: int, original: str) -> Quantity | None:
    """Return the number of a special form that begins at a place."""
    for form in _FORMS:
        if quantity := form(folded, at, original):
            return quantity
    return None


def _share(folded: str, at: int, _: str) -> Quantity | None:
    """百分之三十, 三分之二, 千分之三: in percent."""
    found = _PARTS.match(folded, at)
    if found is None or not is_left_free(folded, at):
        return None
    named = {"百": 100, "千": 1000, "万": 10**4}.get(found["whole"])
    below = Decimal(named) if named else number_value(found["whole"])
    above = Decimal(100) if found["part"] == "百" else number_value(found["part"])
    if not below or above is None:
        return None
    decimals = len(re.split("[.点]", found["part"])[1]) if re.search("[.点]", found["part"]) else 0
    step = Decimal(100) / below / 10**decimals if named else Decimal(1)
    value = above * 100 / below
    return Quantity(at, found.end(), value if named else round(value, 2), "%", "share", step, None, found.end())


def _tenths(folded: str, at: int, _: str) -> Quantity | None:
    found = _TENTHS.match(folded, at)
    if found is None or not is_left_free(folded, at):
        return None
    written, more = found["tenths"], found["more"]
    number = number_value(written) if written not in "几数" else None
    value = None if number is None or len(written) == 2 and not written.isascii() else number * 10
    step = Decimal(10)
    if value is not None and more:
        value, step = value + (5 if more == "半" else number_value(more) or 0), Decimal(5 if more == "半" else 1)
    elif "." in written:
        step = Decimal(1)
    return Quantity(at, found.end(), value, "%", "share", step, found["about"], found.end())


def _half(folded: str, at: int, original: str) -> Quantity | None:
    if found := _HALF.match(folded, at):
        vague = "大" in found[0]
        return Quantity(at, found.end(), None if vague else Decimal(50), "%", "share", Decimal(10), None, found.end())
    if found := _HALF_OF.match(folded, at):
        before = folded[at - 1 : at] if at else ""
        if before and before in "上下前后个年天大小时月周":
            return None
        name = _time_name(original, found)
        return Quantity(at, found.end(), Decimal("0.5"), name, "duration", None, None, at + 1)
    if folded[at] == "半" and folded[at - 1 : at] == "过" and hedge_before(folded, at) and folded[at + 1 : at + 2] not in tuple("天夜场程路山"):
        return Quantity(at, at + 1, Decimal(50), "%", "share", Decimal(10), None, at + 1)
    return None


def _time_name(original: str, found: re.Match[str]) -> str:
    """Return the unit of a time as printed, 个 only before 月."""
    start, end = found.span("unit")
    printed = original[start:end].replace("多", "").removeprefix("个").removeprefix("個")
    if printed != "月":
        return printed
    return ("個" if "個" in original[start - 3 : end] else "个") + printed


def _and_half(folded: str, at: int, original: str) -> Quantity | None:
    found, half = _AND_HALF.match(folded, at), True
    if found is None:
        found, half = _MANY_UNITS.match(folded, at), False
    if found is None or not is_left_free(folded, at):
        return None
    value = number_value(found["number"])
    if found["number"] == "一" and folded[at - 1 : at] in tuple("这那每上下某同另又整第"):
        return None
    inside = next((about for about in "多余" if about in found[0][-len(found["unit"]) - 1 :]), None)
    name = _time_name(original, found)
    if value is not None and half:
        value += Decimal("0.5")
    return Quantity(at, found.end(), value, name, "duration", Decimal(1), inside, found.end("number"))


def _doubled(folded: str, at: int, _: str) -> Quantity | None:
    """翻番, 翻一番 and 翻倍 are 100 %, 翻两番 300 %."""
    found = _DOUBLED.match(folded, at)
    if found is None:
        return None
    number = found["number"]
    if number in ("几", "数"):
        return Quantity(at, found.end(), None, "%", "growth", None, None, found.end())
    count = number_value(number) if number else Decimal(1)
    if count is None or count > 30:  # noqa: PLR2004  nothing doubles so often
        return None
    value = (Decimal(2) ** count - 1) * 100 if found["kind"] == "番" else count * 100
    return Quantity(at, found.end(), value, "%", "growth", Decimal(100), None, found.end())


def _digits_of(folded: str, at: int, _: str) -> Quantity | None:
    """Read 两位数百分比: a growth of which only the length is told."""
    found = _DIGITS_OF.match(folded, at)
    if found is None or not _GROWTH.search(folded, max(0, at - 6), found.end() + 6):
        return None
    return Quantity(at, found.end(), None, "%", "share", None, None, at + 1)


def _vague(folded: str, at: int, original: str) -> Quantity | None:
    """Read a number of which only the size is told: 几家, 数百万, 十几个, 上百人, 亿级, 十年八年."""
    if found := _TEN_YEARS.match(folded, at):
        return Quantity(at, found.end(), None, found["unit"], "duration", None, None, found.end())
    if (found := _LEVEL.match(folded, at)) and folded[at - 1 : at] not in tuple(HAN + "0123456789 "):
        return Quantity(at, found.end(), None, None, "count", None, None, found.end(), 10**8)
    if not is_left_free(folded, at):
        return None
    found = _VAGUE.match(folded, at) or _UP_TO.match(folded, at)
    if found is None:
        return None
    unit = unit_at(folded, found.end(), original)
    size = re.sub(rf"[^{MAGNITUDES}]", "", found[0])
    if unit is None:
        return Quantity(at, found.end(), None, None, "count", None, None, found.end(), times(size)) if len(size) > 1 else None
    few = folded[at] in "几数" and not size
    if few and folded[at] == "数" and unit.written not in ("年", "月", "日", "天", "周", "家", "名", "人", "次", "个", "位", "种", "倍", "小时", "个月", "元", "十"):
        return None
    return Quantity(at, unit.end, None, unit.name, unit.kind, None, None, found.end(), times(size) if size else 1)


def _ordinal(folded: str, at: int, original: str) -> Quantity | None:
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
    return "名" if not re.match(" ?[一-鿿a-z0-9]", folded[end : end + 2]) or folded[end] in "的和与及是在也第并,位了" else None


def _front(folded: str, at: int, original: str) -> Quantity | None:
    begun = _FRONT.match(folded, at)
    if begun is None or folded[at - 1 : at] in tuple("以之目提当从日空往生"):
        return None
    number = number_at(folded, begun.end(), original)
    if number is None or number.value is None:
        return None
    behind = folded[number.end : number.end + 2].lstrip()
    unit = unit_at(folded, number.end, original)
    if unit and unit.written in _RANK_UNITS:
        return Quantity(at, unit.end, number.value, None if unit.name == "大" else unit.name, "rank", None, None, number.end)
    if unit or behind.startswith(_FRONT_NO) or percent_at(folded, number.end):
        return None
    return Quantity(at, number.end, number.value, "名", "rank", None, None, number.end)


def _ratio(folded: str, at: int, _: str) -> Quantity | None:
    found = _RATIO.match(folded, at)
    if found is None or _CLOCK.match(folded, at) or not is_left_free(folded, at):
        return None
    return Quantity(at, found.end(), None, "比", "ratio", None, None, found.end())


_FORMS: tuple[Callable[[str, int, str], Quantity | None], ...] = (
    _ordinal, _front, _doubled, _half, _share, _tenths, _and_half, _digits_of, _vague, _ratio,
)
