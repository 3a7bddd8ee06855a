"""Stated spans of years, recomputed from their dates: 成立于 1998 年，至今已有 20 年."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.analysis.checks.making import checked, unchecked
from content.analysis.figures.calendar import today_of, year_of

if TYPE_CHECKING:
    from content.analysis.checks.check import Check
    from content.analysis.checks.context import Sentence
    from content.analysis.figures import Figure

_OF_DATES = re.compile(" ?(?:的|,|;|这|整整|近|约|期间|前后| )*")
_SINCE = re.compile("(?:至今|迄今|到今天|到现在|到今年)[^,;。]{0,8}$|(?:走过|已有|已经有|已满)(?:了)? ?$")
_BORN = re.compile("出生|生于|生人")
_NOW = re.compile("(?:今年|现年|已经?|刚满|年满|时年)[^,;。]{0,4}$")
_AFTER = re.compile(" ?(?:之|以)?后")
_OPEN = re.compile("(?:过去|经过|历经|历时|连续|近)[^,;。]{0,3}$")
_FROM = re.compile("[从自由] ?$")
_MONTHS = 12


def check_years(sentence: Sentence, stated: Figure, date: str | None) -> Check | None:
    """Check one span of years or an age; None where nothing is claimed. `date` is the document's."""
    if stated.value is None or stated.unit not in ("年", "岁", "歲", "周岁", "周年", "週年"):
        return None
    if stated.kind == "age":
        return _age(sentence, stated, date)
    dates = [
        figure
        for figure in sentence.figures
        if figure.kind == "date" and figure.span.end <= stated.span.start
    ]
    if dates and "/" in (dates[-1].period or "") and _OF_DATES.fullmatch(sentence.between(dates[-1], stated)):
        return _between(sentence, stated, dates[-1])
    ahead = sentence.ahead(stated)
    if _SINCE.search(ahead):
        start = year_of(dates[0].period) if dates else None
        return _since(sentence, stated, dates[0], start, date) if start else None
    if _AFTER.match(sentence.behind(stated)):
        return _later(sentence, stated, date)
    return unchecked("years", sentence, stated, "no_span") if _OPEN.search(ahead) else None


def _age(sentence: Sentence, stated: Figure, date: str | None) -> Check | None:
    born = [
        figure
        for figure in sentence.figures
        if figure.kind == "date" and figure.span.end <= stated.span.start
    ]
    if not born or not _NOW.search(sentence.ahead(stated)):
        return None
    start, now = year_of(born[0].period), today_of(date).year
    told = _BORN.search(
        sentence.folded,
        born[0].span.start - sentence.start and max(sentence.start, born[0].span.start - 4),
        stated.span.start,
    )
    if not told or start is None or now is None:
        return None
    return _counted(sentence, stated, now - start, born[0])


def _between(sentence: Sentence, stated: Figure, dated: Figure) -> Check | None:
    first, last = (dated.period or "").split("/")
    if not (first[:4].isdecimal() and last[:4].isdecimal()):
        return None
    years = int(last[:4]) - int(first[:4])
    # Both years may be counted, 2015 年至 2017 年的三年, and are but where 从 says that the first one is not.
    apart = stated.value == years or _FROM.search(sentence.ahead(dated))
    whole = years if apart and stated.value != years + 1 else years + 1
    return checked("years", sentence, stated, whole, (whole, whole), [dated])


def _since(sentence: Sentence, stated: Figure, dated: Figure, start: int, date: str | None) -> Check | None:
    now = today_of(date).year
    if now is None:
        return unchecked("years", sentence, stated, "no_span")
    return _counted(sentence, stated, now - start, dated)


def _counted(sentence: Sentence, stated: Figure, years: int, dated: Figure) -> Check:
    """Compare whole years; a birthday still to come, or one counted already, makes a difference of one."""
    near = abs((stated.value or 0) - years) <= 1
    computed = float(stated.value or 0) if near else years
    return checked("years", sentence, stated, computed, (years - 1, years + 1), [dated])


def _later(sentence: Sentence, stated: Figure, date: str | None) -> Check | None:
    """Confirm 三年之后 from the date told before it to that of the text; nothing can be said against it."""
    before = sentence.before
    told = [figure for each in (before, sentence) if each for figure in each.figures if figure.kind == "date"]
    told = [figure for figure in told if figure.span.end <= stated.span.start]
    today = today_of(date)
    found = re.match(r"(\d{4})(?:-(\d{2}))?", told[-1].period or "") if told else None
    if found is None or today.year is None:
        return None
    months = _MONTHS * (today.year - int(found[1])) + (today.month or 1) - int(found[2] or today.month or 1)
    if months // _MONTHS != stated.value:
        return None
    return checked(
        "years", sentence, stated, round(months / _MONTHS, 2), (stated.value, stated.value + 1), [told[-1]]
    )
