"""The sets of places that rows of the panes stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.current_set import CurrentSet
from tui.rows.findings import theme_name, theme_spans

if TYPE_CHECKING:
    from tui.current_set import SetKind
    from tui.findings import Findings
    from tui.screens.reader.screen import ReaderScreen

_WORDS = {
    "themes": "theme",
    "names": "name",
    "figures": "figures",
    "quotes": "quotes",
    "bookmarks": "bookmarks",
}


def set_of(screen: ReaderScreen, findings: Findings, list_id: str, key: str) -> CurrentSet | None:
    """Return the set that a row of a list stands for; None where there is no such row.

    Figures, quotes and bookmarks are a set each, at the one of the row. The key of a figure or a quote is its
    place among those of `findings`.
    """
    label = screen.say(f"set.{_WORDS.get(list_id, list_id)}")
    if list_id == "themes" and (theme := findings.theme(key)):
        return CurrentSet.of(
            "theme", key, f"{label} {theme_name(theme, screen.language)}", theme_spans(theme)
        )
    if list_id == "names" and (name := findings.name(key)):
        return CurrentSet.of("name", key, f"{label} {name.name}", (mention.span for mention in name.mentions))
    if list_id in ("figures", "quotes"):
        found = findings.figures if list_id == "figures" else findings.quotes
        spans, place = [each.span for each in found], int(key)
        kind: SetKind = "figures" if list_id == "figures" else "quotes"
        return CurrentSet.of(kind, "", label, spans).at(spans[place]) if place < len(spans) else None
    if list_id == "bookmarks":
        placed = {each.bookmark.id: each.span for each in screen.keeping.bookmarks.placed if each.span}
        return (
            CurrentSet.of("bookmarks", "", label, placed.values()).at(placed[key]) if key in placed else None
        )
    return None
