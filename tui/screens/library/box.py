"""The box over the documents: it filters, and takes paths and whole texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.messages import TabTurned
from tui.pasted import is_text
from tui.widgets.filter_box import FilterBox

if TYPE_CHECKING:
    from textual import events


@dataclass(eq=False, repr=False)
class TextPasted(Message):
    """A text was pasted, or paths of files."""

    text: str


class LibraryBox(FilterBox):
    """Empty it hands down to the list and left and right to the tabs: there is nothing in it to move over."""

    async def on_key(self, event: events.Key) -> None:
        """Move in the list, or into it."""
        if not self.value and event.key in ("down", "left", "right"):
            event.stop().prevent_default()
            if event.key == "down":
                self.screen.set_focus(self._list)
                self._list.action_row_down()
            else:
                self.post_message(TabTurned(1 if event.key == "right" else -1))
            return
        await super().on_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Hand on a text, or paths on lines of their own: Textual's box would keep the first line."""
        if is_text(event.text):
            event.stop().prevent_default()
            self.post_message(TextPasted(event.text))
        else:
            event.text = event.text.strip()
