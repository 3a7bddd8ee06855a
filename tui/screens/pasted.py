"""A dialog that offers to open a text that was pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical

from tui.pasted import is_text, length
from tui.screens.dialog import Dialog
from tui.strings import say
from tui.widgets.caption import Caption
from tui.widgets.preview import Preview

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tui.strings import Language


class PastedScreen(Dialog[str | None]):
    """Returns the text where it is to be opened, else None; no key but those of `BINDINGS` closes it.

    Another text that is pasted takes the place of the first.
    """

    CSS_PATH = "pasted.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", show=False),
        Binding("escape,ctrl+q", "close", show=False),
    ]

    def __init__(self, pasted: str, language: Language) -> None:
        super().__init__()
        self._pasted = pasted
        self._language: Language = language

    def compose(self) -> ComposeResult:
        """Put the first lines between what is asked and the keys that answer."""
        with Vertical(id="pasted-dialog"):
            yield Caption(say(self._language, "paste.title", n=f"{length(self._pasted):,}"), part="strong")
            yield Preview(self._pasted)
            yield Caption(say(self._language, "paste.keys"))
        yield Caption(id="pasted-footer")  # over the keys of the screen below, which do nothing now

    def on_paste(self, event: events.Paste) -> None:
        """Offer what was pasted last."""
        event.stop()
        if is_text(event.text):
            self._pasted = event.text
            self.refresh(recompose=True)

    def on_key(self, event: events.Key) -> None:
        """Keep every other key here: one that Enter overtakes would act on the reader, and might leave it."""
        event.stop()

    def action_open(self) -> None:
        """Close, and have the text opened."""
        self.close_with(self._pasted)

    def action_close(self) -> None:
        """Close with nothing."""
        self.close_with(None)
