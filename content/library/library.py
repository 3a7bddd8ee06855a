"""The library: every document that was opened or added, there again without its file."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from content.library import catalogue
from content.library.catalogue import LISTED, TEXT, Listed, listed, spelled
from content.library.elsewhere import versions_elsewhere
from content.library.records import Addition, Entry, FileState, file_state
from content.library.salvaging import salvage
from content.library.storing import document_from
from content.library.succession import predecessor
from content.library.versions import carried
from content.shelf import NO_FILE, Correction
from content.shelf.records import now
from content.shelf.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from content.document import Document
    from content.library.succession import Predecessor
    from content.shelf import Edits, Place, Problem, Shelf
    from content.shelf.recovery import Recovery

FILE_NAME = "library.db"


class Library:
    """The documents in `library.db` in `folder`, with what `shelf` keeps of them: places, corrections.

    Opening never raises. Reading gives nothing where nothing can be read. What writes raises ShelfError when
    nothing was kept. All may be called from any thread, and several programs may have the same folder open.
    """

    def __init__(self, folder: Path, shelf: Shelf) -> None:
        self.path = folder / FILE_NAME
        self.shelf = shelf
        self._store = Store(self.path, catalogue.MIGRATIONS, durable=False, salvage=salvage)

    @property
    def problem(self) -> Problem | None:
        """Why nothing can be kept, as far as is known by now; None when all is well."""
        return self._store.problem

    @property
    def recovery(self) -> Recovery | None:
        """What was done about a file that was damaged; the documents that could be read of it are here."""
        return self._store.recovery

    def close(self) -> None:
        """Close the file; the shelf is somebody else's."""
        self._store.close()

    # What there is.

    def entries(self) -> tuple[Entry, ...]:
        """Return all documents, those read last first, then those never read, the latest added first."""
        entries = self._entries(f"{LISTED} WHERE removed IS NULL ORDER BY entry.id, turn DESC")
        return tuple(sorted(entries, key=lambda entry: (entry.opened or "", entry.id), reverse=True))

    def entry(self, identity: int) -> Entry | None:
        """Return a document by its id; None where there is none, or it was removed."""
        query = f"{LISTED} WHERE removed IS NULL AND entry.id = ? ORDER BY turn DESC"
        return next(iter(self._entries(query, identity)), None)

    def entry_of(self, digest: str) -> Entry | None:
        """Return the document that a text is a version of; None where there is none, or it was removed."""
        rows = self._store.read("SELECT entry FROM version WHERE digest = ?", digest)
        return self.entry(rows[0][0]) if rows else None

    def _entries(self, query: str, *values: object) -> list[Entry]:
        """Return the documents of a query that gives the versions of each together, the present one first."""
        places, corrections = self.shelf.places(), self.shelf.corrections()
        versions = groupby(map(listed, self._store.read(query, *values)), key=lambda version: version.entry)
        return [_entry(list(some), places, corrections) for _, some in versions]

    def document(self, digest: str) -> Document | None:
        """Return a text of the library, as the reader put it right; None where it is not there whole."""
        return next(self.documents((digest,)), None)

    def as_read(self, digest: str) -> Document | None:
        """Return a text of the library as it was read; None where it is not there whole."""
        rows = self._store.read(TEXT, digest)
        return document_from(*rows[0]) if rows else None

    def documents(self, digests: Iterable[str]) -> Iterator[Document]:
        """Yield texts of the library as `document` returns them; those that are not there are left out."""
        corrections = self.shelf.corrections()
        for digest in digests:
            document = self.as_read(digest)
            if document:
                yield corrected(document, corrections.get(digest))

    def unchanged(self, path: str) -> str | None:
        """Return the digest of the text that a file still has; None where it has to be read."""
        state = file_state(path)
        if state is None:
            return None
        rows = self._store.read(
            """SELECT file.digest FROM file JOIN version USING (digest) JOIN entry ON entry.id = version.entry
            WHERE file.path = ? AND bytes = ? AND changed = ? AND removed IS NULL""",
            spelled(path),
            state.bytes,
            state.changed,
        )
        return rows[0][0] if rows else None

    # Adding and removing.

    def add(self, document: Document, path: str | None = None, state: FileState | None = None) -> Addition:
        """Put a document into the library; a changed file, or the same text from another, is no new one.

        `path` is the file it was read from, None or `NO_FILE` where there is none; `state` what that was like
        before it was read. What the reader put right about a version holds for the next.
        """
        place = _spelled(path)
        with self._store.writing() as connection:
            catalogue.sweep(connection)
            before = predecessor(
                lambda query, *values: connection.execute(query, values).fetchall(), document, place
            )
            entry = catalogue.put_entry(connection, before and before.entry, place)
            same = catalogue.put_version(connection, entry, document)
            if place and state:
                catalogue.put_file(connection, place, state, document.digest)
            self._carry(before, document)  # or nothing is kept, so that it is carried the next time
        if before is None or not before.listed:
            return Addition(entry, "new")
        return Addition(entry, "same" if same else "changed")

    def _carry(self, before: Predecessor | None, document: Document) -> None:
        """Have what was put right about the version before hold for a text that was not put right since."""
        corrections = self.shelf.corrections()
        latest = _latest(corrections, before, document)
        if latest and corrections.get(document.digest) != latest:
            self.shelf.correct(document.digest, latest)

    def remove(self, identity: int) -> Entry | None:
        """Remove a document and return what it was; None where it was gone. What the shelf keeps stays."""
        entry = self.entry(identity)
        if entry:
            with self._store.writing() as connection:
                connection.execute("UPDATE entry SET removed = ? WHERE id = ?", (now(), identity))
        return entry

    def is_removed(self, digest: str) -> bool:
        """Tell whether the document that had a text was removed; days later nothing is known of it."""
        query = "SELECT removed IS NOT NULL FROM version JOIN entry ON entry.id = entry WHERE digest = ?"
        return any(removed for (removed,) in self._store.read(query, digest))

    def restore(self, identity: int) -> None:
        """Have a removed document again."""
        with self._store.writing() as connection:
            connection.execute("UPDATE entry SET removed = NULL WHERE id = ?", (identity,))

    def restore_last(self) -> Entry | None:
        """Have the document again that was removed last, and return it; None where none was in these days."""
        with self._store.writing() as connection:
            last = connection.execute(
                "SELECT id FROM entry WHERE removed IS NOT NULL ORDER BY removed DESC, id DESC"
            ).fetchone()
            if last:
                connection.execute("UPDATE entry SET removed = NULL WHERE id = ?", last)
        return self.entry(last[0]) if last else None

    # What the shelf keeps of documents.

    def corrected(self, document: Document, path: str | None = None) -> Document:
        """Return a document as the reader put it right, or the version before it that was put right later."""
        corrections = self.shelf.corrections()
        if not corrections:
            return document
        before = predecessor(self._store.read, document, _spelled(path))
        return corrected(document, _latest(corrections, before, document))

    def place(self, document: Document, path: str | None) -> Place | None:
        """Return where a document was left; where its text is new, where the version before it was."""
        place = self.shelf.place_of(document.digest)
        if place or document.edition:
            return place
        for digest in self.earlier(document, path):
            place = self.shelf.place_of(digest)
            before = self.document(digest) if place else None
            if place and before:
                offset = carried(place.offset, before, document)
                progress = offset / max(1, len(document.text))
                return replace(place, document=document.digest, offset=offset, progress=progress)
        return None

    def edits(self, document: Document, path: str | None = None) -> Edits:
        """Return what was changed about names and themes everywhere, in a document or a version of it."""
        return self.shelf.edits((document.digest, *self.earlier(document, path)))

    def versions(self, digest: str) -> list[str]:
        """Return the digests of all versions of the document that has a text; none where none has."""
        rows = self._store.read(
            "SELECT digest FROM version WHERE entry = (SELECT entry FROM version WHERE digest = ?)", digest
        )
        return [row[0] for row in rows]

    def earlier(self, document: Document, path: str | None) -> list[str]:
        """Return the digests of other versions of a document that was or will be added, the latest first.

        Those of which another computer had the text, and of which an export brought bookmarks, come last.
        """
        before = predecessor(self._store.read, document, _spelled(path))
        rows = self._store.read("SELECT digest, entry FROM version ORDER BY turn DESC")
        own = [digest for digest, entry in rows if before and entry == before.entry]
        elsewhere = versions_elsewhere(document, self.shelf, {digest for digest, _ in rows})
        return [digest for digest in (*own, *elsewhere) if digest != document.digest]


