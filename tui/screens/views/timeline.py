"""The timeline: every dated statement of the document, the earliest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.analysis.timeline import timeline
from tui.current_set import CurrentSet
from tui.rows.timeline import timeline_rows
from tui.screens.views.page import Page
from tui.strings import say_count
from tui.widgets.list_pane import Contents
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tui.screens.reader.screen import ReaderScreen


def timeline_page(screen: ReaderScreen) -> Page:
    """Make the timeline of the reader's document from the figures that were found in it."""
    findings = screen.findings
    statements = timeline(screen.document, findings.figures)
    spans = [each.mention for each in statements]

    def set_at(key: str) -> CurrentSet:
        place = int(key.partition(":")[2])
        return CurrentSet.of("timeline", "", screen.say("screen.timeline"), spans).at(spans[place])

    count = say_count(screen.language, "places", len(statements))
    title = ((screen.say("screen.timeline"), "mark"), (f"  {count}" if statements else "", "quiet"))
    none = screen.say("empty.timeline") if findings.whole else screen.analysis.told
    rows = timeline_rows(statements, screen.documents.display)
    contents = Contents(rows, none, screen.say("empty.filtered", query="{query}"))
    return Page((ListRow("title", title, heading=True),), contents, set_at, waits=not findings.whole)
