"""Whether a stated figure agrees with a computed one, as exactly as both are printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.analysis.figures import Figure

_OVER = re.compile("超|逾|突破|不低|不少|不下|不止|至少|起码|最少|高于|大于|多|余|以上|有余|过|破|出头|开外")
_UNDER = re.compile("不到|不足|不满|未满|低于|少于|小于|不超|不高|不多|至多|最多|以下|以内")
_NEAR = re.compile("近|接近|几")
_ABOUT = re.compile("约|左右|上下|大概|差不多")
_LEAST_NEAR = 0.8  # of the stated figure: 近五成 is no less than 40 %
_ABOUT_WIDTH = 0.05  # of the stated figure
_SHARP = 0.5  # percent: no rounding excuses more where a figure is said to be exceeded
_NARROW = 0.05  # of the computed figure: operands rounded more coarsely say nothing against a claim
_NARROWEST = 1.0  # percent
_EXACT_DIGITS = 3  # a whole number of fewer digits that are no zeros was hardly rounded


def tolerance_of(figure: Figure) -> float:
    """Return half of the last printed digit of a figure: 0.05 of 261.1 %, 5 of 四成."""
    return round(
        (figure.step if figure.step is not None else abs(figure.value or 0) * _ABOUT_WIDTH * 2) / 2, 12
    )


def agrees(stated: Figure, computed: float) -> bool:
    """Tell whether a computed value fits a stated one with its hedge."""
    value, tolerance = float(stated.value or 0), tolerance_of(stated)
    hedge, sharp = stated.qualifier or "", min(tolerance, _SHARP)
    slack = 1e-9 * max(1.0, abs(value))
    if _UNDER.search(hedge):
        return computed <= value + sharp + slack
    if _OVER.search(hedge):
        return computed >= value - sharp - slack
    if _NEAR.search(hedge):
        return value * _LEAST_NEAR - slack <= computed <= value + tolerance + slack
    if _ABOUT.search(hedge):
        tolerance = max(tolerance, abs(value) * _ABOUT_WIDTH)
    return abs(computed - value) <= tolerance + slack


def holds(stated: Figure, computed: float, lowest: float, highest: float, *, hedged: bool) -> bool | None:
    """Tell whether a claim holds; None where the operands are printed too coarsely to tell.

    `lowest` and `highest` are what their rounding allows, `hedged` whether one of them is hedged.
    """
    if agrees(stated, computed):
        return True
    if hedged:
        return None
    value = float(stated.value or 0)
    if lowest <= value <= highest or agrees(stated, lowest) or agrees(stated, highest):
        narrow = (highest - lowest) / 2 <= max(_NARROWEST, abs(computed) * _NARROW)
        return True if narrow else None
    return False


def bounds(figure: Figure) -> tuple[float, float]:
    """Return between what a printed figure lies before rounding; a whole number of few digits is exact."""
    value = float(figure.value or 0)
    if figure.step is None:
        return value, value
    digits = round(abs(value) / figure.step)
    decimals = "." in figure.text or "点" in figure.text or "點" in figure.text
    if not decimals and len(str(digits).rstrip("0")) < _EXACT_DIGITS:
        return value, value
    return value - figure.step / 2, value + figure.step / 2
