"""What somebody may mean by a number they look for: read more generously than in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from content.chinese.numerals.finding import find_numerals

_YEAR = re.compile("(?:1[89]|20)[0-9]{2}")
_RUN_TOGETHER = re.compile("((?:19|20)[0-9]{2})[.]?(0?[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])?")
_SPACED = re.compile("[0-9]{1,3}(?: [0-9]{3})+")
_MONEY = re.compile(
    r"(?:(?<![a-z])(?:rmb|cny|usd|hkd|us|hk) ?)?[$¥€£]|(?<![a-z])(?:rmb|cny|usd|hkd|yuan|dollars?)(?![a-z])"
)
_SMALL = re.compile(
    "(?<![0-9.一二两三四五六七八九十百千万亿几数第])(?:10|[1-9]|[一二两三四五六七八九十])(?![0-9.,%一二两三四五六七八九十百千万亿几分成点多来])"
)
_WRITINGS = ("1一", "2二两", "3三", "4四", "5五", "6六", "7七", "8八", "9九", "十")


@dataclass(frozen=True, slots=True)
class Asked:
    """The one number or date of a query, at `[start, end)`; any of `meanings` answers it."""

    start: int
    end: int
    meanings: tuple[str, ...]


def asked_numeral(folded: str) -> Asked | None:
    """Read the number or date of a query, None where it has none or several.

    A bare 2015 may be the year, 201509 and 2015.9 the month. Signs and names of money are left aside.
    """
    dressed = _MONEY.search(folded)
    start, end = 0, len(folded)
    if dressed and not folded[: dressed.start()].strip():
        start = dressed.end()
    elif dressed and not folded[dressed.end() :].strip():
        end = dressed.start()
    bare = folded[start:end].strip()
    if _SPACED.fullmatch(bare):
        return Asked(0, len(folded), (bare.replace(" ", ""),))
    numerals = list(find_numerals(bare, asked=True))
    if len(numerals) != 1:
        return None
    (numeral,) = numerals
    meanings = [numeral.meaning]
    written = bare[numeral.start : numeral.end]
    if _YEAR.fullmatch(written):
        meanings.append(f"d{written}")
    elif together := _RUN_TOGETHER.fullmatch(written):
        year, month, day = together.groups()
        meanings.append(f"d{year}-{int(month):02}" + (f"-{day}" if day else ""))
    whole = numeral.start == 0 and numeral.end == len(bare)
    begin = start + folded[start:end].find(bare)
    if whole:
        return Asked(0, len(folded), tuple(meanings))
    return Asked(begin + numeral.start, begin + numeral.end, tuple(meanings))


def other_writings(folded: str) -> tuple[str, ...]:
    """Return other ways to write a query with one small number in it: 3个月 is 三个月, 两倍 is 2倍 and 二倍.

    Numbers up to ten are not listed by what they mean: 一 and 两 are words more often than numbers.
    """
    small = _SMALL.search(folded)
    if small is None or len(folded) == len(small[0]) or _SMALL.search(folded, small.end()):
        return ()
    written = "十" if small[0] == "10" else small[0]
    ways = next(ways for ways in _WRITINGS if written in ways)
    others = ["10" if small[0] == "十" else "十"] if ways == "十" else [way for way in ways if way != written]
    return tuple(folded[: small.start()] + other + folded[small.end() :] for other in others)
