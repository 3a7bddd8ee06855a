"""The tables of `library.db`: documents, their versions and texts, and the files they were read from."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from content.library.storing import layout_of
from content.scrub import scrub_line
from content.shelf.migrating import bundled_migrations
from content.shelf.records import now, words_from_json, words_to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from content.document import Document
    from content.library.records import FileState

MIGRATIONS = bundled_migrations(Path(__file__).parent / "migrations")

LISTED = """SELECT entry.id, path, added, digest, title, byline, source, date, characters
FROM entry JOIN version ON version.entry = entry.id"""
TEXT = "SELECT digest, text, layout FROM content WHERE digest = ?"
_KEPT_DAYS = 7


class Listed(NamedTuple):
    """A version of a document, as `LISTED` gives it, with `path` as a string."""

    entry: int
    path: str | None
    added: str
    digest: str
    title: str
    byline: tuple[str, ...]
    source: str | None
    date: str | None
    characters: int


def listed(row: Sequence[object]) -> Listed:
    """Read a row of `LISTED`."""
    entry, path, added, digest, title, byline, source, date, characters = row
    return Listed(
        entry,  # type: ignore[arg-type]  # the tables are strict
        os.fsdecode(path) if isinstance(path, bytes) else None,
        str(added),
        str(digest),
        scrub_line(str(title)),
        words_from_json(str(byline)),
        source and scrub_line(str(source)),  # type: ignore[arg-type]  # as above
        date and scrub_line(str(date)),  # type: ignore[arg-type]  # as above
        characters,  # type: ignore[arg-type]  # as above
    )


def spelled(path: str) -> bytes:
    """Return a path as the file system spells it, absolute and without `..`."""
    return os.fsencode(os.path.abspath(path))  # noqa: PTH100 - pathlib's keeps `..`, or follows links


def put_entry(connection: sqlite3.Connection, entry: int | None, path: bytes | None) -> int:
    """Make a document, or have one again that was removed; its file is the one it was last read from."""
    if path is not None:
        connection.execute("UPDATE entry SET path = NULL WHERE path = ? AND id IS NOT ?", (path, entry))
    if entry is None:
        return int(
            connection.execute("INSERT INTO entry (path, added) VALUES (?, ?)", (path, now())).lastrowid or 0
        )
    connection.execute(
        "UPDATE entry SET path = coalesce(?, path), removed = NULL WHERE id = ?", (path, entry)
    )
    return entry


def put_version(connection: sqlite3.Connection, entry: int, document: Document) -> bool:
    """Make a text the present one of a document; return whether it was that before."""
    latest = connection.execute(
        "SELECT digest FROM version WHERE entry = ? ORDER BY turn DESC LIMIT 1", (entry,)
    ).fetchone()
    if latest and latest[0] == document.digest:
        same = True
    else:
        same = False
        moved = connection.execute(
            "UPDATE version SET turn = (SELECT max(turn) + 1 FROM version) WHERE digest = ?",
            (document.digest,),
        ).rowcount
        if not moved:
            connection.execute(
                """INSERT INTO version (digest, entry, title, byline, source, date, characters)
                VALUES (?, ?, '', '[]', NULL, NULL, 0)""",
                (document.digest, entry),
            )
    # Also of the same text: a later version of this program may read more out of the file.
    connection.execute(
        "UPDATE version SET title = ?, byline = ?, source = ?, date = ?, characters = ? WHERE digest = ?",
        (
            document.title,
            words_to_json(document.byline),
            document.source,
            document.date,
            len(document.text),
            document.digest,
        ),
    )
    connection.execute(
        "REPLACE INTO content (digest, text, layout) VALUES (?, ?, ?)",
        (document.digest, document.text, layout_of(document)),
    )
    return same


def put_file(connection: sqlite3.Connection, path: bytes, state: FileState, digest: str) -> None:
    """Remember what a file was like when a text was read from it."""
    connection.execute(
        "REPLACE INTO file (path, bytes, changed, digest) VALUES (?, ?, ?, ?)",
        (path, state.bytes, state.changed, digest),
    )


def sweep(connection: sqlite3.Connection) -> None:
    """Drop the documents that were removed days ago, with their texts."""
    before = datetime.now(UTC) - timedelta(days=_KEPT_DAYS)
    connection.execute("DELETE FROM entry WHERE removed < ?", (before.isoformat(),))
