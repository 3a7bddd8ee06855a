"""The search pane: a box, what was found, and what the search has to say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from tui import text
from tui.messages import QueryChanged, QueryGiven
from tui.widgets.caption import Caption
from tui.widgets.row_list import RowList
from tui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

LIST_ID = "hits"
_MARGIN = 2  # cells beside the summary
_BOX = 28  # cells: a box so wide holds most of what is searched for


class SearchPane(Vertical):
    """Posts `QueryChanged` and `QueryGiven`; its list posts `RowShown` and `RowChosen` with the id `hits`."""

    def __init__(self) -> None:
        super().__init__(id="search")
        self.list = RowList(LIST_ID, previews=True)
        self.box = SearchBox(self.list, id="search-box")
        self._summary = Caption(id="search-summary")
        self._forms: Sequence[str] = ()

    def compose(self) -> ComposeResult:
        """Put the box over the hits."""
        with Horizontal(id="search-line"):
            yield Caption("/", part="mark", id="search-sign")
            yield self.box
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

    @on(Input.Changed)
    def _changed(self, message: Input.Changed) -> None:
        message.stop()
        self.post_message(QueryChanged(message.value))

    @on(Input.Submitted)
    def _given(self, message: Input.Submitted) -> None:
        message.stop()
        self.post_message(QueryGiven(message.value))
