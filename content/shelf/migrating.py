"""Bringing a store to the form this version knows, each step in one transaction."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FOLDER = Path(__file__).parent / "migrations"


def bundled_migrations(folder: Path = _FOLDER) -> tuple[str, ...]:
    """Return the steps in order as SQL; step n brings a store from version n - 1 to n."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.sql")))


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of a store: 0 when it is new."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection, migrations: Sequence[str]) -> None:
    """Take the steps a store still lacks; whichever of several processes comes first takes each.

    Raises sqlite3.Error, with the step that failed undone whole.
    """
    while version_of(connection) < len(migrations):
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = version_of(connection)
            if version < len(migrations):
                for statement in _statements(migrations[version]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise


def _statements(script: str) -> Iterator[str]:
    """Cut a script into statements: `executescript` would commit before it begins."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield _without_strict(statement)
            statement = ""


def _without_strict(statement: str) -> str:
    """Leave STRICT out where SQLite does not know it yet (it came with 3.37)."""
    return statement if sqlite3.sqlite_version_info >= (3, 37) else statement.replace(") STRICT;", ");")
