"""A dialog with the note of a bookmark; closing it keeps what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import TextArea

from content.scrub import scrub
from tui.screens.dialog import Dialog
from tui.widgets.caption import Caption

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class NoteEditor(TextArea):
    """An editor that takes in only what may be drawn."""

    def on_paste(self, event: events.Paste) -> None:
        """Scrub what is pasted before Textual puts it in."""
        event.text = scrub(event.text).text


class NoteScreen(Dialog[str]):
    """Returns the note as it stands when it is closed, by Esc or Ctrl+S alike."""

    CSS_PATH = "note.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s,ctrl+q", "close", show=False, priority=True)
    ]

    def __init__(self, title: str, note: str, keys: str) -> None:
        super().__init__()
        self._title, self._keys = title, keys
        self._editor = NoteEditor(scrub(note).text, soft_wrap=True, compact=True, tab_behavior="focus")

    def compose(self) -> ComposeResult:
        """Put the editor between its title and the keys that close it."""
        with Vertical(id="note-dialog"):
            yield Caption(self._title)
            yield self._editor
            yield Caption(self._keys)

    def on_mount(self) -> None:
        """Write on where the note ends."""
        self.set_focus(self._editor)
        self._editor.move_cursor(self._editor.document.end)

    def action_close(self) -> None:
        """Close with the note."""
        self.close_with(self._editor.text)
