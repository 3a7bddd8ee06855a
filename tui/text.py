"""The only place that turns a string into something drawn.

Textual reads markup in most strings it is handed, and passes escape sequences through to the
terminal. Nothing reaches a widget but through here: scrubbed, measured in cells, never parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len, get_character_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from content.scrub import scrub, scrub_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ELLIPSIS = "…"

Piece: TypeAlias = tuple[str, Style]
"""A stretch of one line and the style it is drawn in."""


def plain(text: str, style: str = "") -> Content:
    """Make drawable content of any string, in one Textual style, with nothing in it parsed."""
    return Content.assemble((scrub(text).text, style))


def styled(*pieces: tuple[str, str] | str) -> Content:
    """Make drawable content of strings, each alone or with its Textual style."""
    parts = ((piece, "") if isinstance(piece, str) else piece for piece in pieces)
    return Content.assemble(*((scrub(text).text, style) for text, style in parts))


def cells(text: str) -> int:
    """Count the terminal cells that a string takes."""
    return cell_len(text)


def fit(text: str, width: int) -> str:
    """Cut a one-line string to at most `width` cells, ending in `…` where something was cut."""
    text = scrub_line(text)
    if cell_len(text) <= width:
        return text
    taken, kept = cell_len(ELLIPSIS), 0
    if width < taken:
        return ""
    for character in text:
        taken += get_character_cell_size(character)
        if taken > width:
            break
        kept += 1
    return text[:kept] + ELLIPSIS


def pad(text: str, width: int) -> str:
    """Fit a one-line string and fill it with spaces to exactly `width` cells."""
    fitted = fit(text, width)
    return fitted + " " * (width - cell_len(fitted))


def strip(pieces: Iterable[Piece], background: Style, width: int | None = None) -> Strip:
    """Draw one line of styled pieces over `background`, cut or filled to `width` cells where that is given.

    Tabs are drawn as one space: a line of a list or of set text has no tab stops.
    """
    drawn = [Segment(scrub_line(text), background + style) for text, style in pieces if text]
    length = sum(cell_len(segment.text) for segment in drawn)
    if width is None or length == width:
        return Strip(drawn, length)
    if length < width:
        drawn.append(Segment(" " * (width - length), background))
        return Strip(drawn, width)
    return Strip(drawn, length).adjust_cell_length(max(0, width), background)


def columns(left: Sequence[Piece], right: Sequence[Piece], width: int) -> list[Piece]:
    """Set pieces at both ends of a line of `width` cells; the left ones give way, cut with `…`."""
    room = width - sum(cell_len(text) for text, _ in right)
    fitted: list[Piece] = []
    for text, style in left:
        taken = fit(text, max(0, room))
        fitted.append((taken, style))
        room -= cell_len(taken)
        if taken != scrub_line(text):  # one ellipsis says it
            break
    return [*fitted, (" " * max(0, room), Style.null()), *right]
