"""The first row: what is being read, and how far."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from rich.style import Style
from textual.reactive import reactive
from textual.widget import Widget

from tui import text
from tui.styles import part_style

if TYPE_CHECKING:
    from textual.events import Click
    from textual.strip import Strip

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_BAR = 12  # cells of the progress bar
_SHORT_NOTICE = 8  # cells of a notice where there is little room; the footer has said it in full


@dataclass(frozen=True, slots=True)
class Heading:
    """What the masthead says: title, a badge, where the text comes from, the place, progress from 0 to 1."""

    title: str = ""
    badge: str = ""
    origin: str = ""
    notice: str = ""
    place: str = ""
    place_short: str = ""
    progress: float = 0.0


class Masthead(Widget):
    """One row. As it narrows what matters least gives way: bar, origin, badge, then the title is cut.

    A click on the badge shows what was left out of the document.
    """

    heading: reactive[Heading] = reactive(Heading())
    plain_glyphs: reactive[bool] = reactive(default=False)
    _badge = range(0)  # the cells in which it stands

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        width = self.size.width
        style = partial(part_style, self)
        heading = self.heading
        roomy = width >= 60
        right: list[text.Piece] = [(heading.place if roomy else heading.place_short, style("article"))]
        if width >= 100:
            right += [("  ", Style.null()), (self._bar(heading.progress), style("mark"))]
        if heading.notice:
            notice = heading.notice if roomy else text.fit(heading.notice, _SHORT_NOTICE)
            right.insert(0, (f"{notice}   ", style("warning")))
        right.insert(0, (" ", Style.null()))
        if roomy:
            right.append((" ", Style.null()))
        left: list[text.Piece] = [(" ", Style.null()), (heading.title, style("strong"))]
        taken = sum(text.cells(piece) for piece, _ in (*left, *right))
        self._badge = range(0)
        for gap, piece, name in (("  ", heading.badge, "badge"), ("   ", heading.origin, "quiet")):
            room = text.cells(gap + piece)
            if piece and taken + room + 2 <= width:
                left += [(gap, Style.null()), (piece, style(name))]
                taken += room
                if name == "badge":
                    end = sum(text.cells(each) for each, _ in left)
                    self._badge = range(end - text.cells(piece), end)
        return text.strip(text.columns(left, right, width), self.rich_style, width)

    async def on_click(self, event: Click) -> None:
        """Show what was left out."""
        if event.x in self._badge:
            event.stop()
            await self.screen.run_action("removed")

    def _bar(self, progress: float) -> str:
        if self.plain_glyphs:
            full = round(progress * (_BAR - 2))
            return f"[{'#' * full}{'-' * (_BAR - 2 - full)}]"
        eighths = round(progress * _BAR * 8)
        full, rest = divmod(eighths, 8)
        return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(_BAR, "░")
