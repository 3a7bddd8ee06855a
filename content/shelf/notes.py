"""Notes on their way: drafts, and copies of what another window wrote over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.scrub import scrub
from content.shelf.records import NoteCopy, now

if TYPE_CHECKING:
    import sqlite3

SELECT_COPIES = "SELECT note, made FROM note_copy WHERE bookmark = ? ORDER BY id DESC"
SELECT_DRAFT = "SELECT note FROM draft WHERE bookmark = ?"


def keep_copy(connection: sqlite3.Connection, identity: str, note: str) -> None:
    """Keep a note that is about to give way to one that was written without knowing it."""
    connection.execute(
        "INSERT INTO note_copy (bookmark, note, made) VALUES (?, ?, ?)", (identity, scrub(note).text, now())
    )


def put_draft(connection: sqlite3.Connection, identity: str, note: str | None) -> None:
    """Keep what is being written, or None where it was kept or given up."""
    if note is None:
        connection.execute("DELETE FROM draft WHERE bookmark = ?", (identity,))
    else:
        connection.execute(
            "REPLACE INTO draft (bookmark, note, modified) VALUES (?, ?, ?)",
            (identity, scrub(note).text, now()),
        )


def copy_from_row(row: tuple[str, str]) -> NoteCopy:
    """Read a copy back."""
    note, made = row
    return NoteCopy(scrub(note).text, made)
