"""Dates: years, quarters, months and days, with or without their year.

Meanings: `d2015`, `d2015-09`, `d2015-09-03`, `d2018-q3`, `d2018-h1`, `d2018-fy`;
`d--09-03` where no year is stated.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from content.chinese.numerals.amounts import number_value

if TYPE_CHECKING:
    from collections.abc import Mapping

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "上": 1,
    "下": 2,
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
}
# Two digits stand for a year of this century up to here, of the last one from here.
_TURN = 50
# A date without its year may be of any.
_LEAP_YEAR = 2000

_HAN = "〇零一二三四五六七八九"
_AD = "(?:1[5-9]|20)[0-9]{2}"
_YEAR = rf"(?<![0-9.])(?:(?:1[0-9]|2[01])[0-9]{{2}}|[一二][{_HAN}]{{3}})"
_MONTH = f"(?:1[0-2]|0?[1-9]|十[一二]?|[{_HAN[2:]}])"
_DAY = f"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[{_HAN[2:]}]?|廿[{_HAN[2:]}]?|[{_HAN[2:]}])"
# 3 月活 counts users, no month.
_IN_MONTH = f"(?P<m>{_MONTH}) ?月(?![活薪租均入收供费球票饼光])(?: ?(?P<d>{_DAY}) ?[日号])?"
_QUARTER = "第? ?(?P<q>[一二三四]|(?<![0-9.])[1-4]) ?季(?:度|报)"
_HALF = "(?P<h>[上下])半年"
_ENGLISH_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_NUMBER_OF_MONTH, _NUMBER_OF_DAY = "1[0-2]|0?[1-9]", "3[01]|[12][0-9]|0?[1-9]"
_ENGLISH_DAY = f"(?P<d>{_NUMBER_OF_DAY})(?:st|nd|rd|th)?"
_ENGLISH_YEAR = f"(?P<y>{_AD})(?![0-9a-z])"
_ENDS = "(?![0-9a-z])"
_FREE = "(?<![0-9a-z_/%])(?<![0-9a-z][.-])"
# 15年9月 begins a phrase: in 民国15年9月 it is another year.
_BEGINS = "(?:(?<![一-鿿0-9.])(?<![一-鿿] )|(?<=[在于自从到至和与及]))"
# 2015.09 is an amount before any of these.
_NO_AMOUNT = r"(?! ?[0-9a-z_%/万亿千百元点个美港人家吨倍]|\.[0-9])"

_WAYS = (
    # 2018年第三季度, 2018年上半年, 2015年9月3日, 2018年
    rf"(?P<y>{_YEAR}) ?年(?!代)(?: ?的? ?{_QUARTER}| ?{_HALF}| ?{_IN_MONTH})?",
    # 2018三季度, 2018财年
    rf"(?P<y>{_YEAR}) ?(?:{_QUARTER}|{_HALF}|(?P<fy>财年|财政年度))",
    rf"{_FREE}(?P<y>{_AD})[年-]? ?(?:q(?P<q>[1-4])|h(?P<h>[12])){_ENDS}",
    # the first years of 2016、2017 和 2018 年
    rf"(?P<y>{_YEAR})(?=(?: ?[-~—–到至、和与及]{{1,2}} ?[0-9]{{4}}){{1,4}} ?年)",
    # 2015-09-03, 2015/9, 2015.09
    (
        rf"{_FREE}(?P<y>{_AD})(?P<sep>[-/.])(?P<m>{_NUMBER_OF_MONTH})(?P=sep)(?P<d>{_NUMBER_OF_DAY})"
        r"(?![0-9a-su-z_%]|[-/.][0-9])"
    ),
    rf"{_FREE}(?P<y>{_AD})[-/](?P<m>{_NUMBER_OF_MONTH})(?![0-9a-z_%/-]|\.[0-9])",
    rf"{_FREE}(?P<y>{_AD})\.(?P<m>1[0-2]|0[1-9]){_NO_AMOUNT}",
    # 15年9月, 08年
    rf"{_BEGINS}(?P<yy>[0-9]{{2}}|[〇零一二九][{_HAN}]) ?年 ?{_IN_MONTH}",
    rf"(?<![0-9.{_HAN}])(?P<yy>[0〇零][0-9{_HAN}]) ?年(?!代)",
    # Sept. 3, 2015; 3 September 2015; Sept 2015; 2015 Sept; Sept 3
    rf"(?<![a-z])(?P<em>{_ENGLISH_MONTH})(?:(?: ?{_ENGLISH_DAY},?)? |-|,? (?:of )?){_ENGLISH_YEAR}",
    rf"{_FREE}{_ENGLISH_DAY}[ -](?:of )?(?P<em>{_ENGLISH_MONTH}),?[ -]{_ENGLISH_YEAR}",
    rf"{_FREE}{_ENGLISH_YEAR} (?P<em>{_ENGLISH_MONTH})",
    rf"(?<![a-z])(?P<em>(?!may){_ENGLISH_MONTH}) {_ENGLISH_DAY}(?![0-9a-z,.%])",
    # Q3 2018, H1 2018, 3Q18, third quarter of 2018, FY2018
    rf"(?<![0-9a-z_])q(?P<q>[1-4])(?:,? ?(?:of )?{_ENGLISH_YEAR}|{_ENDS})",
    rf"(?<![0-9a-z_])h(?P<h>[12]),? ?(?:of )?{_ENGLISH_YEAR}",
    rf"{_FREE}(?:(?P<q>[1-4])q|(?P<h>[12])h) ?(?:(?P<y>20[0-9]{{2}})|(?P<yy>[0-9]{{2}})){_ENDS}",
    (
        r"(?:(?P<q>(?<![a-z])(?:first|second|third|fourth)|(?<![0-9])[1-4](?:st|nd|rd|th))[ -]quarter"
        rf"|(?P<h>(?<![a-z])(?:first|second)) half),? (?:of )?{_ENGLISH_YEAR}"
    ),
    rf"(?<![a-z])(?P<fy>fy) ?(?:{_ENGLISH_YEAR}|(?P<yy>[0-9]{{2}}){_ENDS})",
    # 第三季度, 上半年, 9月3日 of a year that is not stated here
    rf"(?<![前近后续个过每首]){_QUARTER}",
    _HALF,
    rf"(?<![0-9.{_HAN}十几数个]){_IN_MONTH}",
)


def _alternatives() -> str:
    """Join the ways of writing a date, a number behind the names of each one's groups."""
    ways = []
    for number, way in enumerate(_WAYS):
        ways.append(re.sub(r"\(\?P([<=])([a-z]+)", rf"(?P\1\g<2>{number}", way))
    return "|".join(ways)


PATTERN = _alternatives()


def date_of(parts: Mapping[str, str]) -> str | None:
    """Return what the parts of a date mean, None when there is no such day."""
    year = parts.get("y") or _century(parts.get("yy")) or ""
    if "fy" in parts:
        return f"d{_whole(year)}-fy"
    for period in ("q", "h"):
        if period in parts:
            ordinal = parts[period]
            return f"d{_whole(year) if year else '-'}-{period}{_ORDINALS.get(ordinal) or int(ordinal[0])}"
    meaning = f"d{_whole(year):04}" if year else "d-"
    english = parts.get("em")
    month = _MONTHS.index(english[:3]) + 1 if english else _whole(parts.get("m", "0"))
    if month:
        meaning += f"-{month:02}"
    if written := parts.get("d"):
        day = _whole(written.rstrip("stndrh"))
        try:
            date(_whole(year) if year else _LEAP_YEAR, month, day)
        except ValueError:
            return None
        meaning += f"-{day:02}"
    return meaning


def _century(short: str | None) -> str | None:
    if short is None:
        return None
    year = int("".join(str(_whole(digit)) for digit in short))
    return str(year + (2000 if year < _TURN else 1900))


def _whole(written: str) -> int:
    return int(number_value(written) or 0)
