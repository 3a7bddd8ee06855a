"""Amounts with their units as people write them in the reader's language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tui.strings import say

if TYPE_CHECKING:
    from tui.strings import Language

_MAGNITUDES: dict[str, tuple[tuple[float, str], ...]] = {
    "hans": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")),
    "hant": ((1e12, "兆"), (1e8, "億"), (1e4, "萬")),
    "en": ((1e12, "tn"), (1e9, "bn"), (1e6, "m")),
}
_DIGITS = 6  # significant ones: more than a reader needs
_CODE = len("CNY")  # characters of a currency


def amount(value: float, unit: str | None, language: Language) -> str:
    """Write a value with its unit: 14.48 亿元, CNY 1.448 bn, 40 %."""
    sizes = _MAGNITUDES[language] if unit != "%" else ()
    size, word = next(((size, word) for size, word in sizes if abs(value) >= size), (1.0, ""))
    number = f"{value / size:,.{_DIGITS}g}" if size > 1 or value != int(value) else f"{int(value):,}"
    counted = unit_name(unit, language) if unit else ""
    if language != "en":
        return " ".join(filter(None, (number, word + counted)))
    if unit and _is_currency(unit):
        return " ".join(filter(None, (counted, number, word)))
    return " ".join(filter(None, (number, word, counted)))


@cache
def unit_name(unit: str, language: Language) -> str:
    """Return what a unit is called: currencies are kept by their codes, all others as they are written."""
    try:
        return say(language, f"currency.{unit}") if _is_currency(unit) else unit
    except KeyError:
        return unit


def _is_currency(unit: str) -> bool:
    return len(unit) == _CODE and unit.isascii() and unit.isupper()
