"""Dated statements as rows, the earliest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text import cells, pad
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from content.analysis.timeline import DatedStatement

_GAP = 2  # cells between columns
_SHOWN = 200  # characters of a sentence: more is never in sight


def timeline_rows(statements: Sequence[DatedStatement], display: Callable[[str], str] = str) -> list[ListRow]:
    """Make a row a statement: its date, its passage, its sentence. A key is `timeline` and its place."""
    widest = max((cells(each.date) for each in statements), default=0) + _GAP
    return [
        ListRow(
            f"timeline:{place}",
            (
                (f"  {pad(each.date, widest)}", "mark"),
                (f"{each.passage:>3}  ", "quiet"),
                (display(each.text[:_SHOWN].replace("\n", " ")), ""),
            ),
            found_by=f"{each.date} {each.written} {each.text}",
        )
        for place, each in enumerate(statements)
    ]
