"""What the reader put right about a document: title, byline, source, date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.scrub import scrub_line
from content.shelf.records import Correction, now, words_from_json, words_to_json

if TYPE_CHECKING:
    import sqlite3

SELECT = "SELECT document, title, byline, source, date FROM correction"


def put(connection: sqlite3.Connection, document: str, correction: Correction) -> None:
    """Store what was put right about a document instead of what was stored before; nothing takes it away."""
    if correction == Correction():
        connection.execute("DELETE FROM correction WHERE document = ?", (document,))
        return
    byline = None if correction.byline is None else words_to_json(correction.byline)
    connection.execute(
        "REPLACE INTO correction (document, title, byline, source, date, modified) VALUES (?, ?, ?, ?, ?, ?)",
        (document, correction.title, byline, correction.source, correction.date, now()),
    )


def from_row(
    row: tuple[str, str | None, str | None, str | None, str | None],
) -> tuple[str, Correction]:
    """Read back what was put right, and of which document."""
    document, title, byline, source, date = row
    return document, Correction(
        None if title is None else scrub_line(title),
        None if byline is None else words_from_json(byline),
        None if source is None else scrub_line(source),
        None if date is None else scrub_line(date),
    )
