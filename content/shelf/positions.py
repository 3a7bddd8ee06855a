"""Where the reader was in each document, and what those documents are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from content.scrub import scrub_line
from content.shelf.records import NO_FILE, KeptDocument, Place, now, words_from_json, words_to_json

if TYPE_CHECKING:
    import sqlite3

    from content.document import Document

SELECT = """SELECT place.document, title, path, reached, progress, opened
FROM place JOIN document ON digest = place.document"""
SELECT_DOCUMENTS = "SELECT digest, title, byline, source, date, edition FROM document"


def put_document(connection: sqlite3.Connection, document: Document) -> None:
    """Store what is known of a document, so that what is kept of it can be named without it."""
    connection.execute(
        """INSERT INTO document (digest, title, byline, source, date, edition) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (digest) DO UPDATE SET title = excluded.title, byline = excluded.byline,
        source = excluded.source, date = excluded.date, edition = excluded.edition""",
        (
            document.digest,
            document.title,
            words_to_json(document.byline),
            document.source,
            document.date,
            int(document.edition),
        ),
    )


def put_known(connection: sqlite3.Connection, document: KeptDocument) -> None:
    """Store what is known of a document whose text is not here, unless something is."""
    connection.execute(
        """INSERT INTO document (digest, title, byline, source, date, edition) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (digest) DO NOTHING""",
        (
            document.digest,
            document.title,
            words_to_json(document.byline),
            document.source,
            document.date,
            int(document.edition),
        ),
    )


def put_place(
    connection: sqlite3.Connection, document: Document, path: str | None, offset: int, progress: float | None
) -> None:
    """Store how far a document was read, as the last one visited."""
    offset = min(max(offset, 0), len(document.text))
    share = offset / max(1, len(document.text)) if progress is None else progress
    spelled = None if path is None else os.fsencode(path if path == NO_FILE else Path(path).absolute())
    # REPLACE gives the row a new, highest `turn`.
    connection.execute(
        "REPLACE INTO place (document, path, reached, progress, opened) VALUES (?, ?, ?, ?, ?)",
        (document.digest, spelled, offset, min(max(float(share), 0.0), 1.0), now()),
    )


def place_from_row(row: tuple[str, str, bytes | None, int, float, str]) -> Place:
    """Read a stored place back."""
    digest, title, path, offset, progress, opened = row
    return Place(
        digest, scrub_line(title), None if path is None else os.fsdecode(path), offset, progress, opened
    )


def document_from_row(row: tuple[str, str, str, str | None, str | None, int]) -> KeptDocument:
    """Read back what is known of a document."""
    digest, title, byline, source, date, edition = row
    return KeptDocument(
        digest,
        scrub_line(title),
        words_from_json(byline),
        source and scrub_line(source),
        date and scrub_line(date),
        bool(edition),
    )
