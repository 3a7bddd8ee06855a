"""The one-line box that everything is typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from content.scrub import scrub_line
from tui.messages import PasteCut

if TYPE_CHECKING:
    from textual import events

LONGEST_PASTE = 1000
"""Characters that a box holds after a paste: Textual measures all of them whenever it draws one."""


class Box(Input):
    """A box of one row that holds only what may be drawn; an input method's wide space is a space in it.

    Posts `PasteCut` where it takes only the beginning of a paste.
    """

    DEFAULT_CSS = """
    Box { height: 1; border: none; padding: 0; }
    FilterBox { padding: 0 1; background: $panel; }
    """

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 — Textual's word for it
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)

    def validate_value(self, value: str) -> str:
        """Scrub what was typed, pasted or put in."""
        return scrub_line(value)

    def on_paste(self, event: events.Paste) -> None:
        """Leave Textual the first line of what is pasted, as long as a box may become."""
        line = next(iter(event.text.splitlines()), "")
        room = max(0, LONGEST_PASTE - len(self.value) + len(self.selected_text))
        if len(line) > room:
            self.post_message(PasteCut(LONGEST_PASTE))
        event.text = line[:room]

    async def on_key(self, event: events.Key) -> None:
        """Type a space for U+3000, which Textual does not count as printable; edit in the order of the keys.

        Textual runs a box's bindings only when the key has come up to the app: after letters that follow it.
        """
        bound = self.screen.active_bindings.get(event.key)
        if event.character == "\u3000":
            event.stop().prevent_default()
            self.insert_text_at_cursor(" ")
        elif bound and bound.node is self and await self.app.run_action(bound.binding.action, self):
            event.stop().prevent_default()
