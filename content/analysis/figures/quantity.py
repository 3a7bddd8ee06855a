"""What stands written of a number: where, what it comes to, in what unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from content.analysis.figures.figure import FigureKind


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at `[start, end)` of a passage.

    `number_end` is where the bare number ends. `inside` is the hedge printed within it: 多 of 200 多个.
    `magnitude` is what 万 or 亿 multiplies it with.
    A `tentative` one counts only as the first of a range: 3 of 3-5 年.
    """

    start: int
    end: int
    value: Decimal | None
    unit: str | None
    kind: FigureKind
    step: Decimal | None = None
    inside: str | None = None
    number_end: int = 0
    magnitude: int = 1
    tentative: bool = False
