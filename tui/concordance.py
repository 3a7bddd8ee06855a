"""Lines of a concordance set in cells, the term of all of them in one column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.commandline.layout import fit, fit_end, pad

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from content.analysis.concordance import ConcordanceLine

GAP = 2
"""Cells between columns."""
LONGEST_TERM = 30
"""Cells that a term takes at most: a longer one is cut to make room for what surrounds it."""

_LEAST = 4  # cells on either side, however narrow


@dataclass(frozen=True, slots=True)
class Columns:
    """How many digits the numbers of passages take, and how many cells the longest of the terms."""

    digits: int
    middle: int

    @classmethod
    def of(cls, lines: Iterable[ConcordanceLine], passages: int) -> Columns:
        """Measure the columns of some lines, at least one, of a text of so many passages."""
        longest = max(cell_len(term) for term in {line.text for line in lines})
        return cls(len(str(passages)), min(LONGEST_TERM, longest))


def set_line(
    line: ConcordanceLine, columns: Columns, width: int, display: Callable[[str], str] = str
) -> tuple[str, str, str]:
    """Set a line in `width` cells: what stands before the term, the number at its head; the term; the rest.

    `display` turns the text into the script that it is shown in, one character for one.
    """
    side = max(_LEAST, (width - columns.digits - columns.middle - 3 * GAP) // 2)
    # No character that is drawn takes less than a cell but for marks: twice as many are enough.
    left, right = display(line.left[-2 * side :]), display(line.right[: 2 * side])
    gap = " " * GAP
    before = f"{line.passage:>{columns.digits}}{gap}{pad(fit_end(left, side), side, right=True)}{gap}"
    return before, fit(display(line.text), columns.middle), f"{gap}{fit(right, side)}"
