"""Plain text set in terminal cells: a Chinese character takes two."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

from content.scrub import scrub_line
from tui.typeset.breaking import break_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WIDEST = 100  # cells: longer lines are hard to follow
_WIDEST_COLUMN = 40  # cells
_NARROW = 20  # cells: a text set in less falls apart


def width() -> int:
    """Return how many cells a line may take: the terminal's, within reason."""
    return max(24, min(_WIDEST, shutil.get_terminal_size((80, 24)).columns))


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """Fill a text with spaces up to a number of cells; `right` sets it against the right side."""
    space = " " * max(0, cells - cell_len(text))
    return space + text if right else text + space


def fit(text: str, cells: int) -> str:
    """Cut a text to a number of cells, ending in `…` where something was cut."""
    text = scrub_line(text)
    if cell_len(text) <= cells:
        return text
    return (chop_cells(text, max(2, cells - 1)) or [""])[0] + "…"


def fit_end(text: str, cells: int) -> str:
    """Cut a text to its last so many cells, beginning with `…` where something was cut."""
    text = scrub_line(text)
    if cell_len(text) <= cells:
        return text
    kept, taken = len(text), 1  # the cell of the …
    while kept and taken + cell_len(text[kept - 1]) <= cells:
        kept -= 1
        taken += cell_len(text[kept])
    return "…" + text[kept:]


def wrapped(text: str, cells: int, indent: str) -> Iterator[str]:
    """Yield a text in lines of at most a number of cells, `indent` included, broken as Chinese is."""
    for paragraph in text.split("\n"):
        for line in break_paragraph(paragraph, max(2, cells - cell_len(indent))):
            yield indent + paragraph[line.start : line.end]


def hanging(start: str, text: str, cells: int) -> Iterator[str]:
    """Yield `start` with a text beside it, its lines all beginning there; below it where that is narrow."""
    room = cells - cell_len(start) - 2
    if not text:
        yield start.rstrip()
    elif room < _NARROW:
        yield start.rstrip()
        yield from wrapped(text, cells, " " * 4)
    else:
        first, *others = wrapped(text, room, "")
        yield f"{start}  {first}"
        yield from (" " * (cell_len(start) + 2) + line for line in others)


def columns(rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> list[str]:
    """Align rows in columns, those in `right` against their right side.

    One long cell makes no column wide: it reaches out of its own, and is cut where a line ends.
    """
    rows = [[fit(cell, _WIDEST) for cell in row] for row in rows]
    widths = [min(_WIDEST_COLUMN, max(map(cell_len, column))) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            pad(cell, cells, right=number in right)
            for number, (cell, cells) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]


def emphasised(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Set stretches of a text in bold, where standard output is a terminal that shows it."""
    if not _shows_bold():
        return text
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], "\x1b[1m", text[start:end], "\x1b[22m"]
        done = end
    return "".join([*pieces, text[done:]])


def _shows_bold() -> bool:
    if sys.platform == "win32" and not os.environ.get("WT_SESSION"):
        return False  # the old console prints the sequence itself
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
