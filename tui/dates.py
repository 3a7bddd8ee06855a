"""Dates as a reader types them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_YEAR = r"(?P<year>[0-9]{4})"
_MONTH, _DAY = r"(?P<month>[0-9]{1,2})", r"(?P<day>[0-9]{1,2})"
_FORMS = tuple(
    map(
        re.compile,
        (
            rf"{_YEAR}年?",
            rf"{_YEAR}[-/.年]{_MONTH}月?",
            rf"{_YEAR}[-/.年]{_MONTH}[-/.月]{_DAY}[日号號]?",
            rf"--{_MONTH}-{_DAY}",
            rf"{_MONTH}月{_DAY}[日号號]?",
        ),
    )
)
_LEAP_YEAR = 2000


def date_typed(typed: str) -> str | None:
    """Return a date as a document has it: YYYY, YYYY-MM, YYYY-MM-DD, or --MM-DD where no year is stated.

    2018年11月28日, 2018/11/28 and 11月28日 are understood. "" for nothing typed, None for no date.
    """
    squeezed = "".join(unicodedata.normalize("NFKC", typed).split())
    if not squeezed:
        return ""
    found = next(filter(None, (form.fullmatch(squeezed) for form in _FORMS)), None)
    if found is None:
        return None
    parts = found.groupdict()
    year, month, day = parts.get("year"), parts.get("month"), parts.get("day")
    try:
        date(int(year or _LEAP_YEAR), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(filter(None, (year or "-", month and f"{int(month):02}", day and f"{int(day):02}")))
