"""A dialog over the reader: a box to type into and a list that it narrows down."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import text
from tui.widgets.list_pane import ListPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tui.messages import RowChosen
    from tui.widgets.row_list import ListRow


class Chooser(ModalScreen[str | None]):
    """Returns the key of the row that was chosen, or None.

    Where `typed` is true, text that leaves no row is returned itself, after `typed:`.
    """

    CSS_PATH = "chooser.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+q", "close", show=False)]

    def __init__(
        self,
        title: str,
        rows: Sequence[ListRow],
        *,
        placeholder: str = "",
        empty: str = "",
        none_left: str = "",
        typed: bool = False,
    ) -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self._empty, self._none_left = empty, none_left
        self._pane = ListPane("chooser", placeholder=placeholder, always=True, typed=typed)

    def compose(self) -> ComposeResult:
        """Put the title over the box and the list."""
        with Vertical(id="chooser-dialog"):
            yield Static(text.plain(f" {self._title}"), classes="pane-title")
            yield self._pane

    def on_mount(self) -> None:
        """Show the rows; typing goes to the box."""
        self._pane.show(self._rows, self._empty, self._none_left)
        self.set_focus(self._pane.box)

    def on_row_chosen(self, message: RowChosen) -> None:
        """Close with what was chosen."""
        message.stop()
        self.dismiss(message.key)

    def action_close(self) -> None:
        """Close with nothing."""
        self.dismiss(None)
