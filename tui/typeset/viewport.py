"""What of a galley shows, and where its reading line stands: the arithmetic of moving, with no screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.typeset.galley import Galley, Position


class Viewport:
    """A window of `height` rows onto a galley, with one reading line inside it."""

    def __init__(self, galley: Galley, height: int, offset: int = 0, rows_above: int | None = None) -> None:
        """Open at `offset` of the text, with `rows_above` rows over the reading line (a third by default)."""
        self.galley = galley
        self.height = max(1, height)
        self.top = self.reading = galley.at_offset(offset)
        above = self.height // 3 if rows_above is None else max(0, min(rows_above, self.height - 1))
        self._put_top(galley.move(self.reading, -above))

    @property
    def rows(self) -> list[Position]:
        """The positions that show, from the top; fewer than `height` where the document is shorter."""
        rows = [self.top]
        while len(rows) < self.height:
            below = self.galley.move(rows[-1], 1)
            if below == rows[-1]:
                break
            rows.append(below)
        return rows

    @property
    def reading_row(self) -> int:
        """How many rows of the window stand above the reading line."""
        return self.galley.row_number(self.reading) - self.galley.row_number(self.top)

    def _put_top(self, top: Position) -> None:
        """Bring a row to the top, or as near as the document's end lets it."""
        galley = self.galley
        galley.set_around(galley.row_number(top), self.height)
        if galley.row_number(top) > galley.height - self.height:
            top = galley.move(galley.end, 1 - self.height)
        self.top = top

    def _keep_reading_inside(self) -> None:
        """Bring the reading line to the nearest text that shows; where only blank rows show, show its row."""
        galley = self.galley
        texts = [at for at in self.rows if galley.rows(at.passage)[at.row].role == "text"]
        if not texts:
            self._put_top(self.reading)
        else:
            self.reading = max(texts[0], min(self.reading, texts[-1]))

    def move(self, rows: int) -> None:
        """Move the reading line; the text scrolls once the line is past the middle of the window."""
        galley, middle = self.galley, self.height // 2
        self.reading = galley.text_row(galley.move(self.reading, rows), 1 if rows > 0 else -1)
        row = self.reading_row
        if (rows > 0 and row > middle) or (rows < 0 and row < middle):
            self._put_top(galley.move(self.reading, -middle))

    def page(self, rows: int) -> None:
        """Move the text and the reading line with it; where the text cannot move, the line alone goes on."""
        galley, before, old_top = self.galley, self.reading_row, self.top
        wanted = galley.move(old_top, rows)
        self._put_top(wanted)
        whole = self.top == wanted != old_top
        target = galley.move(self.top, before) if whole else galley.move(self.reading, rows)
        self.reading = galley.text_row(target, 1 if rows > 0 else -1)
        self._keep_reading_inside()

    def go_to(self, offset: int) -> None:
        """Move the reading line to the row that shows the character at `offset`, scrolling if need be."""
        self.reading = self.galley.at_offset(offset)
        if not 1 <= self.reading_row < self.height - 1:
            self._put_top(self.galley.move(self.reading, -(self.height // 3)))

    def return_to(self, offset: int, rows_above: int) -> None:
        """Move the reading line to the row of `offset`, below as many rows, more than there are too."""
        self.reading = self.galley.at_offset(offset)
        self._put_top(self.galley.move(self.reading, -rows_above))

    def scroll_to(self, row: int) -> None:
        """Bring the row with `row` rows before it to the top; the reading line stays among what shows."""
        self._put_top(self.galley.at_row(row))
        self._keep_reading_inside()

    def read_row(self, row: int) -> None:
        """Put the reading line on the row that stands `row` rows below the top, or the next one with text."""
        rows = self.rows
        self.reading = self.galley.text_row(rows[max(0, min(row, len(rows) - 1))], 1)
        self._keep_reading_inside()
