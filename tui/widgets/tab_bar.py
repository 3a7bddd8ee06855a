"""The names of a side pane's tabs in one row, or the present one between arrows where they do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.widget import Widget

from tui import text
from tui.messages import TabChosen, TabTurned
from tui.styles import part_style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.strip import Strip

_GAP = 2  # cells between tabs


class TabBar(Widget):
    """Posts `TabChosen` for a click on a name, `TabTurned` for one on an arrow."""

    def __init__(self) -> None:
        super().__init__()
        self._tabs: Mapping[str, str] = {}
        self._present = ""

    def show(self, tabs: Mapping[str, str], present: str) -> None:
        """Show tabs, each an id and its name, the one with the id `present` marked."""
        self._tabs, self._present = tabs, present
        self.refresh()

    def _places(self) -> list[tuple[int, str, str]]:
        """Return where each name begins in cells, its id and itself; nothing where they do not fit."""
        at, places = 1, []
        for tab, name in self._tabs.items():
            places.append((at, tab, name))
            at += text.cells(name) + _GAP
        return places if at - _GAP < self.size.width else []

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        tab = part_style(self, "tab")
        present = part_style(self, "present-tab")
        pieces: list[text.Piece] = [(" ", Style.null())]
        places = self._places()
        for _, identity, name in places:
            pieces += [(name, present if identity == self._present else tab), (" " * _GAP, Style.null())]
        if not places and self._tabs:
            index, name = list(self._tabs).index(self._present), self._tabs[self._present]
            pieces += [("‹ ", tab), (name, present), (f" {index + 1}/{len(self._tabs)} ›", tab)]
        return text.strip(pieces, self.rich_style, self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Turn to the tab that is clicked."""
        places = self._places()
        hit = [tab for at, tab, name in places if at <= event.x < at + text.cells(name)]
        if hit:
            self.post_message(TabChosen(hit[0]))
        elif not places:
            self.post_message(TabTurned(-1 if event.x < 3 else 1))
