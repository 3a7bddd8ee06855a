"""A virtualised list of one-line rows, with a cursor: every list of the program is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from tui import text
from tui.commands import bindings
from tui.messages import DetailsAsked, EditAsked, FilterAsked, RowChosen, RowDeleted, RowShown, TabTurned
from tui.styles import part_style
from tui.typeset.breaking import break_paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.binding import BindingType

Part: TypeAlias = tuple[str, str]
"""A string and the part it is drawn as, one of those of `tui/styles.py`."""

_WHEEL = 3  # rows a notch of the wheel
_RIGHT = 3  # the number of the right button


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: parts set from the left, which give way, and parts set at the right end.

    `key` tells what the row stands for; a heading cannot be chosen. `found_by` is what a filter
    looks in, the row's own text where it is empty. `cut` makes the parts that follow the left ones
    for a width in cells: only when the row is drawn, so that a list of many is shown at once.
    """

    key: str
    left: tuple[Part, ...]
    right: tuple[Part, ...] = ()
    heading: bool = False
    found_by: str = ""
    cut: Callable[[int], tuple[Part, ...]] | None = None

    @property
    def text(self) -> str:
        """What stands at the left, in one string."""
        return "".join(string for string, _ in self.left)


class RowList(ScrollView, can_focus=True):
    """Rows with a cursor.

    Posts `RowChosen`, `RowShown`, `RowDeleted`, `EditAsked`, `DetailsAsked`, `FilterAsked` and `TabTurned`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]

    def __init__(self, list_id: str, *, previews: bool = False) -> None:
        """Make an empty list; one that `previews` shows each row that the cursor comes to."""
        super().__init__(id=f"{list_id}-rows")
        self.list_id = list_id
        self.rows: Sequence[ListRow] = ()
        self._cursor = -1
        self._previews = previews
        self._empty = ""

    @property
    def row(self) -> ListRow | None:
        """The row under the cursor, or None where no row can be chosen."""
        return self.rows[self._cursor] if 0 <= self._cursor < len(self.rows) else None

    def show(self, rows: Sequence[ListRow], empty: str = "", *, cursor: str | None = None) -> None:
        """Show rows, or the sentence `empty` where there are none.

        The cursor goes to the row of the key `cursor`, else stays on its row, which stays where it is on
        the screen as far as rows above it let it; where that row is gone it goes to the next that is left, or
        to the one before, else to the first.
        """
        before, old = self._cursor, self.rows
        wanted = cursor if cursor is not None else (self.row.key if self.row else None)
        self.rows, self._empty = rows, empty
        places = {row.key: index for index, row in reversed(list(enumerate(rows))) if not row.heading}
        if cursor is None and wanted is not None and wanted not in places:
            near = (row.key for row in (*old[before + 1 :], *reversed(old[:before])))
            wanted = next((key for key in near if key in places), None)
        self._cursor = places.get(wanted or "", min(places.values(), default=-1))
        self._measure()
        if cursor is None and self.row and self.row.key == wanted:
            self.scroll_to(y=self.scroll_y + self._cursor - before, animate=False, force=True)
        self._reveal()
        self.refresh()

    def _measure(self) -> None:
        """Say how many rows there are; the whole screen is laid out only where a scrollbar comes or goes."""
        size, height = Size(self.size.width, len(self.rows)), self.scrollable_content_region.height
        if (size.height > height) != self.show_vertical_scrollbar or not height:
            self.virtual_size = size
            return
        self.set_reactive(Widget.virtual_size, size)
        self.vertical_scrollbar.window_virtual_size = size.height
        if not self.rows:
            self.scroll_to(y=0, animate=False, force=True)

    def put_cursor(self, key: str) -> None:
        """Put the cursor on the row with this key, if there is one, and say nothing about it."""
        for index, row in enumerate(self.rows):
            if row.key == key and not row.heading and index != self._cursor:
                self._cursor = index
                self._reveal()
                self.refresh()
                return

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._measure()
        self._reveal()

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Tell a scrollbar that comes up where the list stands: Textual does so only while one shows."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    def _reveal(self) -> None:
        """Scroll the cursor into sight, with headings it cannot go to, above it or at the end."""
        if self._cursor < 0 or not self.size.height:
            return
        first, highest = self._cursor, max(0, self._cursor - self.size.height + 1)
        while first > highest and self.rows[first - 1].heading:
            first -= 1
        at_end = all(row.heading for row in self.rows[self._cursor + 1 :])
        last = len(self.rows) - 1 if at_end else self._cursor
        top = round(self.scroll_y)
        top = min(max(top, last - self.size.height + 1), first)
        self.scroll_to(y=top, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        width, index = self.scrollable_content_region.width, y + self.scroll_offset.y
        base = self.rich_style
        if not self.rows:
            return text.strip([(self._empty_line(y), part_style(self, "quiet"))], base, width)
        if index >= len(self.rows):
            return Strip.blank(width, base)
        row = self.rows[index]
        if row.heading:
            base += part_style(self, "quiet")
        elif index == self._cursor:
            base += part_style(self, "cursor" if self._is_led else "cursor-far")
        parts = row.left
        if row.cut:
            taken = sum(text.cells(string) for string, _ in (*row.left, *row.right))
            parts = (*row.left, *row.cut(width - 1 - taken - row.heading))  # a heading is indented by one
        left, right = (
            [(string, part_style(self, part)) for string, part in side] for side in (parts, row.right)
        )
        if row.heading:
            left.insert(0, (" ", Style.null()))
        return text.strip(text.columns(left, right, width - 1), base, width)

    @property
    def _is_led(self) -> bool:
        """Whether keys move the cursor: the focus is here, or in the box that stands beside the list."""
        focused = self.screen.focused
        return focused is not None and self.parent in focused.ancestors

    def _empty_line(self, y: int) -> str:
        lines = break_paragraph(self._empty, max(2, self.size.width - 2))
        line = lines[y - 1] if 1 <= y <= len(lines) else None
        return f" {self._empty[line.start : line.end]}" if line else ""

    def _go(self, index: int, step: int) -> None:
        """Put the cursor on the nearest row that can be chosen, looking on in the direction of `step`."""
        index = max(0, min(index, len(self.rows) - 1))
        while 0 <= index < len(self.rows) and self.rows[index].heading:
            index += step
        if 0 <= index < len(self.rows) and index != self._cursor:
            self._cursor = index
            self._reveal()
            self.refresh()
        elif index < 0:
            self.scroll_to(y=0, animate=False, force=True)
        if self._previews:  # also at either end: the row that was put under the cursor may not show yet
            self.action_show_row()

    def action_row_down(self) -> None:
        """Move the cursor down."""
        self._go(self._cursor + 1, 1)

    def action_row_up(self) -> None:
        """Move the cursor up."""
        self._go(self._cursor - 1, -1)

    def action_rows_down(self) -> None:
        """Move the cursor a page down."""
        last = self._cursor + max(1, self.size.height - 1)
        self._go(last, 1 if last < len(self.rows) - 1 else -1)

    def action_rows_up(self) -> None:
        """Move the cursor a page up."""
        first = self._cursor - max(1, self.size.height - 1)
        self._go(first, -1 if first > 0 else 1)

    def action_first_row(self) -> None:
        """Move the cursor to the first row."""
        self._go(0, 1)

    def action_last_row(self) -> None:
        """Move the cursor to the last row."""
        self._go(len(self.rows) - 1, -1)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.row:
            self.post_message(RowChosen(self.list_id, self.row.key))

    def action_show_row(self) -> None:
        """Show the row under the cursor without leaving the list."""
        if self.row:
            self.post_message(RowShown(self.list_id, self.row.key))

    def action_delete_row(self) -> None:
        """Ask for the row under the cursor to be deleted."""
        if self.row:
            self.post_message(RowDeleted(self.list_id, self.row.key))

    def action_edit_row(self) -> None:
        """Ask for what the row under the cursor stands for to be edited."""
        self.post_message(EditAsked(self.list_id, self.row.key if self.row else ""))

    def action_filter(self) -> None:
        """Ask for the filter box."""
        self.post_message(FilterAsked(self.list_id))

    def action_previous_tab(self) -> None:
        """Ask for the tab before this one."""
        self.post_message(TabTurned(-1))

    def action_next_tab(self) -> None:
        """Ask for the tab after this one."""
        self.post_message(TabTurned(1))

    def on_click(self, event: events.Click) -> None:
        """Choose the row that is clicked; with the right button ask about it."""
        index = event.y + self.scroll_offset.y
        if index < len(self.rows) and not self.rows[index].heading:
            self._cursor = index
            self.refresh()
            if event.button == _RIGHT:
                self.post_message(DetailsAsked(self.list_id, self.rows[index].key))
            else:
                self.action_choose()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll without moving the cursor."""
        event.prevent_default().stop()
        self.scroll_to(y=self.scroll_y + _WHEEL, animate=False, force=True)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll without moving the cursor."""
        event.prevent_default().stop()
        self.scroll_to(y=self.scroll_y - _WHEEL, animate=False, force=True)
