"""The shelf: what the reader keeps, in one file in one folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.scrub import scrub
from content.shelf import bookmarks, corrections, name_edits, notes, positions, steps, themes
from content.shelf.records import NO_EDITS, Edits, Setting
from content.shelf.store import Store
from content.shelf.windows import new_window

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

    from content.document import Document, Passage, Span
    from content.shelf.problems import Problem
    from content.shelf.records import (
        Bookmark,
        Correction,
        Draft,
        KeptDocument,
        NameEdit,
        NoteCopy,
        OwnTheme,
        Place,
        Step,
    )
    from content.shelf.recovery import Recovery

FILE_NAME = "kept.db"


class Shelf:
    """What the reader keeps, in `kept.db` in `folder`, which is made where there is none.

    Opening never raises. Reading gives nothing where nothing can be read. Each method that writes has its
    change on the disk when it returns, and raises ShelfError when it was not kept. All may be called from
    any thread, and several programs may have the same folder open.
    """

    def __init__(self, folder: Path, *, migrations: Sequence[str] | None = None) -> None:
        self.path = folder / FILE_NAME
        self._store = Store(self.path, migrations)
        self._window = new_window()

    @property
    def problem(self) -> Problem | None:
        """Why nothing can be kept, as far as is known by now; None when all is well."""
        return self._store.problem

    @property
    def recovery(self) -> Recovery | None:
        """What was done about a file that was damaged; None where nothing had to be."""
        return self._store.recovery

    def version(self) -> int:
        """Return a number that is another one once another program has written, or replaced the file.

        It costs next to nothing. What is written through this object does not change it.
        """
        return self._store.version()

    def back_up(self) -> Path:
        """Make a copy of the file beside it and return its path. Raises OSError or sqlite3.Error."""
        return self._store.back_up()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def __enter__(self) -> Shelf:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Bookmarks

    def add_bookmark(
        self,
        document: Document,
        passage: Passage,
        *,
        span: Span | None = None,
        note: str = "",
        tags: Sequence[str] = (),
    ) -> Bookmark:
        """Keep a passage, or a span that begins in it, and return its bookmark.

        What is kept already gives the bookmark it has; a note or tags that it lacks are added.
        """
        return self.keep(document, passage, span=span, note=note, tags=tags).after[0]

    def keep(
        self,
        document: Document,
        passage: Passage,
        *,
        span: Span | None = None,
        note: str = "",
        tags: Sequence[str] = (),
    ) -> Step:
        """Keep a passage or span as `add_bookmark` does, and return the step, for `take_back`."""
        made = replace(bookmarks.bookmark_of(document, passage, span), note=note, tags=tuple(tags))
        with self._store.writing() as connection:
            positions.put_document(connection, document)
            return steps.keep(connection, made)

    def write(self, known: Bookmark, wanted: Bookmark, *, aside: Sequence[str] = ()) -> Step:
        """Change note, tags and colour where `wanted` differs from what the writer knew; give the step.

        What another window wrote meanwhile stays, but for a note that is written over, which is kept as a
        copy, as are the notes `aside`. A bookmark that was removed comes back. Drafts are closed.
        """
        with self._store.writing() as connection:
            step = steps.write(connection, known, wanted, aside)
            note = step.after[0].note if step.after else wanted.note
            notes.close_drafts(connection, known.id, self._window, note)
            return step

    def take_back(self, step: Step) -> bool:
        """Take a step back, but for what another window changed since; False where there was any such."""
        with self._store.writing() as connection:
            return steps.take_back(connection, step)

    def bookmarks(self, document: str | None = None) -> tuple[Bookmark, ...]:
        """Return the bookmarks of the document with that digest in the order of its text.

        Without a digest: all, those of one document together, the document first kept first.
        """
        order = "ORDER BY min(created) OVER (PARTITION BY document), document, start_offset, end_offset, id"
        where, values = ("", ()) if document is None else ("WHERE document = ?", (document,))
        rows = self._store.read(f"{bookmarks.SELECT} {where} {order}", *values)
        return tuple(bookmarks.from_row(row) for row in rows)

    def bookmark_stamp(self) -> tuple[object, ...]:
        """Return what is another value once any bookmark was added, changed or removed."""
        # Of each, for a change is not the latest where the clock was set back.
        rows = self._store.read("SELECT max(rowid), group_concat(modified) FROM bookmark")
        return tuple(rows[0]) if rows else ()

    def set_note(self, identity: str, note: str, *, before: str | None = None) -> Bookmark | None:
        """Change the note of a bookmark and return it; None where another window removed it.

        `before` is the note that was changed: where another window has written another one meanwhile, that
        one is kept as a copy.
        """
        with self._store.writing() as connection:
            kept = bookmarks.find(connection, identity)
            if kept and before is not None and kept.note not in (before, note, ""):
                notes.keep_copy(connection, identity, kept.note)
            notes.close_drafts(connection, identity, self._window, note)
            return bookmarks.change(connection, identity, note=note)

    def set_tags(self, identity: str, tags: Sequence[str]) -> Bookmark | None:
        """Change the tags of a bookmark and return it; None where another window removed it."""
        with self._store.writing() as connection:
            return bookmarks.change(connection, identity, tags=tuple(tags))

    def set_colour(self, identity: str, colour: str | None) -> Bookmark | None:
        """Change the colour of a bookmark and return it; None where another window removed it."""
        with self._store.writing() as connection:
            return bookmarks.change(connection, identity, colour=colour)

    def place_again(self, identity: str, document: Document, span: Span) -> Step:
        """Have a bookmark stand at another stretch, perhaps of another text; its note and tags stay.

        Returns the step, which is empty where another window removed it: one that stood there takes over note
        and tags.
        """
        made = bookmarks.bookmark_of(document, document.passage_at(span.start), span)
        with self._store.writing() as connection:
            positions.put_document(connection, document)
            return steps.place_again(connection, identity, made)

    def note_copies(self, identity: str) -> tuple[NoteCopy, ...]:
        """Return the notes of a bookmark that gave way to others, the latest first."""
        return tuple(map(notes.copy_from_row, self._store.read(notes.SELECT_COPIES, identity)))

    def drafts(self, identity: str) -> tuple[Draft, ...]:
        """Return what is being written into a note, and what was when a program ended, the latest first."""
        rows = self._store.read(notes.SELECT_DRAFTS, identity)
        return tuple(notes.draft_from_row(row, self._window) for row in rows)

    def keep_draft(self, identity: str, note: str) -> None:
        """Keep what is being written into a note, beside what other windows write into it."""
        with self._store.writing() as connection:
            notes.put_draft(connection, identity, self._window, note)

    def import_bookmarks(self, read: Sequence[tuple[Bookmark, KeptDocument]], edits: Edits = NO_EDITS) -> int:
        """Take over bookmarks and edits from elsewhere, all or none; return how many are there that were not.

        Of what is there already the later state stays, so importing the same again adds nothing and takes
        nothing back.
        """
        with self._store.writing() as connection:
            new = []
            for bookmark, document in read:
                positions.put_known(connection, document)
                new.append(bookmarks.take_over(connection, bookmark))
            new += [name_edits.put(connection, edit) for edit in edits.names]
            new += [themes.take_over(connection, theme) for theme in edits.themes]
            return sum(new)

    def remove_bookmark(self, identity: str) -> Bookmark | None:
        """Remove a bookmark and return what it was, for `restore_bookmark`; None where it was gone."""
        with self._store.writing() as connection:
            return bookmarks.remove(connection, identity)

    def move_bookmarks(self, misread: Document, document: Document) -> None:
        """Have the bookmarks of a text that was misread at the same places of what the file really says."""
        with self._store.writing() as connection:
            for bookmark in self.bookmarks(misread.digest):
                bookmarks.remove(connection, bookmark.id)
                bookmarks.put(connection, bookmarks.moved(bookmark, misread, document))
            positions.put_document(connection, document)

    def restore_bookmark(self, bookmark: Bookmark) -> Bookmark:
        """Give back a removed bookmark with its id, note and tags.

        Where the passage was bookmarked again meanwhile, that one stays and takes over note and tags.
        """
        with self._store.writing() as connection:
            return bookmarks.put(connection, bookmark)

    # Documents and places

    def documents(self) -> dict[str, KeptDocument]:
        """Return what is known of the documents that something was kept of, by digest."""
        rows = self._store.read(positions.SELECT_DOCUMENTS)
        return {row[0]: positions.document_from_row(row) for row in rows}

    def save_place(
        self, document: Document, offset: int, *, path: str | None, progress: float | None = None
    ) -> None:
        """Remember `offset` (characters of the text) as the place in a document, and it as the last read.

        `path` is the file, None for the edition, `NO_FILE` for what came through a pipe or was pasted.
        `progress` is 0 to 1, by default the share of the text before `offset`.
        """
        with self._store.writing() as connection:
            positions.put_document(connection, document)
            positions.put_place(connection, document, path, offset, progress)

    def place_of(self, document: str) -> Place | None:
        """Return the place in the document with that digest."""
        rows = self._store.read(f"{positions.SELECT} WHERE place.document = ?", document)
        return positions.place_from_row(rows[0]) if rows else None

    def places(self) -> dict[str, Place]:
        """Return all places, by the digest of their document."""
        return {row[0]: positions.place_from_row(row) for row in self._store.read(positions.SELECT)}

    def last_place(self) -> Place | None:
        """Return the place in the document that was read last."""
        return next(iter(self.recent_places(1)), None)

    def recent_places(self, limit: int) -> tuple[Place, ...]:
        """Return the places in the documents read last, the latest first."""
        rows = self._store.read(f"{positions.SELECT} ORDER BY turn DESC LIMIT ?", limit)
        return tuple(positions.place_from_row(row) for row in rows)

    # Corrections

    def corrections(self) -> dict[str, Correction]:
        """Return what the reader put right, by the digest of the document, the latest first."""
        rows = self._store.read(f"{corrections.SELECT} ORDER BY rowid DESC")  # each is written as a new row
        return dict(map(corrections.from_row, rows))

    def correction_of(self, document: str) -> Correction | None:
        """Return what the reader put right about the document with that digest."""
        rows = self._store.read(f"{corrections.SELECT} WHERE document = ?", document)
        return corrections.from_row(rows[0])[1] if rows else None

    def correct(self, document: str, correction: Correction) -> None:
        """Keep what the reader put right instead of what was kept of it before."""
        with self._store.writing() as connection:
            corrections.put(connection, document, correction)

    # What the reader changed about names and themes

    def edits(self, documents: Sequence[str] | None = None) -> Edits:
        """Return what holds everywhere and what holds in the documents with these digests; None is in all."""
        where = "" if documents is None else name_edits.of_documents(documents)
        rows = self._store.read(f"{name_edits.SELECT} {where} {name_edits.ORDER}", *(documents or ()))
        own = self._store.read(f"{themes.SELECT} {themes.ORDER}")
        return Edits(tuple(map(name_edits.from_row, rows)), tuple(map(themes.from_row, own)))

    def edit_names(self, edits: Sequence[NameEdit]) -> tuple[NameEdit, ...]:
        """Keep what was changed about names, all or none, and return it; what has no id yet comes last."""
        with self._store.writing() as connection:
            return tuple(name_edits.append(connection, edit) for edit in edits)

    def take_back_edits(self, edits: Sequence[NameEdit]) -> tuple[NameEdit, ...]:
        """Take changes of names back and return those that were there, for `edit_names`."""
        with self._store.writing() as connection:
            return tuple(edit for edit in edits if name_edits.remove(connection, edit.id))

    def put_theme(self, theme: OwnTheme) -> OwnTheme | None:
        """Keep a theme instead of the one of its id, and return that one."""
        with self._store.writing() as connection:
            before = themes.find(connection, theme.id)
            themes.put(connection, theme)
            return before

    def remove_theme(self, identity: str) -> OwnTheme | None:
        """Remove a theme of the reader's and return it; None where there is none of that id."""
        with self._store.writing() as connection:
            return themes.remove(connection, identity)

    def take_back_theme(self, identity: str, wrote: OwnTheme | None, before: OwnTheme | None) -> bool:
        """Have a theme be what it was before, as `themes.take_back` says."""
        with self._store.writing() as connection:
            return themes.take_back(connection, identity, wrote, before)

    # Settings

    def setting(self, key: str) -> str | None:
        """Return what the reader chose, or None."""
        rows = self._store.read("SELECT value FROM setting WHERE key = ?", key)
        return rows[0][0] if rows else None

    def settings(self) -> tuple[Setting, ...]:
        """Return all that the reader chose, by key."""
        return tuple(Setting(*row) for row in self._store.read("SELECT key, value FROM setting ORDER BY key"))

    def set_setting(self, key: str, value: str) -> None:
        """Remember a choice of the reader."""
        with self._store.writing() as connection:
            connection.execute("REPLACE INTO setting (key, value) VALUES (?, ?)", (key, scrub(value).text))