def _spelled(path: str | None) -> bytes | None:
    """Return a path as the library has it; None where a text has no file."""
    return None if path is None or path == NO_FILE else spelled(path)


def _latest(
    corrections: Mapping[str, Correction], before: Predecessor | None, document: Document
) -> Correction | None:
    """Return what was put right last, about a text or about the version before it."""
    meant = (document.digest, before and before.digest)
    return next((correction for digest, correction in corrections.items() if digest in meant), None)


def corrected(document: Document, correction: Correction | None) -> Document:
    """Return a document as the reader put it right; its text stays as it is."""
    if correction is None:
        return document
    changed = replace(document, **_put_right(correction))
    changed.__dict__["digest"] = document.digest  # of the same text
    return changed


def _put_right(correction: Correction) -> dict[str, Any]:
    """Return the fields that were put right, an empty one as there being none."""
    fields: dict[str, Any] = {}
    if correction.title is not None:
        fields["title"] = correction.title
    if correction.byline is not None:
        fields["byline"] = correction.byline
    if correction.source is not None:
        fields["source"] = correction.source or None
    if correction.date is not None:
        fields["date"] = correction.date or None
    return fields


def _entry(versions: list[Listed], places: Mapping[str, Place], right: Mapping[str, Correction]) -> Entry:
    """Make the entry of a document of its versions, the present one first."""
    present = versions[0]
    place = next((places[each.digest] for each in versions if each.digest in places), None)
    entry = Entry(
        id=present.entry,
        digest=present.digest,
        title=present.title,
        byline=present.byline,
        source=present.source,
        date=present.date,
        path=present.path,
        characters=present.characters,
        added=present.added,
        opened=place.opened if place else None,
        progress=place.progress if place else 0.0,
    )
    correction = right.get(present.digest)
    return replace(entry, **_put_right(correction)) if correction else entry
