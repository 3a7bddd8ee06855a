"""One row of the article pane, drawn: margin, set text with its tints, sign."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

from content.document import Document, Passage, Span
from content.reading.lines import is_item
from tui import text
from tui.widgets.selecting import selected_span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.selection import Selection
    from textual.strip import Strip

    from tui.typeset.galley import Galley, Position, Row

MARGIN = 2  # cells left of the text: the bar and a space
SIGN = 2  # cells right of the text: a space and the bookmark's sign
_LINE_BAR, _BAR = "▌", "▏"  # of the reading line, and of its passage's other lines: told apart without colour
_BULLET, _BULLET_ROOM = "•", 3  # of an item of a list, and the cells that it takes with a space
_NOTHING = Style.null()
_READ = ("body", "pullquote", "list", "verse", "table")  # kinds drawn as brightly as the article


class Sign(NamedTuple):
    """A mark in the margin, and the part of `tui/styles.py` that it is drawn as."""

    mark: str
    part: str


class Kept(NamedTuple):
    """A stretch that is kept, and the part of `tui/styles.py` that it is drawn as."""

    span: Span
    part: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is drawn over the text: what is kept, the current set, what is marked or selected.

    `members` and `kept` are sorted by start, `longest` is the length of the longest of each; `present` is
    the member that `n` and `N` have reached. `signs` stand in the margin of the rows that show an offset.
    """

    members: Sequence[Span] = ()
    present: Span | None = None
    longest: int = 0
    kept: Sequence[Kept] = ()
    longest_kept: int = 0
    mark: Span | None = None
    selection: Selection | None = None
    signs: Sequence[tuple[int, Sign]] = ()


@dataclass(frozen=True, slots=True)
class RowPainter:
    """Draws rows of a galley, `width` cells wide; `style` resolves the name of a part of the pane."""

    document: Document
    galley: Galley
    width: int
    style: Callable[[str], Style]
    background: Style
    derived_title: Callable[[str], str]
    overlay: Overlay = field(default_factory=Overlay)

    def paint(self, position: Position, current: bool, reading: bool) -> Strip:
        """Draw the row at a position, which is in the current passage or is the reading line itself."""
        row = self.galley.rows(position.passage)[position.row]
        passage = self.document.passages[position.passage]
        base = self.background + self.style("line") if reading else self.background
        left = max(0, (self.width - MARGIN - SIGN - self.galley.measure) // 2)
        if row.role == "title":
            return text.strip([(" " * (left + MARGIN), _NOTHING), self._title(passage)], base, self.width)
        bar = (_LINE_BAR if reading else _BAR) if current and row.role == "text" else " "
        bar_style = self.style("line-bar" if reading else "bar")
        pieces = [(" " * left, _NOTHING), (bar, bar_style), (" " * (MARGIN - 1), _NOTHING)]
        pieces.append((self._indent(passage, row), self.style("quiet")))
        pieces += self._text(passage, row, position.passage)
        sign = self._sign(passage, row) if row.role == "text" else None
        if sign:
            used = sum(text.cells(piece) for piece, _ in pieces)
            gap = left + MARGIN + self.galley.measure + SIGN - 1 - used
            pieces += [(" " * max(0, gap), _NOTHING), (sign.mark, self.style(sign.part))]
        return text.strip(pieces, base, self.width)

    def _sign(self, passage: Passage, row: Row) -> Sign | None:
        """Return the first sign of a row, if it has one."""
        signs, start = self.overlay.signs, passage.start + row.start
        index = bisect_left(signs, (start,))
        there = index < len(signs) and signs[index][0] < max(start + 1, passage.start + row.end)
        return signs[index][1] if there else None

    def _indent(self, passage: Passage, row: Row) -> str:
        """Return the cells before a row: with a bullet for an item of a list that has no mark of its own."""
        begins = passage.kind == "list" and row.role == "text" and row.start == 0 and not passage.continues
        if not begins or row.indent < _BULLET_ROOM or passage.text[0] in "(（" or is_item(passage.text):
            return " " * row.indent
        bullet = self.galley.display(_BULLET)
        return " " * (row.indent - 1 - text.cells(bullet)) + bullet + " "

    def _title(self, passage: Passage) -> text.Piece:
        title = self.galley.display(self.document.section_of(passage).title)
        return text.fit(self.derived_title(title), self.galley.measure), self.style("derived")

    def _text(self, passage: Passage, row: Row, index: int) -> Iterator[text.Piece]:
        """Cut a row's text wherever its style changes.

        Each piece carries where it stands, for Textual's selection: character in the passage, passage.
        """
        plain = "article" if passage.kind in _READ else "quiet"
        base = self.style("heading" if passage.kind == "heading" else plain)
        drawn = self.galley.display(passage.text)[row.start : row.end]
        layers = [*self._kept(passage, row), *self._members(passage, row), *self._selected(passage, row)]
        cuts = sorted({0, len(drawn), *(edge for start, end, _ in layers for edge in (start, end))})
        for start, end in itertools.pairwise(cuts):
            over = [self.style(name) for left, right, name in layers if left <= start and end <= right]
            place = Style.from_meta({"offset": (row.start + start, index)})
            yield drawn[start:end], sum(over, base) + place

    def _kept(self, passage: Passage, row: Row) -> list[tuple[int, int, str]]:
        kept, start = self.overlay.kept, passage.start + row.start
        found = []
        for index in range(bisect_left(kept, (Span(start - self.overlay.longest_kept, 0),)), len(kept)):
            span, part = kept[index]
            if span.start >= passage.start + row.end:
                break
            found += _in_row(span, passage, row, part)
        return found

    def _members(self, passage: Passage, row: Row) -> list[tuple[int, int, str]]:
        members, start = self.overlay.members, passage.start + row.start
        found = []
        for index in range(bisect_left(members, Span(start - self.overlay.longest, 0)), len(members)):
            span = members[index]
            if span.start >= passage.start + row.end:
                break
            found += _in_row(span, passage, row, "present" if span == self.overlay.present else "member")
        return found

    def _selected(self, passage: Passage, row: Row) -> list[tuple[int, int, str]]:
        selected = self.overlay.mark or selected_span(self.document, self.overlay.selection)
        return _in_row(selected, passage, row, "selection") if selected else []


def _in_row(span: Span, passage: Passage, row: Row, part: str) -> list[tuple[int, int, str]]:
    """Return the part of a row that a stretch of the text covers, in characters of the row, as a list."""
    start = passage.start + row.start
    left, right = max(0, span.start - start), min(row.end - row.start, span.end - start)
    return [(left, right, part)] if left < right else []
