"""Notes, tags and colours of bookmarks, written in a dialog and never lost on the way."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.library.placing import Placed
    from content.shelf import Bookmark
    from tui.screens.note import NoteScreen, Version, Written
    from tui.screens.reader.keeping import ReaderKeeping
    from tui.screens.reader.screen import ReaderScreen


class ReaderNotes:
    """Opens the dialog, keeps drafts while it is open and what was written when it closes."""

    def __init__(self, screen: ReaderScreen, keeping: ReaderKeeping) -> None:
        self._screen = screen
        self._keeping = keeping
        self._keeper = screen.keeper
        self._unkept: dict[str, tuple[Placed, Written]] = {}
        self._drafted: set[str] = set()
        self._being_written: tuple[Placed, NoteScreen] | None = None

    async def open(self, placed: Placed) -> None:
        """Open what is written about a bookmark, or what could not be kept of it last time."""
        from tui.screens.note import NoteScreen

        screen, bookmark = self._screen, placed.bookmark
        unkept = self._unkept.get(bookmark.id)
        dialog = NoteScreen(
            self._title(placed),
            unkept[1] if unkept else _written(bookmark),
            screen.language,
            partial(self._others, bookmark),
            lambda note: self._keeping.run(self._draft(bookmark, note)),
        )

        def write(written: Written | None) -> None:
            self._being_written = None
            if written:
                self._keeping.run(self._write(placed, written))

        self._being_written = placed, dialog
        await screen.app.push_screen(dialog, write)

    def _title(self, placed: Placed) -> str:
        """Say what is written about: of two bookmarks in a line, which one."""
        say = self._screen.say
        where = say("bookmark.at", n=placed.passage) if placed.span else say("anchor.lost")
        return f"{say('verb.note')} · {where} · {self._keeping.bookmarks.quote(placed)}"

    async def _others(self, bookmark: Bookmark) -> list[Version]:
        """Read the drafts of a note, and what gave way to it.

        A draft that may still be written on in another window is only offered.
        """
        from tui.screens.note import Version

        say = self._screen.say
        drafts, copies = await asyncio.to_thread(self._keeper.other_notes, bookmark)
        found = []
        for draft in drafts:
            if draft.at_work:
                found.append(Version(draft.note, say("note.at_work")))
            else:
                self._drafted.add(bookmark.id)
                found.append(Version(draft.note, say("note.draft"), draft=True))
        return found + [Version(copy.note, say("note.copy", when=_moment(copy.made))) for copy in copies]

    async def finish(self) -> list[str]:
        """Keep what is being written as the program leaves; return the notes that could not be kept."""
        if self._being_written:
            placed, dialog = self._being_written
            await self._write(placed, dialog.written)
        for placed, written in list(self._unkept.values()):
            await self._write(placed, written)
        return [written.note for _, written in self._unkept.values() if written.note]

    async def _draft(self, bookmark: Bookmark, note: str) -> None:
        from content.shelf import ShelfError

        with suppress(ShelfError):  # said when the note itself cannot be kept
            await asyncio.to_thread(self._keeper.keep_draft, bookmark, note)
            self._drafted.add(bookmark.id)

    async def _write(self, placed: Placed, written: Written) -> None:
        bookmark = placed.bookmark
        changed = written != _written(bookmark)
        if not changed:
            self._unkept.pop(bookmark.id, None)
            if bookmark.id not in self._drafted:
                return
        kept, copied = await self._keeping.attempt(partial(self._keeper.write, bookmark, written))
        if not kept:
            if changed:
                self._unkept[bookmark.id] = placed, written
            return
        self._unkept.pop(bookmark.id, None)
        self._drafted.discard(bookmark.id)
        if changed:
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
