"""What the benchmarks share: when a screen stood, and figures set in a table."""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))

from cells import Cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HERE = Path(__file__).resolve().parent


def time_until_drawn(
    chunks: Sequence[tuple[float, bytes]], columns: int, rows: int, title: str, share: float = 0.9
) -> float:
    """Return when (on the chunks' clock) `share` of the cells were as the last chunk leaves them.

    A cell is its character with its colours and its style, so that a blank painted in the final background
    counts and a blank before the first paint does not. Of the cells with text in them `share` must stand
    too, and `title` must be on the screen.
    """
    final = Cells(columns, rows)
    for _, output in chunks:
        final.feed(output)
    wanted = final.all
    written = [place for place, cell in enumerate(wanted) if cell.data.strip()]
    growing = Cells(columns, rows)
    for moment, output in chunks:
        growing.feed(output)
        standing = [cell == last for cell, last in zip(growing.all, wanted, strict=True)]
        enough = sum(standing) >= share * len(wanted)
        enough = enough and sum(standing[place] for place in written) >= share * len(written)
        if enough and any(title in line for line in growing.lines):
            return moment
    raise ValueError(f"{title!r} never came on the screen:\n" + "\n".join(final.lines))


def percentile(values: Iterable[float], share: float) -> float:
    """Return the smallest value that at least `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def median(values: Iterable[float]) -> float:
    return percentile(values, 0.5)


def print_table(heading: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under their columns' names, numbers to the right, fractions to three places."""
    cells = [list(columns), *[[_shown(value) for value in row] for row in rows]]
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns))]
    print(f"\n{heading}")
    for row in cells:
        first, *rest = (
            cell.ljust(widths[0]) if not place else cell.rjust(widths[place])
            for place, cell in enumerate(row)
        )
        print("  ".join([first, *rest]).rstrip())


def _shown(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
