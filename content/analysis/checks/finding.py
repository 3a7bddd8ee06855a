"""The claims of a text that its own figures can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.analysis.checks.context import sentences_of
from content.analysis.checks.growth import check_growth, check_points
from content.analysis.checks.measures import Known
from content.analysis.checks.shares import check_share
from content.analysis.checks.sums import check_sum
from content.analysis.checks.years import check_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.analysis.checks.check import Check
    from content.analysis.checks.context import Sentence
    from content.analysis.figures import Figure
    from content.document import Document


def check_figures(document: Document, figures: Sequence[Figure]) -> tuple[Check, ...]:
    """Recompute the growth, shares, sums and spans of years that a document states, in reading order.

    `figures` are those of `find_figures` on the same document. A claim that only another part of the text
    could contradict is never called false: it may speak of something else.
    """
    known = Known(figures)
    checks = []
    for sentence in sentences_of(document, figures):
        for figure in sentence.figures:
            if found := _check(sentence, figure, known, document.date):
                checks.append(found)  # noqa: PERF401  clearer than a nested comprehension
    return tuple(checks)


def _check(sentence: Sentence, figure: Figure, known: Known, date: str | None) -> Check | None:
    if figure.kind == "growth":
        return check_growth(sentence, figure, known)
    if figure.kind == "share":
        return check_share(sentence, figure, known) if figure.unit == "%" else check_points(sentence, figure)
    return check_sum(sentence, figure) or check_years(sentence, figure, date)
