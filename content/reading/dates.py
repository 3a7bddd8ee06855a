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
_LEAP_YEAR = 2000  # a 29th of February without a year is a day like any other


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as a document has it (`YYYY-MM-DD` …), and where it was written, its hour included."""

    date: str
    span: Span


def find_date(line: str, *, year_alone: bool = False) -> FoundDate | None:
    """Find the first date in a line of a page's own words; `year_alone` lets a bare year be one."""
    for pattern in (_FULL, _MONTH, _DAY, *([_YEAR] if year_alone else ())):
        for found in pattern.finditer(line):
            if written := _written(found.groupdict()):
                return FoundDate(written, Span(found.start(), found.start() + len(found[0].rstrip())))
    return None


def _written(parts: dict[str, str]) -> str | None:
    year, month, day = (int(parts[key]) if key in parts else None for key in ("year", "month", "day"))
    try:
        date(year or _LEAP_YEAR, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join(
        ["-" if year is None else f"{year}"] + [f"{each:02}" for each in (month, day) if each is not None]
    )
