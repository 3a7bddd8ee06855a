"""Bringing a store to the form this version knows, each step in one transaction."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FOLDER = Path(__file__).parent / "migrations"
_COLUMN = re.compile(r"^( +(\w+) +(TEXT|INTEGER|REAL|BLOB))\b", re.MULTILINE)


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


def is_store(connection: sqlite3.Connection, migrations: Sequence[str]) -> bool:
    """Tell whether a database has all that a store of its version has: of a new one, nothing.

    Raises sqlite3.Error.
    """
    version = version_of(connection)
    if version == 0:
        return not columns_of(connection)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        migrate(model, migrations[:version])
        return columns_of(model) <= columns_of(connection)


def columns_of(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Return the name of each table with that of each of its columns. Raises sqlite3.Error."""
    return set(
        connection.execute(
            """SELECT stored.name, described.name FROM sqlite_master AS stored
            JOIN pragma_table_info(stored.name) AS described WHERE stored.type = 'table'"""
        )
    )


def _statements(script: str) -> Iterator[str]:
    """Cut a script into statements: `executescript` would commit before it begins."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield _strict(statement)
            statement = ""


def _strict(statement: str) -> str:
    """Have each column of a STRICT table check its type where SQLite does not know that word yet.

    It came with 3.37, https://sqlite.org/stricttables.html
    """
    if sqlite3.sqlite_version_info >= (3, 37) or not statement.rstrip().endswith(") STRICT;"):
        return statement
    return _COLUMN.sub(_checked, statement).replace(") STRICT;", ");")


def _checked(column: re.Match[str]) -> str:
    declared, name, kind = column.groups()
    return f"{declared} CHECK (typeof({name}) IN ('{kind.lower()}', 'null'))"
