"""The page of a theme: its words, where it rises and falls, what it touches, who stands beside it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.current_set import CurrentSet
from tui.rows.findings import theme_name, theme_spans
from tui.rows.theme import about_theme
from tui.screens.views.page import Page
from tui.screens.views.spread import spread_rows
from tui.strings import say_count
from tui.themes import topic_variable
from tui.widgets.list_pane import Contents
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from content.analysis.themes import ThemeFinding
    from tui.screens.reader.screen import ReaderScreen

_WORDS = 12  # of the theme's words, those that occur most


def theme_page(screen: ReaderScreen, theme: ThemeFinding) -> Page:
    """Make the page of a theme of the reader's document."""
    document, findings = screen.document, screen.findings
    rows = about_theme(theme, findings, document, screen.language, screen.documents.display)
    label = f"{screen.say('set.theme')} {theme_name(theme, screen.language)}"
    whole = CurrentSet.of("theme", theme.id, label, theme_spans(theme))

    def set_at(key: str) -> CurrentSet | None:
        list_id, _, own = key.partition(":")
        if list_id == "names":
            name, spoken = findings.name(own), {each.passage for each in theme.passages}
            mentions = (mention for mention in name.mentions if mention.passage in spoken) if name else ()
            return CurrentSet.of("name", own, f"{label} · {own}", (mention.span for mention in mentions))
        section = document.sections[int(own) - 1]
        chosen = whole.at_or_after(document.passages[section.first - 1].start)
        there = chosen.span and document.passage_at(chosen.span.start).section == section.number
        return chosen if there else None

    contents = Contents(rows, "", screen.say("empty.filtered", query="{query}"))
    return Page(_head(screen, theme), contents, set_at, ("themes", theme.id))


def _head(screen: ReaderScreen, theme: ThemeFinding) -> tuple[ListRow, ...]:
    language, text = screen.language, screen.document.text
    place = screen.findings.themes.index(theme)
    colour = topic_variable(place)
    spans = theme_spans(theme)
    words = Counter(text[span.start : span.end] for span in spans).most_common(_WORDS)
    listed = "  ".join(f"{screen.documents.display(word)} {count}" for word, count in words)
    passages = say_count(language, "passages", len(theme.passages))
    count = f"{say_count(language, 'places', theme.count)} · {passages}"
    dot = "●" if screen.panes.glyphs == "fine" else "*"
    mark = f"  {screen.say('themes.proposed')}" if theme.proposed else ""
    title = ((f"{dot} ", colour), (theme_name(theme, language), "strong"), (mark, "quiet"))
    return (
        ListRow("title", title, ((count, "quiet"),), heading=True),
        ListRow("words", ((listed, "quiet"),), heading=True),
        *spread_rows(screen, spans, colour),
    )
