"""What every dialog over the reader has in common: it closes once."""

from __future__ import annotations

from textual.screen import ModalScreen, ScreenResultType


class Dialog(ModalScreen[ScreenResultType]):
    """A screen over the reader that returns a result."""

    def close_with(self, result: ScreenResultType) -> None:
        """Close with a result; a second closing key or click, sent before the first was heard, does nothing.

        Textual takes the topmost screen away, whichever it is, and ends the program at the last one.
        """
        if self.is_current:
            self.dismiss(result)
