"""Numbers of special form, told before a number with its unit is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.analysis.figures import ranks, shares, times, vague
from content.analysis.figures.numbers import times as product

if TYPE_CHECKING:
    from collections.abc import Callable

    from content.analysis.figures.quantity import Quantity


def factor(written: str) -> int:
    """Return what 万 or 亿 behind 多 multiplies with; 1 for none."""
    return product(written) if written else 1


def more_units_at(folded: str, at: int) -> int | None:
    """Return where the unit begins in 3 个多月: behind 个多."""
    return at + 2 if folded.startswith("个多", at) else at + 3 if folded.startswith(" 个多", at) else None


def special_at(folded: str, at: int, original: str) -> Quantity | None:
    """Return the number of a special form that begins at a place."""
    for form in _FORMS:
        if quantity := form(folded, at, original):
            return quantity
    return None


_FORMS: tuple[Callable[[str, int, str], Quantity | None], ...] = (
    ranks.ordinal,
    ranks.front,
    shares.doubled,
    times.half_a_time,
    shares.half,
    shares.parts,
    shares.slashed,
    shares.tenths,
    times.and_half,
    shares.digits_of,
    vague.vague,
    ranks.ratio,
)
