"""Tables of a page: which hold data, and each row as one line."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from content.reading.html.tree import closest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.html.blocks import Block
    from content.reading.html.tree import Element

_LONGEST_CELL = 100
_BETWEEN_CELLS = " | "


def find_rows(blocks: Sequence[Block]) -> dict[int, Element]:
    """Return the row of each line of a table of data, by its index; other tables only lay out the page."""
    rows: dict[int, Element] = {}
    holds_data: dict[Element, bool] = {}  # a table is long, and all its lines ask
    for index, block in enumerate(blocks):
        row = closest(block.element, "tr")
        table = closest(row, "table") if row else None
        if row is None or table is None:
            continue
        if table not in holds_data:
            holds_data[table] = _is_data(table)
        if holds_data[table]:
            rows[index] = row
    return rows


def row_text(blocks: Sequence[Block]) -> str:
    """Make one line of a row: what stands in one cell is put together, `|` stands between cells."""
    cells = groupby(blocks, key=lambda block: closest(block.element, "td", "th"))
    return _BETWEEN_CELLS.join(" ".join(block.text for block in cell) for _, cell in cells)


def _is_data(table: Element) -> bool:
    rows = cells = 0
    for element in table.all("tr", "td", "th", "table", "img"):
        if element.tag == "table" and element is not table:
            return False
        if element.tag == "tr":
            rows += 1
        elif element.tag in ("td", "th"):
            cells += 1
            if len(element.text()) > _LONGEST_CELL:
                return False
    return rows > 1 and cells >= 2 * rows
