"""A page about one thing or a few: lines at its head, then rows in groups that lead to their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical

from tui.commands import command
from tui.screens.views.view import View
from tui.widgets.list_pane import Contents, ListPane
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.current_set import CurrentSet
    from tui.messages import DetailsAsked
    from tui.screens.reader.screen import ReaderScreen
    from tui.widgets.row_list import ListRow

_KEYS = ("choose", "show_row", "filter", "details", "help")
_LEAST = 3  # rows of a list that has fewer: the sentence of an empty one takes as many


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows: `head` are rows that no cursor goes to; `set_at` tells where a row leads."""

    head: tuple[ListRow, ...]
    contents: Contents
    set_at: Callable[[str], CurrentSet | None]


class PageScreen(View):
    """Shows a page over the lower part of the reader, as high as its rows need.

    The key of a row is the id of a list of the reader, a colon, and the key that the row has there.
    """

    BINDINGS: ClassVar[list[BindingType]] = [(key, "details", "") for key in command("details").all_keys]

    def __init__(self, reader: ReaderScreen, page: Page) -> None:
        super().__init__(reader)
        self._page = page
        self._head = RowList("page-head")
        self._head.can_focus = False
        self._pane = ListPane("page-list")
        self._pane.placeholder = self.say("filter.placeholder")

    def compose(self) -> ComposeResult:
        """Put the head over the rows, the keys below."""
        with Vertical(id="page", classes="panel"):
            yield self._head
            yield self._pane
        yield self.keyline

    def on_mount(self) -> None:
        """Show the page."""
        self._head.show(self._page.head)
        self._pane.show(self._page.contents)
        heads, rows = len(self._page.head), max(_LEAST, len(self._page.contents.rows))
        self._head.styles.height = heads
        self.query_one("#page").styles.height = heads + rows
        self.set_focus(self._pane.list)

    def set_at(self, key: str) -> CurrentSet | None:
        """Return the set that a row stands for, at the row's place."""
        return self._page.set_at(key)

    def on_descendant_focus(self) -> None:
        """Show the keys that hold where the focus is now."""
        in_list = self.focused is self._pane.list
        self.keyline.prompt("" if in_list else self.say("filter.keys"))
        self.keyline.show_commands(_KEYS)

    def type_without_box(self, typed: str) -> None:
        """Take Chinese typed where there is no box into the filter."""
        self._pane.open_filter(typed)

    async def action_details(self) -> None:
        """Open the page of the name or theme of the row under the cursor over this one."""
        row = self._pane.list.row
        page = self.reader.views.details_of(*row.key.split(":", 1)) if row else None
        if page:
            await self.app.push_screen(PageScreen(self.reader, page), self._follow)
        else:
            self.keyline.note(self.say("name.none"))

    def on_details_asked(self, message: DetailsAsked) -> None:
        """Open the page of the row that was clicked."""
        message.stop()
        self.call_next(self.action_details)

    def _follow(self, chosen: CurrentSet | None) -> None:
        if chosen:
            self.put_back()
            self.close_with(chosen)

    def action_close(self) -> None:
        """Close the filter, or go back to where the reader was."""
        if self._pane.filtering:
            self._pane.close_filter()
        else:
            super().action_close()
