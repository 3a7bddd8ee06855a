"""The dates of a text, resolved from the date on which it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from content.analysis.figures import calendar, date_patterns
from content.chinese.numerals import dates as other_dates
from content.chinese.numerals import number_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.analysis.figures.calendar import Today

_OTHER = re.compile(other_dates.PATTERN)
_OTHER_BEGINS = re.compile(
    r"(?<![a-z0-9])(?:q[1-4]|h[12]|fy|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?<![0-9a-z.])(?![0-9]{3,4} ?年)[0-9]{1,4}(?=[-/.qh ])"
)
_JOINS = re.compile(" ?(?:至|到|[~—–-]{1,2}) ?")
_YEARS_AWAY = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_YEARS_ON = {"同年": 0, "当年": 0, "次年": 1, "翌年": 1}
_MONTHS_AWAY = {"上月": -1, "上个月": -1, "本月": 0, "当月": 0, "下月": 1, "下个月": 1}
_PARTS = {"上": 1, "中": 2, "下": 3, "第": 0, "一": 1, "二": 2, "三": 3, "四": 4}
_TURN = 50  # 08 年 is in this century, 98 年 in the last one
_THIRTIES = 30  # decades from here on without a century are of the last one
_SENTENCE_ENDS = re.compile("[。!?\n]")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date at `[start, end)` of a passage; its period is None where the text does not tell it.

    `counted` is false for those without a numeral (去年): they date what stands behind them, but are no
    figures.
    """

    start: int
    end: int
    period: str | None
    counted: bool = True


def find_dates(folded: str, today: Today) -> list[Dated]:
    """Return the dates of a folded passage in reading order, those that `到` joins as one."""
    found: list[Dated] = []
    known = _Known(today)
    for match in _matches(folded):
        if found and _SENTENCE_ENDS.search(folded, found[-1].end, match.start()):
            known.year = None
        period = _period(match, known)
        if period == "":  # 2 月 30 日: no date, and no numbers either
            found.append(Dated(match.start(), match.end(), None, counted=False))
            continue
        whole = match["relative"] and (match["rest"] is None or match["yearedge"] is not None)
        counted = not whole and match["lone"] is None
        new = Dated(match.start(), match.end(), period, counted)
        if year := calendar.year_of(period):
            known.year = year
        joined = _join(folded, found[-1], new) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(new)
    return _with_others(folded, found)


def outside(dates: list[Dated], closed: list[tuple[int, int]]) -> list[Dated]:
    """Return the dates that begin in none of the stretches, which are in reading order."""
    free, index = [], 0
    for dated in dates:
        while index < len(closed) and closed[index][1] <= dated.start:
            index += 1
        if index == len(closed) or dated.start < closed[index][0]:
            free.append(dated)
    return free


class _Known:
    """What a date without its year may be of: the year last named in the sentence, or the text's own."""

    def __init__(self, today: Today) -> None:
        self.today = today
        self.year: int | None = None

    def year_for(self, month: int) -> int | None:
        """Return the year of a month: a year to come lends its months nothing."""
        if self.year and self.year <= (self.today.year or self.year):
            return self.year
        return calendar.nearest_year(self.today, month)


def _matches(folded: str) -> Iterator[re.Match[str]]:
    at = 0
    while begun := date_patterns.BEGINS.search(folded, at):
        match = date_patterns.PATTERN.match(folded, begun.start())
        if match and match.end() > match.start():
            yield match
            at = match.end()
        else:
            at = begun.start() + 1


def _period(match: re.Match[str], known: _Known) -> str | None:
    """Return the period that a match means, None where it is not known, "" where it is no date."""
    group = match.groupdict()
    if group["from"]:
        return calendar.joined(group["from"], group["till"]) or ""
    if year := group["listed"] or group["alone"]:
        return year
    if group["before"]:
        return None
    if group["decade"] or group["century2"]:
        return _decade(group)
    if group["day3"] or group["day4"] or group["lone"]:
        return _day(group, known)
    if group["bare"]:
        return _part({name[1:]: part for name, part in group.items() if name.startswith("b")}, None, known)
    written_year = _year(group, known)
    if group["yearedge"] and written_year:
        edge = group["yearedge"].strip()[-1]
        return calendar.day(written_year, {"底": 12, "末": 12, "初": 1, "中": 6}[edge])
    if group["rest"]:
        return _part(group, written_year, known) if written_year else None
    return f"{written_year:04}" if written_year else None


def _year(group: dict[str, str | None], known: _Known) -> int | None:
    year = _written_year(group, known)
    return year if year and calendar.is_year(year) else None


