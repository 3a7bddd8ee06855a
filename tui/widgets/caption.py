"""A quiet line over a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget

from tui import text
from tui.styles import part_style

if TYPE_CHECKING:
    from textual.strip import Strip


class Caption(Widget):
    """One row that says `words`, drawn as the part of `tui/styles.py` that is named."""

    DEFAULT_CSS = "Caption { height: 1; }"
    words: reactive[str] = reactive("")

    def __init__(self, words: str = "", *, part: str = "quiet", id: str | None = None) -> None:  # noqa: A002 — Textual's word for it
        super().__init__(id=id)
        self.set_reactive(Caption.words, words)
        self._part = part

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        width = self.size.width
        return text.strip(
            [(text.fit(f" {self.words}", width), part_style(self, self._part))], self.rich_style, width
        )
