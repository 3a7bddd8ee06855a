"""Days, months, quarters and years as ISO periods, and the day from which a text counts."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

_AHEAD = 6  # months: 12 月 in a text of March was the last one, 12 月 in a text of July is to come
_LEAP_YEAR = 2000
_REPUBLIC = 1911
_YEAR = re.compile(r"(?<![\d-])\d{4}")


@dataclass(frozen=True, slots=True)
class Today:
    """The date of a text, as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def today_of(written: str | None) -> Today:
    """Read the date of a document: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `--MM-DD`."""
    found = re.fullmatch(r"(?:(\d{4})|-)(?:-(\d{2}))?(?:-(\d{2}))?", written or "")
    return Today(*(int(part) if part else None for part in found.groups())) if found else Today()


def day(year: int | None, month: int, number: int | None = None) -> str | None:
    """Return the period of a month or a day; None where there is no such one."""
    try:
        date(year or _LEAP_YEAR, month, number or 1)
    except ValueError:
        return None
    return (f"{year:04}" if year else "-") + f"-{month:02}" + (f"-{number:02}" if number else "")


def months(year: int | None, first: int, last: int) -> str | None:
    """Return the period from one month of a year to another; None where the year is not known."""
    return f"{year:04}-{first:02}/{year:04}-{last:02}" if year else None


def quarter(year: int | None, number: int) -> str | None:
    """Return the period of a quarter."""
    return months(year, 3 * number - 2, 3 * number)


def half(year: int | None, number: int) -> str | None:
    """Return the period of half a year."""
    return months(year, 6 * number - 5, 6 * number)


def third_of_month(year: int | None, month: int, number: int) -> str | None:
    """Return the period of the first, second or last ten days of a month: 上旬, 中旬, 下旬."""
    first = day(year, month, 10 * number - 9)
    if year is None or first is None:
        return None
    last = 10 * number if number <= 2 else monthrange(year, month)[1]
    return f"{first}/{day(year, month, last)}"


def nearest_year(today: Today, month: int) -> int | None:
    """Return the year of a month that stands without one, from the date of the text."""
    if today.year is None or today.month is None:
        return today.year
    return today.year - (month - today.month > _AHEAD)


def republic(year: int) -> int:
    """Return the year of the common era of a year of the Republic of China."""
    return _REPUBLIC + year


def joined(first: str, last: str) -> str | None:
    """Return the period from the beginning of one to the end of the other, None if it ran backwards."""
    begin, end = first.split("/")[0], last.split("/")[-1]
    if begin.startswith("-") != end.startswith("-") or begin > end:
        return None
    return f"{begin}/{end}"


def year_of(period: str | None) -> int | None:
    """Return the year in which a period ends, None where it is not known."""
    end = (period or "").split("/")[-1]
    return int(end[:4]) if re.match(r"\d{4}", end) else None


def shifted(period: str, years: int) -> str | None:
    """Return a period some years later, or earlier; None where the calendar has no such years."""
    found = [int(year) + years for year in _YEAR.findall(period)]
    if not all(map(is_year, found)):
        return None
    later = iter(found)
    return _YEAR.sub(lambda _: f"{next(later):04}", period)


def following(period: str) -> str | None:
    """Return as many months right behind those of a period: 2018-07/2018-09 behind 2018-04/2018-06."""
    found = re.fullmatch(r"(\d{4})-(\d\d)(?:/\1-(\d\d))?", period)
    if found is None:
        return None
    year, first, last = int(found[1]), int(found[2]), int(found[3] or found[2])
    begin = 12 * year + last
    ends = [f"{month // 12:04}-{month % 12 + 1:02}" for month in (begin, begin + last - first)]
    return "/".join(ends if found[3] else ends[:1])


def is_year(number: int) -> bool:
    """Tell whether the calendar has a year of the common era."""
    return MINYEAR <= number <= MAXYEAR


def is_span(period: str) -> bool:
    """Tell whether a period is longer than a month: what is earned is earned in such a one."""
    return "/" in period or "-" not in period
