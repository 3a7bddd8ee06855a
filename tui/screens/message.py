"""A dialog that says something that has to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical

from tui.screens.dialog import Dialog
from tui.widgets.caption import Caption
from tui.widgets.preview import Preview

if TYPE_CHECKING:
    from textual.app import ComposeResult


class MessageScreen(Dialog[None]):
    """Says `message`, a paragraph a line, until it is closed."""

    CSS_PATH = "message.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,ctrl+q,q", "close", show=False, priority=True)
    ]

    def __init__(self, title: str, message: str, keys: str) -> None:
        super().__init__()
        self._title, self._message, self._keys = title, message, keys

    def compose(self) -> ComposeResult:
        """Put what is said between its title and the keys that close it."""
        with Vertical(id="message-dialog"):
            yield Caption(self._title, part="warning")
            yield Preview(self._message)
            yield Caption(self._keys)

    def action_close(self) -> None:
        """Close."""
        self.close_with(None)
