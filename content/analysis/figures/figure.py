"""What a figure is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from content.document import Span

FigureKind: TypeAlias = Literal[
    "amount", "share", "growth", "count", "duration", "age", "ordinal", "rank", "ratio", "date"
]
"""amount is money; share and growth are in percent."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text with what it counts; its span is in the document's text, in code points.

    `value` is a plain number in `unit`s: 14.48 亿元 is 1448000000 CNY, 四成 is 40 %; None where it is vague,
    and for dates, whose unit is `date`. `unit` is a currency's code, %, or the word as printed; None where
    there is none. `what` tells what is counted, with … where it is cut short; `qualifier` is the
    hedge as printed (超过, 近, 多). `period` is an ISO date or two of them: 2018, 2015-09, 2018-01/2018-09;
    `--11-26` where the year is not known.
    `step` is the value of the last printed digit, which tells how far the value was rounded.
    """

    passage: int
    span: Span
    text: str
    kind: FigureKind
    value: int | float | None
    unit: str | None
    what: str | None = None
    period: str | None = None
    qualifier: str | None = None
    step: float | None = None
