"""The page of a name: who or what it is, where it rises and falls, who stands beside it, what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.current_set import CurrentSet
from tui.rows.findings import theme_name
from tui.rows.name import about_name
from tui.screens.views.page import Page
from tui.screens.views.spread import spread_rows
from tui.strings import say_count
from tui.widgets.list_pane import Contents
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from content.analysis.names import NameFinding
    from content.document import Span
    from tui.screens.reader.screen import ReaderScreen


def name_page(screen: ReaderScreen, name: NameFinding) -> Page:
    """Make the page of a name of the reader's document."""
    findings, display = screen.findings, screen.documents.display
    rows = about_name(name, findings, screen.language, screen.panes.glyphs, display)
    forms = {name.name, *name.aliases}
    in_passages = {mention.passage for mention in name.mentions}
    spoken = [each.span for each in findings.quotes if each.speaker in forms]
    counted = [each.span for each in findings.figures if each.passage in in_passages]

    def set_at(key: str) -> CurrentSet | None:
        list_id, _, own = key.partition(":")
        if list_id == "names":
            return _together(screen, name, own)
        if list_id == "themes":
            return _speaking_of(screen, name, own)
        label = f"{screen.say(f'set.{list_id}')} {name.name}"
        if list_id == "quotes":
            return CurrentSet.of("quotes", name.name, label, spoken).at(findings.quotes[int(own)].span)
        return CurrentSet.of("figures", name.name, label, counted).at(findings.figures[int(own)].span)

    contents = Contents(rows, screen.say("empty.name"), screen.say("empty.filtered", query="{query}"))
    return Page(_head(screen, name), contents, set_at, ("names", name.name))


def _together(screen: ReaderScreen, name: NameFinding, key: str) -> CurrentSet | None:
    """Return the places of two names in the passages that name both."""
    other = screen.findings.name(key)
    if other is None:
        return None
    both = (name, other)
    shared = set.intersection(*({mention.passage for mention in each.mentions} for each in both))
    spans: list[Span] = [
        mention.span for each in both for mention in each.mentions if mention.passage in shared
    ]
    return CurrentSet.of("name", name.name, f"{screen.say('set.name')} {name.name} · {key}", spans)


def _speaking_of(screen: ReaderScreen, name: NameFinding, key: str) -> CurrentSet | None:
    """Return the places of a theme in the passages that name somebody."""
    theme = screen.findings.theme(key)
    if theme is None:
        return None
    passages = {mention.passage for mention in name.mentions}
    spans = (span for each in theme.passages if each.passage in passages for span in each.spans)
    label = f"{screen.say('set.theme')} {theme_name(theme, screen.language)} · {name.name}"
    return CurrentSet.of("theme", key, label, spans)


def _head(screen: ReaderScreen, name: NameFinding) -> tuple[ListRow, ...]:
    display, language = screen.documents.display, screen.language
    about = [screen.say(f"one.{name.kind}"), *([display(name.role)] if name.role else [])]
    passages = len({mention.passage for mention in name.mentions})
    count = f"{say_count(language, 'places', name.count)} · {say_count(language, 'passages', passages)}"
    english = f"{name.english} " if language == "en" and name.english else ""
    title = ((english, "strong"), (display(name.name), "strong"), (f"  {'  '.join(about)}", "quiet"))
    others = screen.say(
        "name.aliases", aliases=screen.say("library.separator").join(map(display, name.aliases))
    )
    return (
        ListRow("title", title, ((count, "quiet"),), heading=True),
        *([ListRow("aliases", ((others, "quiet"),), heading=True)] if name.aliases else []),
        *spread_rows(screen, (mention.span for mention in name.mentions), "mark"),
    )
