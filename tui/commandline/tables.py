"""What `--csv` prints: a header and rows, none of which a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from content.shelf.exporting.table import harmless
from tui.commandline.output import write_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table as CSV (RFC 4180); None is an empty cell, what is a list is joined by `;`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    write_text(out.getvalue())


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return harmless(";".join(map(str, value)))
    return str(value) if isinstance(value, int | float) else harmless(str(value))
