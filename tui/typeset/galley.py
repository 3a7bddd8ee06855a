"""A document set in rows at one measure: set where it is looked at, estimated everywhere else.

A book of 100,000 paragraphs must open at once, so only the passages near the screen are broken into
lines; for the others a row count is guessed from their length. Setting a passage replaces the guess,
which moves everything after it and nothing before it.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.typeset.breaking import break_paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from content.document import Document, Kind, Passage

_CHARACTER = 2  # cells of a Chinese character
_BLOCK = 512  # passages summed together, so that a new row count touches one block and a short list
_SHORT = 20_000  # characters: what is set in about 20 ms

Role: TypeAlias = Literal["text", "blank", "title"]


class Row(NamedTuple):
    """One row of a set passage: `[start, end)` of the passage's text, drawn after `indent` cells.

    A `title` row shows the title of the section that begins here where the source has no heading.
    """

    start: int
    end: int
    indent: int
    role: Role = "text"


class Position(NamedTuple):
    """A row of the galley: the index of its passage, counted from 0, and the row within it."""

    passage: int
    row: int


class _Shape(NamedTuple):
    """How a kind of passage is set, in cells: the first line's indent, and both sides'."""

    first: int = 0
    left: int = 0
    right: int = 0


_SHAPES: dict[Kind, _Shape] = {
    "body": _Shape(first=2 * _CHARACTER),
    "epigraph": _Shape(left=4 * _CHARACTER),
    "pullquote": _Shape(left=2 * _CHARACTER, right=2 * _CHARACTER),
    "caption": _Shape(left=2 * _CHARACTER, right=2 * _CHARACTER),
    "list": _Shape(left=2 * _CHARACTER),
}
_CLOSE: frozenset[Kind] = frozenset(("list", "verse", "table"))
"""Kinds whose passages follow one another without a blank row: items, lines and rows of one whole."""

_PLAIN = _Shape()
_BLANK = Row(0, 0, 0, "blank")


class Galley:
    """The rows of a document at a measure of `measure` cells, with `spacing` blank rows between passages.

    `display` turns a passage's text into what is drawn, character for character.
    """

    def __init__(
        self, document: Document, measure: int, spacing: int = 1, display: Callable[[str], str] = str
    ) -> None:
        self.document = document
        self.measure = max(_CHARACTER, measure)
        self.display = display
        self._spacing = spacing
        self._asked = (document, measure, spacing, display)
        self._titled = {  # but where the title is the whole of the first passage: there it is read
            s.first: s
            for s in document.sections
            if s.derived and s.number > 1 and s.title != document.passages[s.first - 1].text
        }
        self._rows: dict[int, tuple[Row, ...]] = {}
        self._heights = self._guesses()
        self._blocks = [sum(self._heights[i : i + _BLOCK]) for i in range(0, len(self._heights), _BLOCK)]
        self._sum()

    def set_whole(self) -> None:
        """Set every passage of a short document, so that its height is exact; leave a long one to guesses."""
        if len(self.document.text) <= _SHORT:
            for index in range(len(self._heights)):
                self.rows(index)

    def is_set_so(
        self, document: Document, measure: int, spacing: int, display: Callable[[str], str]
    ) -> bool:
        """Tell whether a galley made of these would be this one."""
        return document is self.document and self._asked[1:] == (measure, spacing, display)

    def _guesses(self) -> list[int]:
        """Guess the rows of every passage, as if all were paragraphs of Chinese characters."""
        measure, spacing, indent = self.measure, self._spacing, 2 * _CHARACTER
        return [
            (len(passage.text) * _CHARACTER + indent + measure - 1) // measure + spacing
            for passage in self.document.passages
        ]

    def _sum(self) -> None:
        self._sums = list(accumulate(self._blocks, initial=0))

    @property
    def height(self) -> int:
        """The number of rows, exact where everything is set, else the best guess so far."""
        return self._sums[-1]

    @property
    def end(self) -> Position:
        """The last row of the document."""
        index = len(self._heights) - 1
        return Position(index, len(self.rows(index)) - 1)

    def rows(self, index: int) -> tuple[Row, ...]:
        """Return the rows of a passage, setting it if it was not set yet."""
        rows = self._rows.get(index)
        if rows is None:
            rows = self._rows[index] = self._set(index)
            change = len(rows) - self._heights[index]
            if change:
                self._heights[index] += change
                self._blocks[index // _BLOCK] += change
                self._sum()
        return rows

    def _set(self, index: int) -> tuple[Row, ...]:
        passages = self.document.passages
        passage = passages[index]
        shape = _SHAPES.get(passage.kind, _PLAIN)
        if self.measure < 20 * _CHARACTER:
            shape = _Shape(first=shape.first)
        measure = max(_CHARACTER, self.measure - shape.left - shape.right)
        first = min(0 if passage.continues else shape.first, measure - _CHARACTER)
        rows = self._lead(passage)
        start, text = 0, self.display(passage.text)
        for paragraph in text.split("\n"):
            for number, line in enumerate(break_paragraph(paragraph, measure, first)):
                indent = shape.left + (0 if number else first)
                rows.append(Row(start + line.start, start + line.end, indent))
            start += len(paragraph) + 1
        followed = index + 1 < len(passages)
        if followed and not self._goes_on(passage, passages[index + 1]):
            rows.extend([_BLANK] * self._spacing)
        return tuple(rows)

    def _goes_on(self, passage: Passage, following: Passage) -> bool:
        """Tell whether no blank row stands between two passages."""
        whole = passage.kind == following.kind and passage.kind in _CLOSE
        return following.continues or (whole and passage.section == following.section)

    def _lead(self, passage: Passage) -> list[Row]:
        """Return what stands above a passage: room over a heading, the title of an untitled section."""
        if passage.number in self._titled:
            return [Row(0, 0, 0, "title"), *[_BLANK] * self._spacing]
        if passage.kind == "heading" and passage.number > 1:
            return [_BLANK] * self._spacing
        return []

    def top(self, index: int) -> int:
        """Count the rows before a passage."""
        block = index // _BLOCK
        return self._sums[block] + sum(self._heights[block * _BLOCK : index])

    def row_number(self, position: Position) -> int:
        """Count the rows before a position."""
        return self.top(position.passage) + position.row

    def at_row(self, number: int) -> Position:
        """Return the position of the row with `number` rows before it, or the nearest one there is."""
        number = max(0, min(number, self.height - 1))
        block = min(bisect_right(self._sums, number) - 1, len(self._blocks) - 1)
        rest = number - self._sums[block]
        index = block * _BLOCK
        while index < len(self._heights) - 1 and rest >= self._heights[index]:
            rest -= self._heights[index]
            index += 1
        return Position(index, min(rest, len(self.rows(index)) - 1))

    def at_offset(self, offset: int) -> Position:
        """Return the position of the row that shows the character at `offset` of the document's text."""
        passage = self.document.passage_at(offset)
        index, within = passage.number - 1, offset - passage.start
        texts = [number for number, row in enumerate(self.rows(index)) if row.role == "text"]
        shown = [number for number in texts if self.rows(index)[number].start <= within]
        return Position(index, shown[-1] if shown else texts[0])

    def offset_at(self, position: Position) -> int:
        """Return the offset in the document's text of the first character of a row."""
        passage = self.document.passages[position.passage]
        return passage.start + self.rows(position.passage)[position.row].start

    def move(self, position: Position, rows: int) -> Position:
        """Go `rows` rows down, or up where negative, setting what lies between; stops at both ends."""
        index, row = position.passage, position.row + rows
        while row < 0 and index > 0:
            index -= 1
            row += len(self.rows(index))
        while row >= len(self.rows(index)) and index < len(self._heights) - 1:
            row -= len(self.rows(index))
            index += 1
        return Position(index, max(0, min(row, len(self.rows(index)) - 1)))

    def text_row(self, position: Position, direction: int) -> Position:
        """Return the nearest row that shows text, searching down for 1 and up for -1, then the other way."""
        for step in (direction, -direction):
            at = position
            while self.rows(at.passage)[at.row].role != "text":
                after = self.move(at, step)
                if after == at:
                    break
                at = after
            else:
                return at
        return position

    def set_around(self, number: int, count: int) -> None:
        """Set every passage that shows in the `count` rows from row `number` on."""
        self.move(self.at_row(number), count)
