"""Shares and growth of special form: 三成, 三分之二, 一半, 翻番, 两位数百分比."""

from __future__ import annotations

import re
from decimal import Decimal

from content.analysis.figures.hedges import hedge_before
from content.analysis.figures.judging import is_left_free
from content.analysis.figures.numbers import DIGITS, HAN
from content.analysis.figures.quantity import Quantity
from content.chinese.numerals import number_value

_NUMBER = rf"(?:[0-9]+(?:\.[0-9]+)?|[{HAN}]{{1,12}}(?:点[{DIGITS}]{{1,6}})?)"
_PERCENT = re.compile(" ?(?:[%‰]|percent(?![a-z])|per cent|pct(?![a-z]))")
_PARTS = re.compile(rf"(?P<whole>{_NUMBER}) ?分之 ?(?P<part>{_NUMBER})")
_SLASHED = re.compile("(?P<part>[1-9])/(?P<whole>[2-9]|10)(?= ?(?:的|以上|左右|[一-鿿]{2}))(?! ?[日号月])")
_TENTHS = re.compile(
    r"(?P<tenths>(?<![0-9.])[1-9](?:\.[0-9])?|[一二两三四五六七八九]{1,2}|[几数]) ?成"
    r"(?P<more>半|[一二三四五六七八九](?![成年个]))?(?P<about>[多余])?"
    "(?!立(?![法委])|[为功员果本长交熟都分语品绩就人不龙型套批组形因对名片像])"
)
_HALF = re.compile("一半|半数|一大半|大半(?=[的是在都用人])")
_DOUBLED = re.compile(
    r"翻(?:[了上过]{1,2})?(?P<number>[0-9]{1,3}(?:\.[0-9]{1,2})?"
    r"|[一二两三四五六七八九十]{1,2}|几|数)? ?(?P<kind>番|倍)"
)
_DOUBLING = 40  # percent: what grew to 1.8 or 2.2 times as much doubled, roughly said
_DIGITS_OF = re.compile("(?P<digits>[两二三四五])位数(?:的?百分[比点])?")
_GROWTH = re.compile("[增涨长跌降速率比%]")


def percent_at(folded: str, at: int) -> int | None:
    """Return where a sign of percent ends that begins at a place."""
    found = _PERCENT.match(folded, at)
    return found.end() if found else None


def slashed(folded: str, at: int, _: str) -> Quantity | None:
    """Read 1/3, which is a share and no date where it is small and a noun follows."""
    found = _SLASHED.match(folded, at)
    if found is None or not is_left_free(folded, at) or int(found["part"]) >= int(found["whole"]):
        return None
    value = round(Decimal(found["part"]) * 100 / Decimal(found["whole"]), 2)
    return Quantity(at, found.end(), value, "%", "share", Decimal(1), None, found.end())


def parts(folded: str, at: int, _: str) -> Quantity | None:
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
    return Quantity(
        at, found.end(), value if named else round(value, 2), "%", "share", step, None, found.end()
    )


def tenths(folded: str, at: int, _: str) -> Quantity | None:
    """Read 三成, 七成半 and 两成五: in percent."""
    found = _TENTHS.match(folded, at)
    if found is None or not is_left_free(folded, at):
        return None
    written, more = found["tenths"], found["more"]
    number = number_value(written) if written not in "几数" else None
    value = None if number is None or (len(written) == 2 and not written.isascii()) else number * 10
    step = Decimal(10)
    if value is not None and more:
        value, step = (
            value + (5 if more == "半" else number_value(more) or 0),
            Decimal(5 if more == "半" else 1),
        )
    elif "." in written:
        step = Decimal(1)
    return Quantity(at, found.end(), value, "%", "share", step, found["about"], found.end())


def half(folded: str, at: int, _: str) -> Quantity | None:
    """Read 一半, 半数 and the 半 of 过半: 50 %."""
    if found := _HALF.match(folded, at):
        vague = "大" in found[0]
        return Quantity(
            at, found.end(), None if vague else Decimal(50), "%", "share", Decimal(10), None, found.end()
        )
    more_than_half = folded[at] == "半" and folded[at - 1 : at] == "过" and hedge_before(folded, at)
    if more_than_half and folded[at + 1 : at + 2] not in tuple("天夜场程路山"):
        return Quantity(at, at + 1, Decimal(50), "%", "share", Decimal(10), None, at + 1)
    return None


def doubled(folded: str, at: int, _: str) -> Quantity | None:
    """翻番, 翻一番 and 翻倍 are 100 %, 翻两番 300 %."""
    found = _DOUBLED.match(folded, at)
    if found is None:
        return None
    number = found["number"]
    if number in ("几", "数"):
        return Quantity(at, found.end(), None, "%", "growth", None, None, found.end())
    count = number_value(number) if number else Decimal(1)
    if count is None or count > 30:
        return None
    if found["kind"] == "倍":
        return Quantity(at, found.end(), count * 100, "%", "growth", Decimal(100), None, found.end())
    times = Decimal(2) ** count
    step = times / 2 * _DOUBLING
    return Quantity(at, found.end(), (times - 1) * 100, "%", "growth", step, None, found.end())


def digits_of(folded: str, at: int, _: str) -> Quantity | None:
    """Read 两位数百分比: a growth of which only the length is told."""
    found = _DIGITS_OF.match(folded, at)
    if found is None or not _GROWTH.search(folded, max(0, at - 6), found.end() + 6):
        return None
    return Quantity(at, found.end(), None, "%", "share", None, None, at + 1)
