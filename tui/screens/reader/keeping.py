"""What the reader keeps of a document: bookmarks, notes, the place."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.current_set import CurrentSet

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from content.document import Document, Passage, Span
    from content.library.reopening import Opened
    from content.shelf import Bookmark, Correction
    from tui.screens.reader.screen import ReaderScreen

_SAVE_SECONDS = 0.5  # after the last move: a hang-up loses at most this much reading
_SIGN = {"fine": "●", "plain": "*"}


class ReaderKeeping:
    """Writes in threads, says so only when it is on the disk, and says plainly when nothing can be kept."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._keeper = screen.keeper
        self.bookmarks: tuple[Bookmark, ...] = ()
        self.recent_searches: list[str] = []
        self._turn = asyncio.Lock()
        self._works: set[asyncio.Task[None]] = set()
        self._unkept_notes: dict[str, str] = {}
        self._save_timer: Any = None
        self._place: tuple[Document, str | None, int, float] | None = None

    def begin(self) -> None:
        """Read what is kept of the reader's document."""
        self._run(self._refresh())

    def put_away(self) -> None:
        """Show no bookmarks until those of the reader's document have been read."""
        self._show(())

    def _run(self, work: Coroutine[Any, Any, Any]) -> None:
        """Do one thing after the other, in the order of the keys; leaving the program stops none of it."""
        task = asyncio.create_task(self._in_turn(work))
        self._works.add(task)
        task.add_done_callback(self._works.discard)
        self._screen.run_worker(asyncio.shield(task), group="keeping", exit_on_error=False)

    async def _in_turn(self, work: Coroutine[Any, Any, Any]) -> None:
        async with self._turn:
            await work

    async def _try(self, write: Callable[[], Any]) -> tuple[bool, Any]:
        """Write in a thread; where nothing could be kept, say why, and return False."""
        from content.shelf import ShelfError

        try:
            return True, await asyncio.to_thread(write)
        except ShelfError as error:
            self._screen.note(self._sentence(error.reason))
            return False, None

    def _sentence(self, reason: str) -> str:
        say = self._screen.say
        return say("shelf.read_only", reason=say(f"shelf.because_{reason}"))

    async def _refresh(self) -> None:
        screen, document = self._screen, self._screen.document
        self.recent_searches = await asyncio.to_thread(self._keeper.recent_searches)
        bookmarks = await asyncio.to_thread(self._keeper.bookmarks, document)
        if document.text is not screen.document.text or not screen.is_running:
            return
        self._tell_problem()
        self._show(bookmarks)

    def _tell_problem(self) -> None:
        """Say in the masthead why nothing can be kept, or why nothing can be put into the library."""
        problem, of_library = self._keeper.problem, self._keeper.library_problem
        say = self._screen.say
        sentence = self._sentence(problem.reason) if problem else ""
        if of_library and not problem:
            sentence = say("shelf.library_read_only", reason=say(f"shelf.because_{of_library.reason}"))
        self._screen.show_notice(sentence)

    def _show(self, bookmarks: tuple[Bookmark, ...]) -> None:
        from tui.rows.kept import bookmark_rows  # not needed for the first paint

        screen = self._screen
        self.bookmarks = bookmarks
        rows = bookmark_rows(bookmarks, screen.documents.display)
        screen.panes.fill_bookmarks(rows)
        marked = frozenset(bookmark.passage for bookmark in bookmarks)
        screen.article.show_signs(marked, _SIGN[screen.panes.glyphs])

    # Bookmarks.

    async def bookmark(self) -> None:
        """Bookmark the passage under the reading line; where it has a bookmark, open its note."""
        passage = self._screen.article.passage
        bookmark = next((each for each in self.bookmarks if each.passage == passage.number), None)
        if bookmark:
            await self._open_note(bookmark)
        else:
            self._run(self._add(self._screen.document, passage))

    async def _add(self, document: Document, passage: Passage) -> None:
        screen = self._screen
        kept, _ = await self._try(partial(self._keeper.add, document, passage))
        if kept:
            await self._refresh()
            screen.note(screen.say("bookmark.added_note", n=passage.number))

    async def _open_note(self, bookmark: Bookmark) -> None:
        from tui.screens.note import NoteScreen

        title = self._screen.say("bookmark.at", n=bookmark.passage)
        keys = self._screen.say("bookmark.note_keys")
        written = self._unkept_notes.get(bookmark.id, bookmark.note)
        dialog = NoteScreen(f"{self._screen.say('verb.note')} · {title}", written, keys)
        await self._screen.app.push_screen(dialog, lambda note: self._run(self._write(bookmark, note or "")))

    async def _write(self, bookmark: Bookmark, note: str) -> None:
        if note != bookmark.note:
            kept, _ = await self._try(partial(self._keeper.write_note, bookmark, note))
            if kept:
                self._unkept_notes.pop(bookmark.id, None)
                await self._refresh()
            else:
                self._unkept_notes[bookmark.id] = note

    def remove(self, identity: str) -> None:
        """Remove a bookmark."""
        bookmark = next((each for each in self.bookmarks if each.id == identity), None)
        if bookmark:
            self._run(self._remove(bookmark))

    async def _remove(self, bookmark: Bookmark) -> None:
        kept, _ = await self._try(partial(self._keeper.remove, bookmark))
        if kept:
            await self._refresh()
            self._screen.note(self._screen.say("bookmark.deleted", n=bookmark.passage))

    def undo(self) -> None:
        """Take back the last change."""
        self._run(self._take_back())

    async def _take_back(self) -> None:
        screen = self._screen
        done, change = await self._try(self._keeper.undo)
        if not done:
            return
        await self._refresh()
        if change is None:
            screen.note(screen.say("bookmark.nothing_to_undo"))
            return
        here = change.document == screen.document.digest
        if change.passage is None:
            await self._put_right()
            sentence = screen.say("correct.undone")
        else:
            sentence = screen.say("bookmark.undone", n=change.passage)
        title = change.title or screen.say("document.untitled")
        screen.note(sentence if here else screen.say("status.elsewhere", sentence=sentence, title=title))

    def follow(self, identity: str, *, stay: bool) -> None:
        """Go to a bookmark; all of them become the current set."""
        screen = self._screen
        chosen = next((each for each in self.bookmarks if each.id == identity), None)
        if chosen is None:
            return
        label = screen.say("set.bookmarks")
        marked = CurrentSet.of("bookmarks", "", label, (_span(each) for each in self.bookmarks))
        screen.go_to_member(marked.at_or_after(chosen.start), stay=stay)

    # The document.

    def put_into_library(self, opened: Opened) -> None:
        """Put a document that was read into the library."""
        if opened.is_new:
            self._run(self._put_into_library(opened))

    async def _put_into_library(self, opened: Opened) -> None:
        from content.shelf import ShelfError

        with suppress(ShelfError):  # the masthead says why
            await asyncio.to_thread(self._keeper.put_into_library, opened)
        self._tell_problem()

    def drop_reading(self, digest: str) -> None:
        """Take out of the library what was read of the document's file in a wrong encoding."""
        self._run(self._drop_reading(digest, self._screen.document.digest))

    async def _drop_reading(self, digest: str, instead: str) -> None:
        from content.shelf import ShelfError

        with suppress(ShelfError):
            await asyncio.to_thread(self._keeper.drop_reading, digest, instead)

    def correct(self, correction: Correction) -> None:
        """Keep what the reader put right about the document."""
        self._run(self._correct(self._screen.document, correction))

    async def _correct(self, document: Document, correction: Correction) -> None:
        kept, _ = await self._try(partial(self._keeper.correct, document, correction))
        if kept:
            await self._put_right()
            self._screen.note(self._screen.say("correct.kept"))

    async def _put_right(self) -> None:
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
        self._save_timer = screen.set_timer(_SAVE_SECONDS, lambda: self._run(self._save()))

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
        """Write the place, and wait for everything that is still being written."""
        self._run(self._save())
        await asyncio.gather(*self._works, return_exceptions=True)

    def note_search(self, query: str) -> None:
        """Remember a query that led somewhere."""
        self._run(self._note_search(query))

    async def _note_search(self, query: str) -> None:
        kept, _ = await self._try(partial(self._keeper.note_search, query))
        if kept:
            self.recent_searches = await asyncio.to_thread(self._keeper.recent_searches)

    def choose(self, key: str, value: str) -> None:
        """Remember a choice of the reader."""
        self._run(self._try(partial(self._keeper.choose, key, value)))


def _span(bookmark: Bookmark) -> Span:
    from content.document import Span

    return Span(bookmark.start, bookmark.end)
