"""The article pane: a virtualised column of set text with one reading line."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from content.document import Span
from tui.commands import bindings
from tui.messages import ReadingMoved
from tui.styles import part_style
from tui.typeset.galley import Galley, Position
from tui.typeset.viewport import Viewport
from tui.widgets.article_rows import MARGIN, SIGN, Overlay, RowPainter
from tui.widgets.selecting import selected_span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.selection import Selection

    from content.document import Document, Passage
    from tui.widgets.article_rows import Kept, Sign

_WHEEL = 3  # rows a notch of the wheel
_WIDEST = 80  # cells: forty characters, the longest line that reads well
_LOW = 16  # rows; on a screen lower than this passages stand without a blank row between them
_KEPT_STRIPS = 2_000


class Place(NamedTuple):
    """Where the reader is: the offset of the reading line, and how many rows show above it."""

    offset: int
    row: int


class Article(ScrollView, can_focus=True):
    """Shows a document, set to at most forty characters a line and centred in what is wider."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("mark"), *bindings("article")]

    def __init__(self, document: Document, *, offset: int = 0, name: str | None = None) -> None:
        super().__init__(name=name, id="article")
        self.document = document
        self._offset = offset
        self._viewport: Viewport | None = None
        self._set_for = Size(0, 0)
        self._display: Callable[[str], str] = str
        self._derived_title: Callable[[str], str] = str
        self._overlay = Overlay()
        self._painter: RowPainter | None = None
        self._strips: dict[tuple[Position, bool, bool], Strip] = {}
        self._rows: list[Position] = []
        self._covered = 0

    @property
    def reading_offset(self) -> int:
        """The offset in the document's text at which the reading line begins."""
        return self._viewport.galley.offset_at(self._viewport.reading) if self._viewport else self._offset

    @property
    def place(self) -> Place:
        """The place to return to."""
        return Place(self.reading_offset, self._viewport.reading_row if self._viewport else 0)

    @property
    def passage(self) -> Passage:
        """The passage under the reading line."""
        return self.document.passage_at(self.reading_offset)

    @property
    def reading_row(self) -> Span:
        """The text of the reading line."""
        if self._viewport is None:
            return Span(self._offset, self._offset + 1)
        start, reading = self.reading_offset, self._viewport.reading
        row = self._viewport.galley.rows(reading.passage)[reading.row]
        return Span(start, start + row.end - row.start)

    @property
    def selected_span(self) -> Span | None:
        """The text that is selected with the mouse."""
        return selected_span(self.document, self.text_selection)

    @property
    def progress(self) -> float:
        """The share of the text, from 0 to 1, that stands before the end of the reading line."""
        if self._viewport is None:
            return 0.0
        return min(1.0, self.reading_row.end / max(1, len(self.document.text)))

    def show_document(self, document: Document, offset: int = 0) -> None:
        """Put another document in the pane, its reading line at `offset`."""
        self.document, self._offset = document, offset
        self._overlay = Overlay()
        self._viewport = None
        self._set_anew()

    def show_members(self, members: Sequence[Span], present: Span | None) -> None:
        """Tint the spans of the current set, sorted by start, and strongly the one that is present."""
        longest = max((span.end - span.start for span in members), default=0)
        self._lay(replace(self._overlay, members=members, present=present, longest=longest))

    def show_kept(self, kept: Sequence[Kept], signs: Sequence[tuple[int, Sign]]) -> None:
        """Draw stretches that are kept, and signs in the margin of the rows of offsets, both sorted."""
        longest = max((each.span.end - each.span.start for each in kept), default=0)
        self._lay(replace(self._overlay, kept=kept, longest_kept=longest, signs=signs))

    def show_mark(self, mark: Span | None) -> None:
        """Draw what is being marked."""
        self._lay(replace(self._overlay, mark=mark))

    def show_as(self, display: Callable[[str], str], derived_title: Callable[[str], str]) -> None:
        """Draw the text through `display`, a character for each, our own titles through `derived_title`."""
        self._display, self._derived_title = display, derived_title
        self._set_anew()

    def _lay(self, overlay: Overlay) -> None:
        self._overlay = overlay
        self._redraw()

    def _set_type(self) -> None:
        """Set the document for the pane's size, keeping the reading line on its row of the screen."""
        size = self._set_for = self.scrollable_content_region.size
        if not size.width or not size.height:
            return
        viewport = self._viewport
        measure = min(_WIDEST, size.width - MARGIN - SIGN) // 2 * 2
        spacing = 0 if self.app.size.height < _LOW else 1
        galley = viewport.galley if viewport else None
        if galley is None or not galley.is_set_so(self.document, measure, spacing, self._display):
            galley = Galley(self.document, measure, spacing, self._display)
        height = max(1, size.height - self._covered)
        self._viewport = Viewport(galley, height, self._offset, viewport.reading_row if viewport else None)
        self._rows = self._viewport.rows
        self._strips.clear()
        self._painter = None

    def _set_anew(self) -> None:
        self._set_type()
        self._follow()

    def _redraw(self) -> None:
        """Forget what was drawn: colours, tints or type have changed."""
        self._strips.clear()
        self._painter = None
        self.refresh()

    def _moved(self) -> None:
        """Remember the reading line's place: other widths show it in another row, and come back to it."""
        self._offset = self.reading_offset
        self._follow()

    def _follow(self) -> None:
        """Bring scrollbar, rows and screen in line with the viewport after a move."""
        viewport = self._viewport
        if viewport is None:
            return
        self._rows = viewport.rows
        self._size_scrollbar(viewport.galley.height)
        self.scroll_to(y=viewport.galley.row_number(viewport.top), animate=False, force=True)
        self.refresh()
        self.post_message(ReadingMoved(self.reading_offset))

    def _size_scrollbar(self, rows: int) -> None:
        """Tell the scrollbar how long the document is, without the layout of the whole screen that
        Textual makes for a new `virtual_size`: it is a better guess with every page.
        """
        self.set_reactive(Widget.virtual_size, Size(self.size.width, rows))
        self.vertical_scrollbar.window_virtual_size = rows
        self.vertical_scrollbar.window_size = self._viewport.height if self._viewport else 0

    def render_line(self, y: int) -> Strip:
        """Draw one row of the pane."""
        if self._set_for != self.scrollable_content_region.size:
            self._set_type()  # drawn before it hears of its new size: nothing is drawn twice
        viewport = self._viewport
        if viewport is None or y >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        position, reading = self._rows[y], viewport.reading
        key = (position, position.passage == reading.passage, position == reading)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _KEPT_STRIPS:
                self._strips.clear()
            strip = self._strips[key] = self._paint_with(viewport).paint(*key)
        return strip

    def _paint_with(self, viewport: Viewport) -> RowPainter:
        if self._painter is None:
            self._painter = RowPainter(
                self.document,
                viewport.galley,
                self.scrollable_content_region.width,
                partial(part_style, self),
                self.rich_style,
                self._derived_title,
                replace(self._overlay, selection=self.text_selection),
            )
        return self._painter

    def notify_style_update(self) -> None:
        """Draw everything again in the new colours."""
        super().notify_style_update()
        self._redraw()

    def on_resize(self) -> None:
        """Set the text anew for the new size."""
        if self._set_for != self.scrollable_content_region.size:
            self._set_type()
        self._follow()
        self.call_after_refresh(self._set_rest)

    def _set_rest(self) -> None:
        """Set what does not show, where that is quick, so that the scrollbar is exact."""
        if self._viewport:
            self._viewport.galley.set_whole()
            self._size_scrollbar(self._viewport.galley.height)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the scrollbar, keeping the reading line among the rows that show."""
        super().watch_scroll_y(old_value, new_value)
        viewport = self._viewport
        if not viewport or self._set_for != self.scrollable_content_region.size:
            return  # the pane has another size, which alone moved the scrollbar: the text is set anew soon
        if round(new_value) != viewport.galley.row_number(viewport.top):
            viewport.scroll_to(round(new_value))
            self._moved()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the source's text under a selection, without the line breaks of this screen."""
        span = selected_span(self.document, selection)
        return (self.document.text[span.start : span.end] if span else ""), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection as it changes."""
        self._redraw()

    def go_to(self, offset: int) -> None:
        """Move the reading line to the row that shows the character at `offset`."""
        self._offset = offset
        if self._viewport:
            self._viewport.go_to(offset)
            self._follow()

    def return_to(self, place: Place) -> None:
        """Show the text as it stood at a place, though the pane may grow to that height only now."""
        self._offset = place.offset
        if self._viewport:
            self._viewport.return_to(*place)
            self._follow()

    def cover(self, rows: int) -> None:
        """Show the text in the rows above the lowest `rows`, over which something stands."""
        if rows != self._covered:
            self._covered = rows
            self._set_anew()

    def go_to_passage(self, number: int) -> None:
        """Move to a passage by its number, or to the nearest there is."""
        self.go_to(self.document.passages[max(1, min(number, len(self.document.passages))) - 1].start)

    def _move(self, rows: int) -> None:
        if self._viewport:
            self._viewport.move(rows)
            self._moved()

    def _page(self, rows: int) -> None:
        if self._viewport:
            self._viewport.page(rows)
            self._moved()

    def action_line_down(self) -> None:
        """Move the reading line one row of text down."""
        self._move(1)

    def action_line_up(self) -> None:
        """Move the reading line one row of text up."""
        self._move(-1)

    def action_page_down(self) -> None:
        """Move a screenful down, less two rows that stay for the eye."""
        self._page(max(1, self.size.height - 2))

    def action_page_up(self) -> None:
        """Move a screenful up, less two rows."""
        self._page(-max(1, self.size.height - 2))

    def action_half_down(self) -> None:
        """Move half a screen down."""
        self._page(max(1, self.size.height // 2))

    def action_half_up(self) -> None:
        """Move half a screen up."""
        self._page(-max(1, self.size.height // 2))

    def action_start(self) -> None:
        """Move to the first row."""
        self.go_to(0)

    def action_end(self) -> None:
        """Move to the last row."""
        self.go_to(len(self.document.text))

    def action_next_passage(self) -> None:
        """Move to the passage after this one."""
        self.go_to_passage(self.passage.number + 1)

    def action_previous_passage(self) -> None:
        """Move to the passage before this one."""
        self.go_to_passage(self.passage.number - 1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move text and reading line with the wheel."""
        event.prevent_default().stop()
        self._page(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move text and reading line with the wheel."""
        event.prevent_default().stop()
        self._page(-_WHEEL)

    def on_click(self, event: events.Click) -> None:
        """Set the reading line where the text is clicked."""
        if self._viewport:
            self._viewport.read_row(event.y)
            self._moved()
