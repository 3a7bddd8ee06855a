"""The boxes of the library: they filter, take paths and whole texts, and turn the tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.messages import TabTurned
from tui.pasted import is_text
from tui.widgets.filter_box import FilterBox
from tui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from textual import events

    from tui.widgets.box import Box


@dataclass(eq=False, repr=False)
class TextPasted(Message):
    """A text was pasted, or paths of files."""

    text: str


def turns_tab(box: Box, event: events.Key) -> bool:
    """Turn the tab by left and right in an empty box, where there is nothing to move over; tell whether."""
    if box.value or event.key not in ("left", "right"):
        return False
    event.stop().prevent_default()
    box.post_message(TabTurned(1 if event.key == "right" else -1))
    return True


class LibraryBox(FilterBox):
    """Empty it hands down on to the list, and left and right to the tabs."""

    async def on_key(self, event: events.Key) -> None:
        """Move in the list, or into it."""
        if not self.value and event.key == "down":
            event.stop().prevent_default()
            self.screen.set_focus(self._list)
            self._list.action_row_down()
        elif not turns_tab(self, event):
            await super().on_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Hand on a text, or paths on lines of their own: Textual's box would keep the first line."""
        if is_text(event.text):
            event.stop().prevent_default()
            self.post_message(TextPasted(event.text))
        else:
            event.text = event.text.strip()


class AcrossBox(SearchBox):
    """Empty it hands left and right to the tabs."""

    async def on_key(self, event: events.Key) -> None:
        """Do what a search box does."""
        if not turns_tab(self, event):
            await super().on_key(event)
