"""The search pane: a box, what was found, and what the search has to say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from tui import text
from tui.messages import QueryChanged, QueryGiven
from tui.widgets.box import Box
from tui.widgets.caption import Caption
from tui.widgets.filter_box import MOVES
from tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

LIST_ID = "hits"


class SearchBox(Box):
    """The box: up and down move in the hits under it, and show them."""

    async def on_key(self, event: events.Key) -> None:
        """Hand the keys that move in a list to the hits."""
        if event.key in MOVES:
            event.stop().prevent_default()
            getattr(self.screen.query_one(SearchPane).list, f"action_{MOVES[event.key]}")()


class SearchPane(Vertical):
    """Posts `QueryChanged` and `QueryGiven`; its list posts `RowShown` and `RowChosen` with the id `hits`."""

    def __init__(self) -> None:
        super().__init__(id="search")
        self.box = SearchBox(id="search-box")
        self.list = RowList(LIST_ID, previews=True)
        self._summary = Caption(id="search-summary")

    def compose(self) -> ComposeResult:
        """Put the box over the hits."""
        with Horizontal(id="search-line"):
            yield Caption("/", part="mark", id="search-sign")
            yield self.box
            yield self._summary
        yield self.list

    def show(
        self, rows: Sequence[ListRow], summary: str, empty: str = "", *, cursor: str | None = None
    ) -> None:
        """Show rows and a short summary beside the box; `empty` is said where there are no rows."""
        self._summary.words = summary
        self._summary.styles.width = text.cells(summary) + 2
        self.list.show(rows, empty, cursor=cursor)

    @on(Input.Changed)
    def _changed(self, message: Input.Changed) -> None:
        message.stop()
        self.post_message(QueryChanged(message.value))

    @on(Input.Submitted)
    def _given(self, message: Input.Submitted) -> None:
        message.stop()
        self.post_message(QueryGiven(message.value))
