"""What the keys of the library do; `tui/commands.py` declares them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.actions import SkipAction

from tui.commands import bindings, command
from tui.screens.dialog import Dialog
from tui.screens.library.outcome import Outcome

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.screens.library.adding import LibraryAdding
    from tui.screens.library.documents import LibraryDocuments
    from tui.screens.library.memory import LibraryMemory
    from tui.screens.library.view import Tab, View
    from tui.strings import Language

ALSO = ("across", "close", "leave", "help")
"""Commands of the reader that mean the same here."""
_WITHOUT = ("edit_row", "show_row")
"""Commands of lists for which the library has no use."""


class LibraryActions(Dialog[Outcome | None]):
    """The actions of the library."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("library"),
        *((key, name, "") for name in ALSO for key in command(name).all_keys),
    ]

    language: Language
    memory: LibraryMemory
    adding: LibraryAdding
    documents: LibraryDocuments

    @property
    def view(self) -> View:
        """The view that shows."""
        raise NotImplementedError

    def say(self, key: str, **values: object) -> str:
        """Return the words of a key in the reader's language."""
        raise NotImplementedError

    def note(self, sentence: str) -> None:
        """Say something in the footer for a few seconds."""
        raise NotImplementedError

    def turn_to(self, tab: Tab) -> None:
        """Show another view."""
        raise NotImplementedError

    def search_across(self, query: str) -> None:
        """Search for something in all documents."""
        raise NotImplementedError

    def action_sort(self) -> None:
        """Sort the documents in the next way."""
        if self.view is self.documents:
            self.documents.sort()

    def action_restore(self) -> None:
        """Have the document again that was removed last."""
        if self.view is self.documents:
            self.documents.restore()

    def action_add(self) -> None:
        """Go to the box, which takes paths, and say so."""
        self.turn_to("documents")
        self.set_focus(self.documents.box)
        self.documents.box.action_select_all()
        self.note(self.say("library.how_to_add"))

    def action_across(self) -> None:
        """Search all documents for what stands in the box."""
        self.search_across("" if self.memory.tab == "across" else self.view.box.value.strip())

    def action_copy_text(self) -> None:
        """Stop what is at work: Textual's action for Ctrl+C."""
        if not self._cancel():
            raise SkipAction

    async def action_help(self) -> None:
        """Open the help on this screen's keys."""
        from tui.screens.help import HelpScreen

        await self.app.push_screen(
            HelpScreen(self.language, ("library", "list"), also=ALSO, without=_WITHOUT)
        )

    def action_close(self) -> None:
        """Stop adding, clear a filter, go back to the documents from another view, else to the reader."""
        box = self.view.box
        if self.adding.working:
            self.adding.stop()
        elif box.value and self.memory.tab != "across":  # a query is kept
            box.value = ""
            self.set_focus(box)
        elif self.memory.tab != "documents":
            self.turn_to("documents")
        else:
            self.close_with(None)

    def action_leave(self) -> None:
        """Close in the same way."""
        self.action_close()

    def _cancel(self) -> bool:
        if self.adding.working:
            self.adding.stop()
            return True
        return self.view.cancel()
