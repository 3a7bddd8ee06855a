"""The names, or the themes, that the documents of the library share."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.filtering import Sieve
from tui.filters import filter_for
from tui.progress import Progress, Stopped
from tui.rows.across import shared_rows
from tui.screens.library.box import LibraryBox
from tui.screens.library.view import View
from tui.strings import say_count
from tui.widgets.boxed_list import BoxedList
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.library.names_across import NameAcross
    from tui.screens.library.screen import LibraryScreen

_LISTED = 1_000  # rows: nobody walks more, and a library has many; the filter reaches all


class LibraryNames(View):
    """Lists names by kind, or where `themes` is true the themes, those in the most documents first."""

    enter = "command.search"

    def __init__(self, screen: LibraryScreen, *, themes: bool = False) -> None:
        tab = "themes" if themes else "names"
        rows = RowList(tab)
        box = LibraryBox(rows, id="library-box")
        super().__init__(screen, BoxedList(rows, box, id=tab), box)
        self._themes = themes
        self._shared: Sequence[NameAcross] | None = None
        self._sieve = Sieve(())
        self._progress: Progress | None = None

    @property
    def box_keys(self) -> tuple[str, ...]:
        """The sentence that says what the keys do in the box, and a shorter one."""
        say = self.screen.say
        return say("library.names_keys"), say("library.names_keys_short")

    def begin(self) -> None:
        """List what the documents share, found anew where documents came."""
        self.cancel()
        self._progress = Progress(self._told, raises=True)
        self.screen.work(self._find(self._progress))

    async def _find(self, progress: Progress) -> None:
        screen = self.screen
        try:
            await asyncio.to_thread(screen.texts.read, progress)
            shared, sieve = await asyncio.to_thread(self._sifted, progress)
        except Stopped:
            if self._progress is None:  # nobody looks instead
                self.pane.list.show((), screen.say("library.stopped"))
                self.pane.tell()
            return
        finally:
            if self._progress is progress:
                self._progress = None
        self._shared, self._sieve = shared, sieve
        self.typed(self.box.value)

    def _sifted(self, progress: Progress) -> tuple[Sequence[NameAcross], Sieve]:
        shared = self.screen.texts.shared(progress)
        kept = [each for each in shared if (each.kind == "theme") == self._themes]
        return kept, Sieve([f"{each.name} {each.english or ''} {each.key}" for each in kept]).prepare()

    def _told(self, done: int, total: int) -> None:
        percent = 100 * done // max(1, total)
        self.pane.tell(self.screen.say("library.looking", percent=percent), f"{percent} %")

    def typed(self, text: str) -> None:
        """Show those that are meant."""
        if self._shared is None:
            return
        screen, typed = self.screen, text.strip()
        kept = self._shared
        if typed:
            kept = [self._shared[index] for index in sorted(self._sieve.matching(typed))]
        display, language = screen.reader.documents.display, screen.language
        titles = {document.digest: document.title for document in screen.texts.present.documents}
        rows = shared_rows(kept[:_LISTED], titles, display, language, headed=not (self._themes or typed))
        none = screen.say("library.no_themes" if self._themes else "library.no_names")
        self.pane.list.show(rows, screen.say("empty.filtered", query=typed) if typed else none)
        more = f" · {screen.say('library.more_names', n=_LISTED)}" if len(kept) > _LISTED else ""
        self.pane.tell(say_count(language, "themes" if self._themes else "names", len(kept)) + more)

    def choose(self, key: str) -> None:
        """Search for a name or theme across the documents."""
        label, _, name = key.partition(":")
        self.screen.search_across(filter_for(label, name))

    def cancel(self) -> bool:
        """Stop looking."""
        progress, self._progress = self._progress, None
        if progress:
            progress.stop()
        return progress is not None

    def end(self) -> None:
        """Look no more."""
        self.cancel()
