"""Numbers as people write them, and what they come to: 14.48亿, 1,448,000,000, 百分之四十, 三成, 2015年9月.

Works on folded text (`content.chinese.variants.fold`): simplified, half width, lower case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_ENGLISH = {"bn": 10**9, "billion": 10**9, "million": 10**6, "thousand": 10**3}

_CHINESE = "[〇零一二两三四五六七八九十百千万亿]"
_NUMBER = rf"\d+(?:,\d{{3}})*(?:\.\d+)?|{_CHINESE}+(?:点[〇零一二三四五六七八九]+)?"
_PATTERN = re.compile(
    r"(?P<year>(?<!\d)\d{4}|[〇零一二三四五六七八九]{4}) ?年"
    rf"(?: ?(?P<month>\d{{1,2}}|{_CHINESE}{{1,2}}) ?月"
    rf"(?: ?(?P<day>\d{{1,2}}|{_CHINESE}{{1,3}}) ?[日号])?)?"
    r"|(?<![\d-])(?P<iso>(?:1\d|20)\d\d[-/](?:0?[1-9]|1[0-2])(?:[-/](?:[0-2]?\d|3[01]))?)(?![\d-])"
    rf"|百分之(?P<share>{_NUMBER})"
    rf"|(?P<tenths>[一二两三四五六七八九])成(?P<half>半)?(?![为立功员果本长交熟都])"
    rf"|(?P<number>{_NUMBER})(?: ?(?P<times>[十百千万亿]+|bn\b|billion|million|thousand))?"
    r"(?: ?(?P<percent>%))?"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number or date at `[start, end)` of a text, in code points.

    `meaning` is the same however it is written: `1448000000`, `69%`, `2015-09`.
    """

    start: int
    end: int
    meaning: str

    @property
    def is_date(self) -> bool:
        """Whether it is a year, a month or a day."""
        return self.meaning.startswith("d")


def find_numerals(folded: str) -> Iterator[Numeral]:
    """Yield the numbers and dates of a folded text in order."""
    for found in _PATTERN.finditer(folded):
        meaning = _meaning(found)
        if meaning:
            yield Numeral(found.start(), found.end(), meaning)


def _meaning(found: re.Match[str]) -> str | None:
    part = found.groupdict()
    if part["year"]:
        return _date(part["year"], part["month"], part["day"])
    if part["iso"]:
        return _date(*re.split("[-/]", part["iso"]))
    if part["tenths"]:
        return f"{_DIGITS[part['tenths']] * 10 + 5 * bool(part['half'])}%"
    value = number_value(part["share"] or part["number"])
    if value is None:
        return None
    for multiplier in re.findall("[a-z]+|.", part["times"] or ""):
        value *= _ENGLISH.get(multiplier) or (_SMALL | _LARGE)[multiplier]
    return f"{value.normalize():f}" + "%" * bool(part["share"] or part["percent"])


def _date(year: str, month: str | None = None, day: str | None = None) -> str:
    parts = (number_value(part) for part in (year, month, day) if part)
    return "d" + "-".join(f"{int(part):02}" for part in parts if part is not None)


def number_value(written: str) -> Decimal | None:
    """Return what an Arabic or a Chinese number comes to, None when it is none: 十一, 二〇一五, 三点五."""
    if written[0].isdigit() and written.isascii():
        return Decimal(written.replace(",", ""))
    whole, _, decimals = written.partition("点")
    value = _chinese_integer(whole)
    if value is None:
        return None
    return Decimal(f"{value}.{''.join(str(_DIGITS[each]) for each in decimals)}" if decimals else value)


def _chinese_integer(written: str) -> int | None:
    if all(character in _DIGITS for character in written):  # 二〇一五
        return int("".join(str(_DIGITS[character]) for character in written))
    total = section = 0
    digit: int | None = None
    for character in written:
        if character in _DIGITS:
            if digit:  # 三四百 is about so many, not a number
                return None
            digit = _DIGITS[character]
        elif character in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[character]
            digit = None
        else:
            section += digit or 0
            if not section and not total:  # 万一, 亿万
                return None
            if character == "亿":  # 三万亿: what stands before counts as a whole
                total, section = total + section, 0
            total = total * _LARGE[character] if not section else total + section * _LARGE[character]
            section, digit = 0, None
    return total + section + (digit or 0)
