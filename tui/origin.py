"""Where a text comes from, in one line for masthead, copies and exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.strings import say

if TYPE_CHECKING:
    from content.document import Document
    from tui.strings import Language


def origin_of(document: Document, language: Language) -> str:
    """Say who wrote it, for whom and when; of an edition what it retells, lest ours be quoted as theirs."""
    if not document.edition:
        return " · ".join([*document.byline, *filter(None, (document.source, document.date))])
    writer, source, date = document.retold_writer or "", document.source or "", document.date or ""
    return say(language, "document.retold", source=source, writer=writer, date=date)
