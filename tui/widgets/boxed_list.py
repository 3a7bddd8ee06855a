"""A box over the list that it narrows down, with a few words beside it about what the list shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from tui import text
from tui.widgets.caption import Caption

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.widgets.box import Box
    from tui.widgets.row_list import RowList

_MARGIN = 2  # cells beside the summary
_BOX = 28  # cells: a box so wide holds most of what is searched for


class BoxedList(Vertical):
    """A sign, a box and a summary in one row, and a list under it."""

    def __init__(self, rows: RowList, box: Box, *, id: str, sign: str = "/") -> None:  # noqa: A002 — Textual's word for it
        super().__init__(id=id)
        self.list = rows
        self._box = box
        self._sign = sign
        self._summary = Caption(id="search-summary")
        self._forms: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Put the box over the list."""
        with Horizontal(id="search-line"):
            yield Caption(self._sign, part="mark", id="search-sign")
            yield self._box
            yield self._summary
        yield self.list

    def tell(self, *forms: str) -> None:
        """Show a summary beside the box: of its ever shorter forms the first that leaves room for a query."""
        self._forms = forms
        width = self.size.width or self.screen.size.width
        room = max(width // 2, width - _BOX) - _MARGIN
        words = next((form for form in forms if text.cells(form) <= room), forms[-1] if forms else "")
        if words != self._summary.words:
            self._summary.words = words
            self._summary.styles.width = text.cells(words) + _MARGIN

    def on_resize(self) -> None:
        """Say as much as there is room for now."""
        self.tell(*self._forms)
