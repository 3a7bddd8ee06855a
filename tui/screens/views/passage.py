"""The page of the current passage: everything that was found in it, and what is kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.narrowing import narrowed, passages_in
from tui.rows.passage import passage_rows
from tui.screens.reader.sets import set_of
from tui.screens.views.page import Page
from tui.widgets.list_pane import Contents
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from content.document import Passage
    from tui.current_set import CurrentSet
    from tui.screens.reader.screen import ReaderScreen


def passage_page(screen: ReaderScreen, passage: Passage) -> Page:
    """Make the page of a passage of the reader's document."""
    document, findings = screen.document, screen.findings
    rows = passage_rows(
        narrowed(findings, passages_in(document, passage, "passage")),
        findings,
        screen.keeping.bookmarks.in_passage(passage.number),
        screen.language,
        screen.panes.glyphs,
        screen.documents.display,
    )

    def set_at(key: str) -> CurrentSet | None:
        list_id, _, own = key.partition(":")
        chosen = set_of(screen, findings, list_id, own)
        return chosen.at_or_after(passage.start) if chosen and list_id in ("names", "themes") else chosen

    contents = Contents(rows, screen.say("empty.passage"), screen.say("empty.filtered", query="{query}"))
    return Page((_head(screen, passage),), contents, set_at, waits=screen.analysis.is_busy)


def _head(screen: ReaderScreen, passage: Passage) -> ListRow:
    number = screen.say("bookmark.at", n=passage.number)
    title = screen.documents.display(screen.document.section_of(passage).title)
    percent = screen.analysis.percent
    left = ((screen.say("screen.passage"), "mark"), (f"  {number}", ""), (f"  {title}", "quiet"))
    work = ((screen.say("work.under_way", percent=percent), "quiet"),) if percent is not None else ()
    return ListRow("head", left, work, heading=True)
