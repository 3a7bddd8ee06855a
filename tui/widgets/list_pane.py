"""A list with a filter box above it, made when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical

from tui.messages import FilterAsked, FilterChanged, FilterGiven, RowChosen
from tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tui.filtering import Sieve
    from tui.widgets.filter_box import FilterBox


_MANY = 500  # rows: so many are made ready for a filter before it is typed


class RowSieve:
    """Finds the rows that a filter means."""

    def __init__(self, rows: Sequence[ListRow]) -> None:
        self._rows = [row for row in rows if not row.heading]

    @cached_property
    def _known(self) -> Sieve:
        from tui.filtering import Sieve  # not needed for the first paint

        return Sieve([row.found_by or row.text for row in self._rows])

    @cached_property
    def _shown(self) -> Sieve:
        from tui.filtering import Sieve

        return Sieve([row.text for row in self._rows])

    def prepare(self) -> RowSieve:
        """Make what the first filter would have to wait for."""
        self._known.prepare()
        self._shown.prepare()
        return self

    def rows(self, query: str) -> list[ListRow]:
        """Return the rows that a filter means: what shows it before what only knows it."""
        known = sorted(self._known.matching(query))
        shown = self._shown.matching(query) if known else frozenset()
        return [self._rows[index] for index in sorted(known, key=lambda index: index not in shown)]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a list shows: rows, the sentence `empty` where there are none.

    `none_left` is the sentence for a filter that leaves none; `{query}` in it stands for the filter.
    """

    rows: Sequence[ListRow] = ()
    empty: str = ""
    none_left: str = ""


class ListPane(Vertical):
    """Rows that can be filtered.

    Where `typed` is true, Enter on a filter that leaves no row posts `RowChosen` with the key `typed:`
    and the filter.
    """

    def __init__(self, list_id: str, *, typed: bool = False) -> None:
        super().__init__(id=list_id)
        self.list = RowList(list_id)
        self.box: FilterBox | None = None
        self.placeholder = ""
        self._typed = typed
        self._contents = Contents()
        self._sieve = RowSieve(())

    def compose(self) -> ComposeResult:
        """Make the list; the box is made when it is needed."""
        yield self.list

    @property
    def filtering(self) -> bool:
        """Whether the filter box is open."""
        return self.box is not None and bool(self.box.display)

    def show(self, contents: Contents, *, cursor: str | None = None) -> None:
        """Show rows, with the cursor on the row of the key `cursor`, else on the row it was on."""
        self._contents = contents
        self._sieve = RowSieve(contents.rows)
        self._apply(cursor)

    def _apply(self, cursor: str | None = None, *, best_first: bool = False) -> None:
        contents = self._contents
        query = self.box.value.strip() if self.box else ""
        if not query:
            self.list.show(contents.rows, contents.empty, cursor=cursor)
            return
        kept = self._sieve.rows(query)
        if best_first and kept:
            cursor = kept[0].key
        self.list.show(kept, contents.none_left.replace("{query}", query), cursor=cursor)

    def open_filter(self, typed: str = "") -> None:
        """Show the filter box and add to it what was typed."""
        if not self.is_attached:
            return  # the program is leaving
        if self.box is None:
            from tui.widgets.filter_box import FilterBox

            self.box = FilterBox(self.list, placeholder=self.placeholder)
            self.mount(self.box, before=self.list)
        self.box.display = True
        self.screen.set_focus(self.box)
        if len(self._contents.rows) > _MANY:
            self.run_worker(self._sieve.prepare, thread=True, group="sieve", exit_on_error=False)
        if typed:
            self.box.value += typed
            self.box.cursor_position = len(self.box.value)

    def close_filter(self) -> None:
        """Empty and hide the filter box; the list takes the focus it had."""
        if self.box is None:
            return
        focused = self.box.has_focus
        self.box.value = ""
        self.box.display = False
        self._apply()
        if focused:
            self.screen.set_focus(self.list)

    @on(FilterAsked)
    def _filter_asked(self, message: FilterAsked) -> None:
        message.stop()
        self.open_filter()

    @on(FilterChanged)
    def _filter_changed(self, message: FilterChanged) -> None:
        message.stop()
        self._apply(best_first=True)

    @on(FilterGiven)
    def _filter_given(self, message: FilterGiven) -> None:
        message.stop()
        if self.list.row:
            self.post_message(RowChosen(self.list.list_id, self.list.row.key))
        elif self._typed and message.text.strip():
            self.post_message(RowChosen(self.list.list_id, f"typed:{message.text.strip()}"))
