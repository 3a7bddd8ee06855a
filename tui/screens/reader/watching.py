"""Another window on the same shelf: what it writes shows here within a second."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from content.shelf import Correction
    from tui.screens.reader.keeping import ReaderKeeping
    from tui.screens.reader.screen import ReaderScreen

_LOOK_SECONDS = 0.5


class _Kept(NamedTuple):
    """What is kept of a document, as far as it has to be told from what was kept before."""

    document: str
    bookmarks: object
    correction: Correction | None
    edits: object


class ReaderWatching:
    """Asks the store, in a thread, whether somebody else has written; what did not change is not read."""

    def __init__(self, screen: ReaderScreen, keeping: ReaderKeeping) -> None:
        self._screen = screen
        self._keeping = keeping
        self._keeper = screen.keeper
        self._begun = False
        self._at_work = False
        self._version: int | None = None
        self._kept: _Kept | None = None

    async def begin(self) -> None:
        """Watch for what is written from now on."""
        if not self._begun:
            self._begun = True
            self._version = await asyncio.to_thread(self._keeper.version)
            self._screen.run_worker(self._watch(), group="watch", exit_on_error=False)

    async def _watch(self) -> None:
        """Look again and again. No timer of the screen does it: under a dialog that can be seen through,
        Textual paints everything anew whenever the screen below is told anything.
        """
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            try:
                await self.look()
            except Exception as error:  # whatever it was, the next look may succeed
                self._screen.log.error(error)

    async def look(self) -> None:
        """Look whether another window has written, unless that is under way."""
        if self._at_work:
            return
        self._at_work = True
        try:
            version = await asyncio.to_thread(self._keeper.version)
            if version is None or version == self._version:
                return
            before, kept = self._kept, await asyncio.to_thread(self._read)
            self._version, self._kept = version, kept
            if before is None or before.document != kept.document:
                from content.shelf import NO_EDITS

                before = _Kept(kept.document, None, None, self._screen.analysis.edits or NO_EDITS)
            self._keeping.run(self._take_over(before, kept))
        finally:
            self._at_work = False

    def _read(self) -> _Kept:
        document, shelf = self._screen.document, self._keeper.shelf
        edits = self._keeper.edits(document, self._screen.shown.opened.path)
        return _Kept(document.digest, shelf.bookmark_stamp(), shelf.correction_of(document.digest), edits)

    async def _take_over(self, before: _Kept, kept: _Kept) -> None:
        await self._keeping.tell_problem()  # it may be another file by now
        if kept.bookmarks != before.bookmarks:
            await self._keeping.bookmarks.refresh()
        if kept.correction != before.correction:
            await self._keeping.put_right()
        if kept.edits != before.edits:
            await self._screen.analysis.edit_anew()
