"""Finding the numbers and dates of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.chinese.numerals import amounts, dates

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where a number may begin: all else is passed over at the speed of one simple pattern.
_BEGINS = re.compile(
    rf"[0-9]|[{amounts.HAN}](?:[{amounts.HAN}成季点]| ?月|分之)|百分之|第 ?[一二三四1-4] ?季|[上下]半年"
    "|[廿卅]"
    r"|[壹贰叁肆伍陆柒捌玖][拾佰仟]"
    r"|(?:q[1-4]|h[12]|fy ?[0-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|(?:first|second|third|fourth)[ -](?:quarter|half))"
)
_DATE = re.compile(dates.PATTERN)
_AMOUNT = re.compile(amounts.PATTERN)
# A date is begun by nothing else and followed closely by one of these.
_DATED = re.compile("[0-9〇零一二三四五六七八九十廿 ]{1,5}[年月季财qh上下第/.~—–到至、和与及a-z-]|[^0-9]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number or date at `[start, end)` of a text, in code points.

    `meaning` is the same however it is written: `1448000000`, `69%`, `2/3`, `d2015-09`, `d2018-q3`.
    """

    start: int
    end: int
    meaning: str


def find_numerals(folded: str, *, asked: bool = False) -> Iterator[Numeral]:
    """Yield the numbers and dates of a folded text in order.

    `asked`: the text is what somebody looks for, where 10m is ten million and not ten metres.
    """
    at = 0
    while begun := _BEGINS.search(folded, at):
        at = begun.start()
        found = _DATE.match(folded, at) if _DATED.match(folded, at) else None
        if found:
            parts = {
                name.rstrip("0123456789"): part
                for name, part in found.groupdict().items()
                if part is not None
            }
            meaning = dates.date_of(parts)
        else:
            found = _AMOUNT.match(folded, at)
            meaning = amounts.amount_of(found, asked=asked) if found else None
        if found and meaning:
            yield Numeral(at, found.end(), meaning)
        at = max(at + 1, found.end() if found else 0)
