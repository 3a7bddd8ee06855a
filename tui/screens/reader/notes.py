"""Notes, tags and colours of bookmarks, written in a dialog and never lost on the way."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.library.placing import Placed
    from content.shelf import Bookmark
    from tui.screens.note import Version, Written
    from tui.screens.reader.keeping import ReaderKeeping
    from tui.screens.reader.screen import ReaderScreen


class ReaderNotes:
    """Opens the dialog, keeps drafts while it is open and what was written when it closes."""

    def __init__(self, screen: ReaderScreen, keeping: ReaderKeeping) -> None:
        self._screen = screen
        self._keeping = keeping
        self._keeper = screen.keeper
        self._unkept: dict[str, Written] = {}
        self._drafted: set[str] = set()

    async def open(self, placed: Placed) -> None:
        """Open what is written about a bookmark, or what could not be kept of it last time."""
        from tui.screens.note import NoteScreen

        screen, bookmark = self._screen, placed.bookmark
        title = f"{screen.say('verb.note')} · {screen.say('bookmark.at', n=placed.passage)}"
        dialog = NoteScreen(
            title,
            self._unkept.get(bookmark.id) or _written(bookmark),
            screen.language,
            partial(self._others, bookmark),
            lambda note: self._keeping.run(self._draft(bookmark, note)),
        )

        def write(written: Written | None) -> None:
            if written:
                self._keeping.run(self._write(placed, written))

        await screen.app.push_screen(dialog, write)

    async def _others(self, bookmark: Bookmark) -> list[Version]:
        """Read the draft of a note, and what gave way to it."""
        from tui.screens.note import Version

        say = self._screen.say
        draft, copies = await asyncio.to_thread(self._keeper.other_notes, bookmark)
        found = []
        if draft is not None:
            self._drafted.add(bookmark.id)
            found.append(Version(draft, say("note.draft"), draft=True))
        return found + [Version(copy.note, say("note.copy", when=_moment(copy.made))) for copy in copies]

    async def _draft(self, bookmark: Bookmark, note: str) -> None:
        from content.shelf import ShelfError

        with suppress(ShelfError):  # said when the note itself cannot be kept
            await asyncio.to_thread(self._keeper.keep_draft, bookmark, note)
            self._drafted.add(bookmark.id)

    async def _write(self, placed: Placed, written: Written) -> None:
        bookmark = placed.bookmark
        if written == _written(bookmark):
            self._unkept.pop(bookmark.id, None)
            if bookmark.id in self._drafted:
                await self._keeping.attempt(partial(self._keeper.keep_draft, bookmark, None))
                self._drafted.discard(bookmark.id)
            return
        kept, copied = await self._keeping.attempt(partial(self._keeper.write, bookmark, written))
        if not kept:
            self._unkept[bookmark.id] = written
            return
        self._unkept.pop(bookmark.id, None)
        self._drafted.discard(bookmark.id)
        await self._keeping.bookmarks.refresh()
        said = "note.copied" if copied else "note.kept"
        self._screen.note(self._screen.say(said, n=placed.passage))


def _written(bookmark: Bookmark) -> Written:
    from tui.screens.note import Written

    return Written(bookmark.note, bookmark.tags, bookmark.colour)


def _moment(made: str) -> str:
    """Return a moment in ISO 8601 as the reader's clock shows it."""
    from datetime import datetime  # not needed for the first paint

    try:
        return f"{datetime.fromisoformat(made).astimezone():%m-%d %H:%M}"
    except ValueError:  # somebody else wrote something else there
        return ""
