"""A terminal's screen in memory: bytes in, cells out, with Chinese characters two cells wide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from pyte.screens import Char

# What a terminal takes in silence and pyte would draw: private CSI sequences such as the keyboard protocol's
# `CSI < u`, and device control, application and privacy strings.
_SILENT = re.compile(rb"\x1b(?:\[[<=>][\d;]*[@-~]|[P_^X].*?\x1b\\)", re.DOTALL)
_ZERO_WIDTH = re.compile("[\u200b-\u200f\ufe00-\ufe0f]")
_UNFINISHED = re.compile(rb"\x1b(?:\[(?:[<=>][\d;]*)?|[P_^X][^\x1b]*\x1b?)?$")


class _Grid(pyte.Screen):
    """pyte's screen, mended in two places.

    Whole text is drawn, where pyte drops what follows a zero-width joiner or selector; and what is left of
    a wide character when its other half is written over becomes a blank, as in a terminal.
    """

    def draw(self, data: str) -> None:
        for run in _ZERO_WIDTH.split(data):
            self._blank(self.cursor.x, self.cursor.x - 1)
            super().draw(run)
            self._blank(self.cursor.x, self.cursor.x)

    def _blank(self, second: int, half: int) -> None:
        line = self.buffer[self.cursor.y]
        if second < self.columns and line[second].data == "":
            line[half] = line[half]._replace(data=" ")


class Cells:
    """The cells that a program's output leaves on a screen of `columns` by `rows`."""

    def __init__(self, columns: int, rows: int) -> None:
        self._grid = _Grid(columns, rows)
        self._stream = pyte.ByteStream(self._grid)
        self._held = b""
        self._lines: list[str] | None = None  # as they were when they were last asked for

    def feed(self, output: bytes) -> None:
        """Draw what a program wrote; a sequence cut off at the end waits for the rest of it."""
        output = _SILENT.sub(b"", self._held + output)
        unfinished = _UNFINISHED.search(output)
        cut = unfinished.start() if unfinished else len(output)
        self._held = output[cut:]
        self._lines = None
        self._stream.feed(output[:cut])

    def resize(self, columns: int, rows: int) -> None:
        """Give the screen another size."""
        self._lines = None
        self._grid.resize(lines=rows, columns=columns)

    @property
    def columns(self) -> int:
        return self._grid.columns

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column of the cursor, from 0."""
        return self._grid.cursor.y, min(self._grid.cursor.x, self._grid.columns - 1)

    def row(self, number: int) -> list[Char]:
        """The cells of a row, from 0; the second cell of a wide character holds an empty string."""
        line = self._grid.buffer[number]
        return [line[column] for column in range(self._grid.columns)]

    @property
    def lines(self) -> list[str]:
        """The rows as text, a wide character once, blanks at the end left out."""
        if self._lines is None:
            rows = range(self._grid.lines)
            self._lines = ["".join(cell.data for cell in self.row(row)).rstrip() for row in rows]
        return self._lines

    @property
    def all(self) -> list[Char]:
        """All cells, row after row."""
        return [cell for row in range(self._grid.lines) for cell in self.row(row)]
