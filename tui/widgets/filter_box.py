"""The box that filters a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from tui.messages import FilterChanged, FilterGiven
from tui.widgets.box import Box

if TYPE_CHECKING:
    from textual import events

    from tui.widgets.row_list import RowList

MOVES = {"up": "row_up", "down": "row_down", "pageup": "rows_up", "pagedown": "rows_down"}
"""Keys that a box hands to the list under it, and the list's actions."""


class FilterBox(Box):
    """Up and down move the list under it. Posts `FilterChanged` and `FilterGiven`."""

    def __init__(self, rows: RowList, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 — Textual's word for it
        super().__init__(placeholder=placeholder, id=id)
        self._list = rows

    async def on_key(self, event: events.Key) -> None:
        """Hand the keys that move in a list to the list."""
        if event.key in MOVES:
            event.stop().prevent_default()
            getattr(self._list, f"action_{MOVES[event.key]}")()

    @on(Input.Changed)
    def _changed(self, message: Input.Changed) -> None:
        message.stop()
        self.post_message(FilterChanged(message.value))

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.post_message(FilterGiven(message.value))
