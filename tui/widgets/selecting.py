"""What Textual's selection of the article is of its text: x counts characters of a passage, y passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.document import Span

if TYPE_CHECKING:
    from textual.selection import Selection

    from content.document import Document


def selected_span(document: Document, selection: Selection | None) -> Span | None:
    """Return the stretch of the text under a selection; None where nothing is selected."""
    if selection is None:
        return None
    passages, last = document.passages, len(document.passages) - 1
    start, end = 0, len(document.text)
    if selection.start:
        passage = passages[max(0, min(selection.start.y, last))]
        start = min(passage.start + selection.start.x, passage.end)
    if selection.end and selection.end.y <= last:
        passage = passages[max(0, selection.end.y)]
        end = min(passage.start + selection.end.x, passage.end)
    return Span(start, end) if start < end else None
