"""A page about one thing or a few: lines at its head, then rows in groups that lead to their places."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual.containers import Vertical

from tui.commands import command
from tui.messages import EditAsked
from tui.screens.reader.footer import EDITED
from tui.screens.views.view import ALSO, View
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

_KEYS = ("choose", "show_row", "filter")
_LEAST = 3  # rows of a list that has fewer: the sentence of an empty one takes as many


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows: `head` are rows that no cursor goes to; `set_at` tells where a row leads.

    `subject` is the list and the key of what the page is about, where it is about one thing; `waits` is
    true while it says how far the analysis is.
    """

    head: tuple[ListRow, ...]
    contents: Contents
    set_at: Callable[[str], CurrentSet | None]
    subject: tuple[str, str] = ("", "")
    waits: bool = False


MakePage: TypeAlias = "Callable[[], Page | None]"
"""Makes a page of what is known by then; None where what it is about is there no more."""


class PageScreen(View):
    """Shows a page over the lower part of the reader, as high as its rows need.

    The key of a row is the id of a list of the reader, a colon, and the key that the row has there.
    """

    HELPED_ALSO = (*ALSO, "details", "analyse")
    BINDINGS: ClassVar[list[BindingType]] = [
        (key, name, "") for name in ("details", "analyse") for key in command(name).all_keys
    ]

    def __init__(self, reader: ReaderScreen, page: Page, make: MakePage) -> None:
        """Show `page`, which `make` made."""
        super().__init__(reader)
        self._page, self._make = page, make
        self._behind: list[tuple[Page, MakePage, str]] = []
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
        self._show("")
        self.set_focus(self._pane.list)

    def fill(self, *, waiting: bool = False) -> None:
        """Make the page of what is known now; where `waiting` is true only one that waits for that."""
        if self.is_attached and (self._page.waits or not waiting):
            self.run_worker(self._fill(), group="page", exclusive=True, exit_on_error=False)

    async def _fill(self) -> None:
        make = self._make
        page = await asyncio.to_thread(make)  # of a book it takes long
        if page and make is self._make:
            self._page = page
            self._show(None)

    def _show(self, cursor: str | None) -> None:
        """Show the present page, the cursor on the row of the key `cursor`, else on the first.

        Where `cursor` is None it stays on its row.
        """
        page = self._page
        self._head.show(page.head)
        self._pane.show(page.contents, cursor=cursor)
        heads, rows = len(page.head), max(_LEAST, len(page.contents.rows))
        self._head.styles.height = heads
        self.query_one("#page").styles.height = heads + rows
        self.on_descendant_focus()
        self.call_after_refresh(self.make_room)

    def set_at(self, key: str) -> CurrentSet | None:
        """Return the set that a row stands for, at its place; None for one of a page turned meanwhile."""
        page = self._page
        return page.set_at(key) if any(row.key == key for row in page.contents.rows) else None

    def on_descendant_focus(self) -> None:
        """Show the keys that hold where the focus is now."""
        in_list = self.focused is self._pane.list
        self.keyline.prompt("" if in_list else self.say("filter.keys"))
        page = self._page
        named = any(row.key.partition(":")[0] in EDITED for row in page.contents.rows)
        more = [*(["details"] if named else []), *(["edit_row"] if any(page.subject) else [])]
        self.keyline.show_commands((*_KEYS, *more, "help"))

    def type_without_box(self, typed: str) -> None:
        """Take Chinese typed where there is no box into the filter."""
        self._pane.open_filter(typed)

    async def action_details(self) -> None:
        """Turn to the page of the name or theme of the row under the cursor; closing it leads back."""
        row = self._pane.list.row
        make = partial(self.reader.views.details_of, *row.key.split(":", 1)) if row else None
        page = await asyncio.to_thread(make) if make else None
        if row is None or make is None or page is None:
            self.keyline.note(self.say("name.none"))
            return
        self._pane.close_filter()
        self._behind.append((self._page, self._make, row.key))
        self._page, self._make = page, make
        self._show("")

    def action_analyse(self) -> None:
        """Have the reader look again for what was not found: the page says so where it was not."""
        self.reader.analysis.begin_again()

    async def on_details_asked(self, message: DetailsAsked) -> None:
        """Turn to the page of the row that was clicked."""
        message.stop()
        await self.action_details()

    def on_edit_asked(self, message: EditAsked) -> None:
        """Leave and edit what the page is about, or the name or theme of a row of any other page."""
        message.stop()
        list_id, _, key = message.key.partition(":")
        if any(self._page.subject):
            list_id, key = self._page.subject
        if list_id in EDITED:
            self.put_back()
            self.close_with(None)
            self.reader.post_message(EditAsked(list_id, key))

    def action_close(self) -> None:
        """Close the filter, turn back to the page before, or go back to where the reader was."""
        if self._pane.filtering:
            self._pane.close_filter()
        elif self._behind:
            self._page, self._make, cursor = self._behind.pop()
            self._show(cursor)
            self.fill()
        else:
            super().action_close()
