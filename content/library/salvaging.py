"""What can still be read of a damaged library, put into the new one."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

from content.library.storing import document_from
from content.shelf.opening import open_to_read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_COLUMNS = {
    "entry": ("id", "path", "added", "removed"),
    "version": ("turn", "digest", "entry", "title", "byline", "source", "date", "characters"),
    "content": ("digest", "text", "layout"),
    "file": ("path", "bytes", "changed", "digest"),
}
"""The tables, each behind those it refers to."""


def salvage(damaged: Path, into: sqlite3.Connection) -> None:
    """Put the documents of a damaged library that are there whole into another one, in one transaction.

    Raises sqlite3.Error where that cannot be written; a file of which nothing can be read gives nothing.
    """
    into.execute("BEGIN IMMEDIATE")
    try:
        for table, columns in _COLUMNS.items():
            marks = ", ".join("?" * len(columns))
            for row in _rows(damaged, table, columns):
                if table == "content" and document_from(*row) is None:
                    continue
                with suppress(sqlite3.IntegrityError):  # what it refers to is gone
                    into.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)  # noqa: S608 - ours
        into.execute("DELETE FROM version WHERE digest NOT IN (SELECT digest FROM content)")
        into.execute("DELETE FROM entry WHERE id NOT IN (SELECT entry FROM version)")
        into.execute("COMMIT")
    finally:
        if into.in_transaction:
            into.rollback()


def _rows(damaged: Path, table: str, columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table up to where it is damaged, then those behind that, from the last."""
    query = f"SELECT {', '.join(columns)} FROM {table} ORDER BY rowid"  # noqa: S608 - as above
    with suppress(sqlite3.Error), closing(open_to_read(damaged)) as connection:
        try:
            yield from connection.execute(query)
        except sqlite3.Error:
            yield from connection.execute(f"{query} DESC")
