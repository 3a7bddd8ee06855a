"""What a check of a stated figure is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from content.document import Span

CheckKind: TypeAlias = Literal["growth", "share", "sum", "years"]
Reason: TypeAlias = Literal["no_base", "no_whole", "no_parts", "no_span", "vague", "rounded", "basis"]
"""Why nothing can be said: the text lacks the earlier figure, the whole, the parts, or the dates; the claim
is vague; the figures are printed too coarsely; or growth is told at constant prices."""


@dataclass(frozen=True, slots=True)
class Check:
    """A claim of a text, recomputed from other figures of it; its span is in the document's text.

    `stated` and `computed` are in `unit`s; `tolerance` is how far the stated one was rounded, half of its
    last printed digit. `holds` is true, false, or None with the reason. `operands` are the spans of the
    figures that were used, `passages` the numbers of all passages concerned, in order.
    """

    kind: CheckKind
    passage: int
    span: Span
    claim: str
    stated: int | float | None
    unit: str | None
    computed: float | None
    tolerance: float | None
    holds: bool | None
    reason: Reason | None
    passages: tuple[int, ...]
    operands: tuple[Span, ...] = ()
