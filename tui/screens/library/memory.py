"""What stays of the library from one time it is opened to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.preparing import Preparing

if TYPE_CHECKING:
    from collections.abc import Callable

    from content.library.records import Entry
    from tui.asking import Run
    from tui.screens.library.adding import LibraryAdding
    from tui.screens.library.texts import LibraryTexts
    from tui.screens.library.view import Tab


class LibraryMemory:
    """The view that shows, and what stands in each box; what was read, its index, and what is being added.

    `run` starts work that goes on while the library is closed: the building of the index. `listen` is
    called when there is more to say of it.
    """

    def __init__(self, texts: LibraryTexts, adding: LibraryAdding, run: Run) -> None:
        self.texts = texts
        self.adding = adding
        self.entries: tuple[Entry, ...] | None = None
        self.tab: Tab = "documents"
        self.typed: dict[Tab, str] = {}
        self.instead: dict[str, str] = {}
        """What is searched for where a query that the program wrote names what the library does not know."""
        self.preparing = Preparing(self._changed, run)
        self.listen: Callable[[], object] | None = None

    def _changed(self) -> None:
        if self.listen:
            self.listen()

    def close(self) -> None:
        """End the processes that build the index, and adding after the present file."""
        self.adding.stop()
        self.preparing.cancel()
        self.texts.stop()
