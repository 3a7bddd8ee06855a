"""A check from a claim and what was computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.analysis.checks import comparing
from content.analysis.checks.check import Check
from content.document import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.analysis.checks.check import CheckKind, Reason
    from content.analysis.checks.context import Sentence
    from content.analysis.figures import Figure


def unchecked(kind: CheckKind, sentence: Sentence, stated: Figure, reason: Reason) -> Check:
    """Return a claim of which nothing can be said."""
    return _made(kind, sentence, stated, None, None, reason, ())


def checked(
    kind: CheckKind,
    sentence: Sentence,
    stated: Figure,
    computed: float,
    allowed: tuple[float, float],
    operands: Sequence[Figure],
) -> Check:
    """Return a claim with what was computed from its operands; `allowed` is what their rounding allows."""
    hedged = any(operand.qualifier for operand in operands)
    holds = comparing.holds(stated, computed, *allowed, hedged=hedged)
    return _made(kind, sentence, stated, computed, holds, "rounded" if holds is None else None, operands)


def _made(
    kind: CheckKind,
    sentence: Sentence,
    stated: Figure,
    computed: float | None,
    holds: bool | None,
    reason: Reason | None,
    operands: Sequence[Figure],
) -> Check:
    start, end = sentence.clause(stated)
    return Check(
        kind,
        stated.passage,
        Span(start, end),
        sentence.text[start:end],
        stated.value,
        stated.unit,
        None if computed is None else round(computed, 4),
        None if stated.value is None else comparing.tolerance_of(stated),
        holds,
        reason,
        tuple(sorted({stated.passage, *(operand.passage for operand in operands)})),
        tuple(operand.span for operand in operands),
    )