def _written_year(group: dict[str, str | None], known: _Known) -> int | None:
    if year := group["year"] or group["era"]:
        return int(number_value(year) or 0)
    if republic := group["republic"]:
        return calendar.republic(int(number_value(republic) or 0))
    if short := group["short"]:
        return int(short) + (2000 if int(short) < _TURN else 1900)
    relative = (group["relative"] or "").removesuffix("度")
    if relative in _YEARS_ON:
        base = known.year or known.today.year
        return base + _YEARS_ON[relative] if base else None
    return known.today.year + _YEARS_AWAY[relative] if known.today.year else None


def _part(group: dict[str, str | None], year: int | None, known: _Known) -> str | None:
    """Return the period of a part of a year, which may stand without its year."""
    if group["first"]:
        number = 2 if re.search("[二两2]", group["first"]) else 3
        return calendar.months(year or known.year_for(3 * number), 1, 3 * number)
    if group["quarter"]:
        written = re.sub("[第 季度q]", "", group["quarter"])
        number = int(written) if written.isdecimal() and written.isascii() else _PARTS[written]
        return calendar.quarter(year or known.year_for(3 * number), number)
    if group["half"]:
        number = 1 if group["half"] in ("上半年", "h1") else 2
        return calendar.half(year or known.year_for(6 * number), number)
    if group["month"] and group["month2"]:
        first, last = _number(group["month"]), _number(group["month2"])
        return calendar.months(year or known.year_for(last), first, last)
    month = _number(group["month1"])
    year = year or known.year_for(month)
    if group["day"] and group["day2"]:
        ends = [calendar.day(year, month, _number(group[name])) for name in ("day", "day2")]
        return calendar.joined(ends[0], ends[1]) or "" if ends[0] and ends[1] else ""
    if group["day1"]:
        return calendar.day(year, month, _number(group["day1"])) or ""
    if group["third"]:
        return calendar.third_of_month(year, month, _PARTS[group["third"]])
    return calendar.day(year, month)


def _day(group: dict[str, str | None], known: _Known) -> str | None:
    """Return the period of a relative month, of a day of one, or of a day alone: the last such day."""
    today = known.today
    if today.year is None or today.month is None:
        return None
    number = _number(group["day3"] or group["day4"])
    month = group["relmonth"] or group["lone"]
    away = _MONTHS_AWAY[month] if month else -(number > (today.day or 31))
    months = 12 * today.year + today.month - 1 + away
    return calendar.day(months // 12, months % 12 + 1, number or None) or ""


def _decade(group: dict[str, str | None]) -> str:
    if group["century2"]:
        century = _number(group["century2"])
        return f"{100 * century - 99}/{100 * century}"
    number = _number(group["decade"])
    if number < 100:
        this_century = (group["century"] or "").replace(" ", "") in ("本世纪", "21世纪")
        number += 2000 if this_century or (not group["century"] and number < _THIRTIES) else 1900
    return f"{number}/{number + 9}"


def _number(written: str | None) -> int:
    return int(number_value(written or "〇") or 0)


def _join(folded: str, first: Dated, last: Dated) -> Dated | None:
    if not (
        first.counted and first.period and last.period and _JOINS.fullmatch(folded, first.end, last.start)
    ):
        return None
    period = calendar.joined(first.period, last.period)
    return replace(first, end=last.end, period=period) if period else None


def _with_others(folded: str, found: list[Dated]) -> list[Dated]:
    """Add the dates that are written in digits or in English: 2018-11-20, Q3 2018, Sept. 3, 2015."""
    taken = iter([*found, Dated(len(folded) + 1, len(folded) + 1, None)])
    following = next(taken)
    every: list[Dated] = list(found)
    at = 0
    while begun := _OTHER_BEGINS.search(folded, at):
        at = begun.start() + 1
        while following.end <= begun.start():
            following = next(taken)
        match = _OTHER.match(folded, begun.start())
        if match is None or match.end() > following.start:
            continue
        parts = {
            name.rstrip("0123456789"): part for name, part in match.groupdict().items() if part is not None
        }
        meaning = other_dates.date_of(parts)
        if meaning and not meaning.startswith("d-"):
            every.append(Dated(match.start(), match.end(), _of_meaning(meaning[1:])))
            at = match.end()
    return sorted(every, key=lambda dated: dated.start)


def _of_meaning(meaning: str) -> str | None:
    year, _, part = meaning.partition("-")
    if part.startswith("q"):
        return calendar.quarter(int(year), int(part[1:]))
    if part.startswith("h"):
        return calendar.half(int(year), int(part[1:]))
    return year if part == "fy" else meaning
