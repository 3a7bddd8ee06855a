"""What the reader keeps: written in turn, in threads; undone; the place, the library, choices."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.screens.reader.all_bookmarks import ReaderAllBookmarks
from tui.screens.reader.bookmarks import ReaderBookmarks
from tui.screens.reader.exporting import ReaderExporting
from tui.screens.reader.watching import ReaderWatching

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from content.document import Document
    from content.library.reopening import Opened
    from content.shelf import Correction
    from content.shelf.recovery import Recovery
    from tui.screens.reader.screen import ReaderScreen

_SAVE_SECONDS = 0.5  # after the last move: a hang-up loses at most this much reading


class ReaderKeeping:
    """Writes in threads, says so only when it is on the disk, and says plainly when nothing can be kept."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._keeper = screen.keeper
        self.bookmarks = ReaderBookmarks(screen, self)
        self.exporting = ReaderExporting(screen, self)
        self.everywhere = ReaderAllBookmarks(screen, self)
        self.watching = ReaderWatching(screen, self)
        self.recent_searches: list[str] = []
        self._told: list[Recovery] = []
        self._turn = asyncio.Lock()
        self._works: set[asyncio.Task[None]] = set()
        self._save_timer: Any = None
        self._place: tuple[Document, str | None, int, float] | None = None

    def begin(self) -> None:
        """Read what is kept of the reader's document."""
        self.run(self._refresh())

    def put_away(self) -> None:
        """Show no bookmarks until those of the reader's document have been read."""
        self.bookmarks.put_away()

    def run(self, work: Coroutine[Any, Any, Any]) -> None:
        """Do one thing after the other, in the order of the keys; leaving the program stops none of it."""
        task = asyncio.create_task(self._in_turn(work))
        self._works.add(task)
        task.add_done_callback(self._works.discard)
        self._screen.run_worker(asyncio.shield(task), group="keeping", exit_on_error=False)

    async def _in_turn(self, work: Coroutine[Any, Any, Any]) -> None:
        async with self._turn:
            await work

    async def attempt(self, write: Callable[[], Any]) -> tuple[bool, Any]:
        """Write in a thread; where nothing could be kept, say why, and return False."""
        from content.shelf import ShelfError

        try:
            return True, await asyncio.to_thread(write)
        except ShelfError as error:
            self._screen.note(self._sentence(error.reason))
            return False, None

    def _sentence(self, reason: str) -> str:
        say = self._screen.say
        if reason == "locked":  # which passes
            return say("shelf.busy")
        return say("shelf.read_only", reason=say(f"shelf.because_{reason}"))

    async def _refresh(self) -> None:
        await self.watching.begin()
        self.recent_searches = await asyncio.to_thread(self._keeper.recent_searches)
        await self.bookmarks.refresh()
        await self.tell_problem()

    async def tell_problem(self) -> None:
        """Say in the masthead why nothing can be kept, or why nothing can be put into the library."""
        keeper = self._keeper
        # In a thread: while the library is being opened there, asking waits for it.
        problem, of_library, recovery, library_recovery = await asyncio.to_thread(
            lambda: (keeper.problem, keeper.library_problem, keeper.recovery, keeper.library_recovery)
        )
        if not self._screen.is_running:
            return
        say = self._screen.say
        sentence = self._sentence(problem.reason) if problem else ""
        if of_library and not problem:
            sentence = say("shelf.library_read_only", reason=say(f"shelf.because_{of_library.reason}"))
        if recovery and not sentence:
            sentence = say("shelf.mended" if recovery.used else "shelf.emptied")
        if library_recovery and not sentence:
            sentence = say("shelf.library_mended")
        self._screen.show_notice(sentence)
        if recovery and recovery not in self._told:
            self._told.append(recovery)
            used = say("shelf.used", used=recovery.used.name) if recovery.used else say("shelf.used_none")
            self._tell_recovery(say("shelf.was_damaged"), used, recovery)
        if library_recovery and library_recovery not in self._told:
            self._told.append(library_recovery)
            self.run(self._tell_library_recovery(library_recovery))

    async def _tell_library_recovery(self, recovery: Recovery) -> None:
        say = self._screen.say
        entries = await asyncio.to_thread(self._keeper.library.entries)
        saved = say("shelf.library_saved", n=len(entries))
        self._tell_recovery(say("shelf.library_was_damaged"), saved, recovery)

    def _tell_recovery(self, head: str, done: str, recovery: Recovery) -> None:
        """Say once what took the place of the damaged file, and where that is."""
        from tui.screens.message import MessageScreen

        say = self._screen.say
        message = "\n".join((done, say("shelf.aside"), str(recovery.aside)))
        self._screen.app.push_screen(MessageScreen(head, message, say("shelf.keys")))

    # Undoing.

    def undo(self) -> None:
        """Take back the last change."""
        self.run(self._take_back())

    async def _take_back(self) -> None:
        screen = self._screen
        done, change = await self.attempt(self._keeper.undo)
        if not done:
            return
        await self.bookmarks.refresh()
        if change is None:
            screen.note(screen.say("bookmark.nothing_to_undo"))
            return
        here = self.bookmarks.is_of_this_document(change.document)
        if change.edited:
            await screen.analysis.edit_anew()
            said = "edit.undo_contested" if change.contested else "edit.undone"
            sentence = screen.say(said, name=change.edited)
        elif change.passage is None:
            await self.put_right()
            sentence = screen.say("correct.undone")
        else:
            said = "bookmark.undo_contested" if change.contested else "bookmark.undone"
            sentence = screen.say(said, n=change.passage)
        title = change.title or screen.say("document.untitled")
        screen.note(sentence if here else screen.say("status.elsewhere", sentence=sentence, title=title))

    # The document.

    def put_into_library(self, opened: Opened) -> None:
        """Put a document that was read into the library."""
        if opened.is_new:
            self.run(self._put_into_library(opened))

    async def _put_into_library(self, opened: Opened) -> None:
        from content.shelf import ShelfError

        with suppress(ShelfError):  # the masthead says why
            addition = await asyncio.to_thread(self._keeper.put_into_library, opened)
            if addition.outcome == "changed":
                await self.bookmarks.refresh()  # by its title it may be a version of another file's text
        await self.tell_problem()

    def drop_reading(self, misread: Document) -> None:
        """Take out of the library what was read in a wrong encoding; the bookmarks stay."""
        self.run(self._drop_reading(misread, self._screen.document))

    async def _drop_reading(self, misread: Document, document: Document) -> None:
        from content.shelf import ShelfError

        with suppress(ShelfError):
            await asyncio.to_thread(self._keeper.drop_reading, misread, document)
            await self.bookmarks.refresh()

    async def correct(self, document: Document, correction: Correction) -> bool:
        """Keep what the reader put right about a document, and show it; False where it could not be kept."""
        kept, _ = await self.attempt(partial(self._keeper.correct, document, correction))
        if kept:
            await self.put_right()
        return kept

    async def put_right(self) -> None:
        """Show title, byline, source and date as they are kept now."""
        screen = self._screen
        shown = await asyncio.to_thread(self._keeper.show, screen.shown.opened)
        if shown.document.text is screen.document.text:
            screen.put_right(shown.document)
            self.place_moved()  # with the place the title is kept

    # The place, and what was searched for.

    def place_moved(self) -> None:
        """Remember the place shortly after the last move."""
        screen = self._screen
        article = screen.article
        self._place = screen.document, screen.shown.opened.path, article.reading_offset, article.progress
        if self._save_timer is not None:
            self._save_timer.stop()
        self._save_timer = screen.set_timer(_SAVE_SECONDS, lambda: self.run(self._save()))

    async def _save(self) -> None:
        await asyncio.to_thread(self._save_now)

    def _save_now(self) -> None:
        """Write the place; where it cannot be kept the masthead says so already."""
        if self._place is None:
            return
        from content.shelf import ShelfError

        with suppress(ShelfError, OSError):  # OSError: the folder that the path starts from is gone
            self._keeper.leave_at(*self._place)

    async def finish(self) -> None:
        """Write the place and the open note, and wait for everything that is still being written.

        Notes that could not be kept are left to the keeper, for when the screen is gone.
        """
        self.run(self._save())
        self.run(self._leave_notes())
        await asyncio.gather(*self._works, return_exceptions=True)

    async def _leave_notes(self) -> None:
        self._keeper.unkept = await self.bookmarks.notes.finish()

    def note_search(self, query: str) -> None:
        """Remember a query that led somewhere."""
        self.run(self._note_search(query))

    async def _note_search(self, query: str) -> None:
        kept, _ = await self.attempt(partial(self._keeper.note_search, query))
        if kept:
            self.recent_searches = await asyncio.to_thread(self._keeper.recent_searches)

    def choose(self, key: str, value: str) -> None:
        """Remember a choice of the reader."""
        self.run(self.attempt(partial(self._keeper.choose, key, value)))
