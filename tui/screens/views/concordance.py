"""Every place of a term in one column, over the lower half of the reader."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, get_args

from textual import on

from content.analysis.concordance import Order, concordance
from tui.commands import bindings
from tui.concordance import Columns, set_line
from tui.current_set import CurrentSet
from tui.messages import FilterAsked, FilterChanged, FilterGiven
from tui.screens.views.view import View
from tui.strings import say_count
from tui.widgets.boxed_list import BoxedList
from tui.widgets.filter_box import FilterBox
from tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from content.analysis.concordance import ConcordanceLine
    from content.document import Document
    from tui.screens.reader.screen import ReaderScreen
    from tui.widgets.row_list import Part

_ORDERS: tuple[Order, ...] = get_args(Order)
_LISTED = 10_000  # lines: nobody walks more


class ConcordanceScreen(View):
    """Returns the lines as a set at the one that was chosen, or None; the term stays in `term`."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("context")
    HELPED = ("context", "list")

    def __init__(self, reader: ReaderScreen, term: str) -> None:
        super().__init__(reader)
        self.term = term
        self._order: Order = "position"
        self._lines: tuple[ConcordanceLine, ...] = ()
        self._list = RowList("concordance")
        self._box = FilterBox(self._list, placeholder=self.say("context.placeholder"), id="context-box")
        self._pane = BoxedList(self._list, self._box, id="concordance", sign=self.say("screen.context"))
        self._pane.add_class("panel")

    def compose(self) -> ComposeResult:
        """Put the box over the lines, the keys below."""
        yield self._pane
        yield self.keyline

    def on_mount(self) -> None:
        """Show the lines of the term there is; without one it is typed."""
        self._box.value = self.term
        self._box.action_select_all()
        self.set_focus(self._list if self.term else self._box)
        self._find()

    def type_without_box(self, typed: str) -> None:
        """Take Chinese typed where there is no box into the box."""
        self.set_focus(self._box)
        self._box.cursor_position = len(self._box.value)
        self._box.insert_text_at_cursor(typed)

    def on_descendant_focus(self) -> None:
        """Show the keys that hold where the focus is now."""
        in_list = self.focused is self._list
        self.keyline.prompt("" if in_list else self.say("context.keys"))
        labels = {"filter": self.say("context.placeholder")}
        self.keyline.show_commands(("choose", "show_row", "sort_context", "filter", "help"), labels)

    # Finding.

    @on(FilterChanged)
    def _typed(self, message: FilterChanged) -> None:
        message.stop()
        if message.text.strip() != self.term:
            self.term = message.text.strip()
            self._find()

    def _find(self) -> None:
        work: Any = self._work  # the function: of many asked for at once most are never begun
        self.run_worker(work, group="concordance", exclusive=True, exit_on_error=False)

    async def _work(self) -> None:
        document, term, order = self.reader.document, self.term, self._order
        display = self.reader.documents.display
        lines, rows = await asyncio.to_thread(_lines_and_rows, document, term, order, display)
        self._lines = lines
        none = self.say("context.none", term=term) if term else self.say("context.no_term")
        self._list.show(rows, none)
        count = say_count(self.language, "places", len(lines))
        by = self.say(f"context.by_{order}")
        more = self.say("context.more", n=_LISTED)
        forms = [f"{count} · {by}", count]
        self._pane.tell(
            *([f"{count}, {more} · {by}", *forms] if len(lines) > _LISTED else forms if term else [])
        )

    def action_sort_context(self) -> None:
        """Sort the lines in the next way."""
        self._order = _ORDERS[(_ORDERS.index(self._order) + 1) % len(_ORDERS)]
        self._find()

    # Following.

    def set_at(self, key: str) -> CurrentSet | None:
        """Return all lines, at the one of a row; None where another term has been found meanwhile."""
        label = self.say("context.label", term=self.term)
        spans = [line.span for line in self._lines]
        place = int(key)
        return (
            CurrentSet.of("context", self.term, label, spans).at(spans[place]) if place < len(spans) else None
        )

    @on(FilterGiven)
    def _given(self, message: FilterGiven) -> None:
        message.stop()
        if self._list.row:
            self.choose(self._list.row.key)

    @on(FilterAsked)
    def _box_asked(self, message: FilterAsked) -> None:
        message.stop()
        self.set_focus(self._box)
        self._box.action_select_all()


def _lines_and_rows(
    document: Document, term: str, order: Order, display: Callable[[str], str]
) -> tuple[tuple[ConcordanceLine, ...], list[ListRow]]:
    """Find the lines of a term and make rows of them; a row's key is its place among them."""
    lines = concordance(document, term, order)
    if not lines:
        return (), []
    columns = Columns.of(lines, len(document.passages))
    return lines, [
        ListRow(str(place), (), cut=partial(_parts, line, columns, display))
        for place, line in enumerate(lines[:_LISTED])
    ]


def _parts(
    line: ConcordanceLine, columns: Columns, display: Callable[[str], str], width: int
) -> tuple[Part, ...]:
    before, term, after = set_line(line, columns, width, display)
    return (before, "quiet"), (term, "hit"), (after, "")
