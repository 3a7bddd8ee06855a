"""A dialog over the reader: a box to type into and a list that it narrows down."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical

from tui.screens.dialog import Dialog
from tui.widgets.caption import Caption
from tui.widgets.list_pane import Contents, ListPane

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.messages import RowChosen


class Chooser(Dialog[str | None]):
    """Returns the key of the row that was chosen, or None.

    Where `typed` is true, text that leaves no row is returned itself, after `typed:`. `start` stands in the
    box at first, selected: typing replaces it.
    """

    CSS_PATH = "chooser.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+q", "close", show=False)]

    def __init__(
        self,
        title: str,
        contents: Contents,
        *,
        placeholder: str = "",
        typed: bool = False,
        start: str = "",
    ) -> None:
        super().__init__()
        self._title = title
        self._contents = contents
        self._start = start
        self._pane = ListPane("chooser", typed=typed)
        self._pane.placeholder = placeholder

    def compose(self) -> ComposeResult:
        """Put the title over the list."""
        with Vertical(id="chooser-dialog"):
            yield Caption(self._title)
            yield self._pane

    def on_mount(self) -> None:
        """Show the rows; typing goes to the box."""
        self._pane.show(self._contents)
        self._pane.open_filter(self._start)
        if self._start and self._pane.box:
            self._pane.box.action_select_all()

    def show(self, contents: Contents) -> None:
        """Show other rows; what is typed stays."""
        self._contents = contents
        if self._pane.is_mounted:
            self._pane.show(contents)

    def on_row_chosen(self, message: RowChosen) -> None:
        """Close with what was chosen."""
        message.stop()
        self.close_with(message.key)

    def action_close(self) -> None:
        """Close with nothing."""
        self.close_with(None)
