"""A list with a filter box above it, shown when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Vertical
from textual.widgets import Input

from tui.filtering import matches
from tui.messages import FilterAsked, RowChosen
from tui.widgets.box import Box
from tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class FilterBox(Box):
    """A one-line box whose up and down keys move the list under it."""

    def on_key(self, event: events.Key) -> None:
        """Hand the keys that move in a list to the list."""
        moves = {"up": "row_up", "down": "row_down", "pageup": "rows_up", "pagedown": "rows_down"}
        if event.key in moves and isinstance(self.parent, ListPane):
            event.stop().prevent_default()
            getattr(self.parent.list, f"action_{moves[event.key]}")()


class ListPane(Vertical):
    """Rows under a filter box. `always` keeps the box open, as in a menu.

    Where `typed` is true, Enter on text that leaves no row posts `RowChosen` with the key `typed:` and the text.
    """

    def __init__(
        self,
        list_id: str,
        *,
        placeholder: str = "",
        always: bool = False,
        deletes: bool = False,
        typed: bool = False,
    ) -> None:
        super().__init__(id=list_id)
        self.list_id = list_id
        self.list = RowList(list_id, deletes=deletes)
        self._typed = typed
        self.box = FilterBox(placeholder=placeholder)
        self._always = always
        self._rows: Sequence[ListRow] = ()
        self._empty = self._none_left = ""

    def compose(self) -> ComposeResult:
        """Put the box over the list."""
        self.box.display = self._always
        yield self.box
        yield self.list

    @property
    def filtering(self) -> bool:
        """Whether the filter box is open, or something stands in it."""
        return not self._always and self.box.display

    def show(self, rows: Sequence[ListRow], empty: str, none_left: str, *, cursor: str | None = None) -> None:
        """Show rows; `empty` is said where there are none, `none_left` where the filter leaves none."""
        self._rows, self._empty, self._none_left = rows, empty, none_left
        self._apply(cursor)

    def _apply(self, cursor: str | None = None) -> None:
        query = self.box.value.strip()
        if not query:
            self.list.show(self._rows, self._empty, cursor=cursor)
            return
        kept = [
            row for row in self._rows if not row.heading and matches(query, row.found_by or row.left[0][0])
        ]
        self.list.show(kept, self._none_left.replace("{query}", query))

    def close_filter(self) -> None:
        """Empty and hide the filter box; the list takes the focus it had."""
        focused = self.box.has_focus
        self.box.value = ""
        self.box.display = self._always
        if focused:
            self.list.focus()

    def open_filter(self, typed: str = "") -> None:
        """Show the filter box, with what was typed already."""
        self.box.display = True
        self.screen.set_focus(self.box)
        self.box.insert_text_at_cursor(typed)

    @on(FilterAsked)
    def _filter_asked(self, message: FilterAsked) -> None:
        message.stop()
        self.open_filter()

    @on(Input.Changed)
    def _filter(self, message: Input.Changed) -> None:
        message.stop()
        self._apply()

    @on(Input.Submitted)
    def _choose(self, message: Input.Submitted) -> None:
        message.stop()
        if self.list.row:
            self.post_message(RowChosen(self.list_id, self.list.row.key))
        elif self._typed and message.value.strip():
            self.post_message(RowChosen(self.list_id, f"typed:{message.value.strip()}"))
