"""Notes on their way: drafts, and copies of what gave way to something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.scrub import scrub
from content.shelf.records import Draft, NoteCopy, now
from content.shelf.windows import may_be_open

if TYPE_CHECKING:
    import sqlite3

SELECT_COPIES = "SELECT note, made FROM note_copy WHERE bookmark = ? ORDER BY id DESC"
SELECT_DRAFTS = "SELECT note, window FROM draft WHERE bookmark = ? ORDER BY modified DESC, window"


def keep_copy(connection: sqlite3.Connection, identity: str, note: str) -> None:
    """Keep words of a bookmark that are about to give way to others, once."""
    note = scrub(note).text
    copies = connection.execute(SELECT_COPIES, (identity,))
    if note.strip() and note not in (row[0] for row in copies):
        connection.execute(
            "INSERT INTO note_copy (bookmark, note, made) VALUES (?, ?, ?)", (identity, note, now())
        )


def put_draft(connection: sqlite3.Connection, identity: str, window: str, note: str) -> None:
    """Keep what is being written in a window."""
    connection.execute(
        "REPLACE INTO draft (bookmark, window, note, modified) VALUES (?, ?, ?, ?)",
        (identity, window, scrub(note).text, now()),
    )


def close_drafts(connection: sqlite3.Connection, identity: str, window: str, note: str) -> None:
    """Take away the drafts of a note that was closed in a window, where `note` is kept now.

    Those of windows that may be open are still written on. Those of programs that ended stay as copies.
    """
    for draft, writer in connection.execute(SELECT_DRAFTS, (identity,)).fetchall():
        if writer != window and draft != note:
            if may_be_open(writer):
                continue
            keep_copy(connection, identity, draft)
        connection.execute("DELETE FROM draft WHERE bookmark = ? AND window = ?", (identity, writer))


def draft_from_row(row: tuple[str, str], window: str) -> Draft:
    """Read a draft back in a window."""
    note, writer = row
    return Draft(scrub(note).text, at_work=writer != window and may_be_open(writer))


def copy_from_row(row: tuple[str, str]) -> NoteCopy:
    """Read a copy back."""
    note, made = row
    return NoteCopy(scrub(note).text, made)
