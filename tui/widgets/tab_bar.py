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

_GAPS = (2, 1)  # cells between tabs, as there is room


class TabBar(Widget):
    """Posts `TabChosen` for a click on a name, `TabTurned` for one on an arrow."""

    def __init__(self) -> None:
        super().__init__()
        self._tabs: Mapping[str, str] = {}
        self._present = self._words = ""

    def show(self, tabs: Mapping[str, str], present: str) -> None:
        """Show tabs, each an id and its name, the one with the id `present` marked."""
        self._tabs, self._present = tabs, present
        self.refresh()

    def tell(self, words: str) -> None:
        """Say something at the right end, "" for nothing."""
        self._words = words
        self.refresh()

    def _places(self) -> list[tuple[int, str, str]]:
        """Return where each name begins in cells, its id and itself; nothing where they do not fit."""
        taken = text.cells(self._words) + 1 if self._words else 0
        for gap in _GAPS:
            at, places = 1, []
            for tab, name in self._tabs.items():
                places.append((at, tab, name))
                at += text.cells(name) + gap
            if at - gap + taken < self.size.width:  # a cell stays free at the end
                return places
        return []

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        tab = part_style(self, "tab")
        present = part_style(self, "present-tab")
        pieces: list[text.Piece] = []
        end = 0
        for at, identity, name in self._places():
            pieces += [
                (" " * (at - end), Style.null()),
                (name, present if identity == self._present else tab),
            ]
            end = at + text.cells(name)
        if not pieces and self._tabs:
            index, name = list(self._tabs).index(self._present), self._tabs[self._present]
            pieces += [(" ‹ ", tab), (name, present), (f" {index + 1}/{len(self._tabs)} ›", tab)]
        words = [(self._words, part_style(self, "mark"))] if self._words else []
        width = self.size.width
        return text.strip(text.columns(pieces, words, width), self.rich_style, width)

    def on_click(self, event: events.Click) -> None:
        """Turn to the tab that is clicked."""
        places = self._places()
        hit = [tab for at, tab, name in places if at <= event.x < at + text.cells(name)]
        if hit:
            self.post_message(TabChosen(hit[0]))
        elif not places:
            self.post_message(TabTurned(-1 if event.x < 3 else 1))
