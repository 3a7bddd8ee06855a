"""Figures made up for measuring: one value, the ways in which a text writes it, and a reader asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_DIGITS = "零一二三四五六七八九"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value as a text may write it; `asked` are ways that no text here uses."""

    written: tuple[str, ...]
    asked: tuple[str, ...]


def draw_figure(chance: random.Random) -> Figure:
    """Draw an amount, a share, a month or a quarter, each of so many digits that few are drawn twice."""
    return chance.choice((_amount, _share, _month, _quarter))(chance)


def _amount(chance: random.Random) -> Figure:
    whole, hundredths = chance.randrange(11, 100), chance.randrange(11, 100)
    value = (whole * 100 + hundredths) * 1_000_000
    tens, ones = divmod(hundredths, 10)
    chinese = f"{_up_to_99(whole)}亿{_DIGITS[tens]}千" + (f"{_DIGITS[ones]}百万" if ones else "万")
    shown = f"{whole}.{hundredths:02}"
    return Figure((f"{shown}亿", f"{value:,}", chinese), (str(value), f"{shown} 亿", f"{value // 10000}万"))


def _share(chance: random.Random) -> Figure:
    whole, tenths = chance.randrange(11, 100), chance.randrange(1, 10)
    chinese = f"百分之{_up_to_99(whole)}点{_DIGITS[tenths]}"
    return Figure((f"{whole}.{tenths}%", chinese), (f"{whole}.{tenths} %", f"{whole}.{tenths}％"))


def _month(chance: random.Random) -> Figure:
    year, month = chance.randrange(1850, 2030), chance.randrange(1, 13)
    chinese = "".join(_DIGITS[int(digit)] for digit in str(year)).replace("零", "〇")
    written = (f"{year}年{month}月", f"{chinese}年{_up_to_99(month)}月")
    return Figure(written, (f"{year}-{month:02}", f"{year} 年 {month} 月", f"{_MONTHS[month - 1]} {year}"))


def _quarter(chance: random.Random) -> Figure:
    year, quarter = chance.randrange(1950, 2030), chance.randrange(1, 5)
    chinese = f"{_DIGITS[quarter]}季度"
    return Figure((f"{year}年第{chinese}", f"{year}年{chinese}"), (f"Q{quarter} {year}",))


def _up_to_99(number: int) -> str:
    tens, ones = divmod(number, 10)
    begun = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return begun + (_DIGITS[ones] if ones or not begun else "")
