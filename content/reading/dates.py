"""Dates as pages write them, to the form of a document: never a year that is not there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from content.document import Span

_CLOCK = (
    r"(?:[T\s]*(?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天](?![\u4e00-\u9fff]))?"
    r"(?:\s*(?:上午|下午|晚上|凌晨|AM|PM))?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:\s*(?:AM|PM|GMT|UTC|Z)\b)?"
    r"(?:\s*[+-]\d{2}:?\d{2})?)"
)
_FULL = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*(?:年|[-/.])\s*(?P<month>\d{1,2})\s*(?:月|[-/.])\s*(?P<day>\d{1,2})(?!\d)\s*日?"
    + _CLOCK
)
_MONTH = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*(?:年|-)\s*(?P<month>\d{1,2})(?![-\d])\s*月?")
_DAY = re.compile(r"(?<!\d)(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日" + _CLOCK)
_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*年?(?!\d)")
# With a clock behind them, so that they are no score and no part of a number: 18-03-08 23:16, 10-08 12:00.
_SHORT = re.compile(
    r"(?<![\d.:/-])(?:(?P<short>\d\d)[-/.])?(?P<month>[01]?\d)[-/](?P<day>[0-3]?\d)(?:日?\s+|T)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
)
_ENGLISH = re.compile(
    r"\b(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?"
    r"\s+(?:[A-Z][a-z]{2},?\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# As offices sign: 二〇一九年四月十七日.
_NUMERALS = re.compile(
    r"(?P<year>[一二][九〇零○Ｏ][〇零○Ｏ一二三四五六七八九]{2})\s*年\s*(?P<month>[一二三四五六七八九十]{1,2})\s*月"
    r"\s*(?P<day>[一二三四五六七八九十]{1,3})\s*日"
)
_DIGITS = str.maketrans("〇零○Ｏ一二三四五六七八九", "0000123456789")
# The years of the Republic of China: 民國112年2月16日 is in 2023.
_REPUBLIC = re.compile(
    r"民[國国]\s*(?P<republic>\d{2,3})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日" + _CLOCK
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")
_BEFORE_REPUBLIC = 1911
_CENTURY = 2000  # of two digits beside a clock: no page is older
_LEAP_YEAR = 2000  # a 29th of February without a year is a day like any other


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as a document has it (`YYYY-MM-DD` …), and where it was written, its hour included."""

    date: str
    span: Span


def find_date(line: str, *, year_alone: bool = False) -> FoundDate | None:
    """Find the first date in a line of a page's own words; `year_alone` lets a bare year be one."""
    line = line.translate(_FULL_WIDTH)  # a character for each: what is found stands where it was written
    for pattern in (
        _FULL,
        _REPUBLIC,
        _NUMERALS,
        _ENGLISH,
        _MONTH,
        _DAY,
        _SHORT,
        *([_YEAR] if year_alone else ()),
    ):
        for found in pattern.finditer(line):
            if written := _written(_numbers(found.groupdict())):
                return FoundDate(written, Span(found.start(), found.start() + len(found[0].rstrip())))
    return None


def _numbers(parts: dict[str, str | None]) -> dict[str, int]:
    """Return the year, the month and the day of what was found, as far as it tells them."""
    numbers = {}
    for key, value in parts.items():
        if value is None:
            continue
        if key == "name":
            numbers["month"] = _MONTHS.index(value.lower()) + 1
        elif key == "short":
            numbers["year"] = _CENTURY + int(value)
        elif key == "republic":
            numbers["year"] = _BEFORE_REPUBLIC + int(value)
        else:
            numbers[key] = int(value) if value.isdecimal() else _numeral(value, whole=key == "year")
    return numbers


def _numeral(value: str, *, whole: bool) -> int:
    """Return a Chinese numeral below a hundred, or the digits of a year: 二十八, 二〇一九."""
    if whole or "十" not in value:
        return int(value.translate(_DIGITS))
    tens, _, ones = value.partition("十")
    return 10 * int((tens or "一").translate(_DIGITS)) + int((ones or "〇").translate(_DIGITS))


def _written(parts: dict[str, int]) -> str | None:
    year, month, day = (parts.get(key) for key in ("year", "month", "day"))
    try:
        date(year or _LEAP_YEAR, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return "-".join(
        ["-" if year is None else f"{year}"] + [f"{each:02}" for each in (month, day) if each is not None]
    )
