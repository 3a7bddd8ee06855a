"""All themes over the whole text in one picture: a strip a theme, on one scale, across the sections."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui import text
from tui.dispersion import Dispersion
from tui.rows.findings import theme_name, theme_spans
from tui.screens.reader.sets import set_of
from tui.screens.views.page import Page
from tui.screens.views.spread import ruler_row
from tui.strings import say_count
from tui.themes import topic_variable
from tui.widgets.list_pane import Contents
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tui.current_set import CurrentSet
    from tui.screens.reader.screen import ReaderScreen

_LONGEST = 18  # cells of a theme's name: the strips need the room
_GAP = 2  # cells beside the counts


def themes_page(screen: ReaderScreen) -> Page:
    """Make the picture of all themes of the reader's document."""
    findings, language = screen.findings, screen.language
    passage = screen.article.passage
    names = [text.fit(theme_name(theme, language), _LONGEST) for theme in findings.themes]
    colours = [topic_variable(place) for place in range(len(names))]
    starts = [[span.start for span in theme_spans(theme)] for theme in findings.themes]
    dispersion = Dispersion(screen.document, starts, colours, screen.panes.glyphs)
    dot = "●" if screen.panes.glyphs == "fine" else "*"
    widest = max(map(text.cells, names), default=0)
    digits = max((len(str(theme.count)) for theme in findings.themes), default=0)
    rows = [
        ListRow(
            f"themes:{theme.id}",
            (
                (f"  {dot} ", colours[place]),
                (text.pad(names[place], widest), ""),
                (f"{theme.count:>{digits + _GAP}}{' ' * _GAP}", "quiet"),
            ),
            cut=partial(dispersion.strip, place),
            found_by=f"{theme.name} {theme.english or ''} {theme.id}",
        )
        for place, theme in enumerate(findings.themes)
    ]

    def set_at(key: str) -> CurrentSet | None:
        chosen = set_of(screen, findings, *key.split(":", 1))
        return chosen.at_or_after(passage.start) if chosen else None

    indent = text.cells(rows[0].text) - 1 if rows else 0
    count = say_count(language, "themes", len(rows))
    title = ListRow(
        "title", ((screen.say("screen.dispersion"), "mark"), (f"  {count}", "quiet")), heading=True
    )
    empty = screen.analysis.told or (screen.say("empty.no_themes") if findings.known else "")
    contents = Contents(rows, empty, screen.say("empty.filtered", query="{query}"))
    return Page((title, *([ruler_row(screen, dispersion, indent)] if rows else [])), contents, set_at)
