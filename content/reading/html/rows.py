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


def row_of(block: Block) -> Element | None:
    """Return the row of a table of data that a line stands in, None where a table only lays out the page."""
    row = closest(block.element, "tr")
    table = closest(row, "table") if row else None
    return row if table is not None and _is_data(table) else None


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
