"""The search pane: a box, what was found, and what the search has to say about it."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from tui.messages import QueryChanged, QueryGiven
from tui.widgets.boxed_list import BoxedList
from tui.widgets.row_list import RowList
from tui.widgets.search_box import SearchBox

LIST_ID = "hits"


class SearchPane(BoxedList):
    """Posts `QueryChanged` and `QueryGiven`; its list posts `RowShown` and `RowChosen` with its id."""

    def __init__(
        self,
        *,
        id: str = "search",  # noqa: A002 — Textual's word for it
        list_id: str = LIST_ID,
        box: type[SearchBox] = SearchBox,
    ) -> None:
        rows = RowList(list_id, previews=True)
        self.box = box(rows, id="search-box")
        super().__init__(rows, self.box, id=id)

    @on(Input.Changed)
    def _changed(self, message: Input.Changed) -> None:
        message.stop()
        self.post_message(QueryChanged(message.value))

    @on(Input.Submitted)
    def _given(self, message: Input.Submitted) -> None:
        message.stop()
        self.post_message(QueryGiven(message.value))
