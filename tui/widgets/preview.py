"""A text as it begins, set in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from content.scrub import scrub
from tui import text
from tui.styles import part_style
from tui.typeset.breaking import break_paragraph

if TYPE_CHECKING:
    from textual.strip import Strip

_SHOWN = 2_000  # characters of which the first lines are set


class Preview(Widget):
    """The first lines of a text, as many as there is room for."""

    def __init__(self, shown: str) -> None:
        super().__init__()
        self._paragraphs = [line.strip() for line in scrub(shown[:_SHOWN]).text.splitlines() if line.strip()]
        self._lines: list[str] = []

    def on_resize(self) -> None:
        """Set the lines for the width there is."""
        width = max(2, self.size.width - 2)
        self._lines = [
            paragraph[line.start : line.end]
            for paragraph in self._paragraphs
            for line in break_paragraph(paragraph, width)
        ]
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        line = self._lines[y] if y < len(self._lines) else ""
        pieces = [(f" {line}", part_style(self, "article"))]
        return text.strip(pieces, self.rich_style, self.size.width)
