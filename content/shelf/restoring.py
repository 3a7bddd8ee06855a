"""A copy of what is kept used again, in place of what is kept now."""

from __future__ import annotations

from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from content.shelf.backups import write_copy
from content.shelf.looking import look
from content.shelf.migrating import bundled_migrations, columns_of, migrate
from content.shelf.opening import connect, open_to_read
from content.shelf.problems import ShelfError
from content.shelf.recovery import exchange, name_aside
from content.shelf.store import Store

if TYPE_CHECKING:
    import sqlite3

_WHY = "before-restore"


def restore(path: Path, copy: Path) -> Path | None:
    """Use a copy in place of a shelf; return where all that was in it is now, None if there was none.

    Programs that have the shelf open go on with what the copy holds. Raises ValueError where the copy is no
    shelf of this version or an earlier one, OSError, sqlite3.Error or ShelfError where it is damaged or
    cannot be used; then nothing is changed.
    """
    there = path.exists()
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / path.name
        with closing(open_to_read(copy)) as connection:
            write_copy(connection, fresh)
        if look(fresh).state != "sound":
            raise ValueError(copy)
        with closing(Store(path)) as store:
            problem = store.problem
            if problem is None:
                return _write(store, fresh, name_aside(path, _WHY) if there else None)
        if problem.reason != "newer":
            raise ShelfError(problem.reason, problem.detail)
        return exchange(path, fresh, _WHY)  # as this version cannot write into it


def _write(store: Store, fresh: Path, aside: Path | None) -> Path | None:
    """Put into a store what a copy holds, all or nothing, and what the store held aside."""
    with closing(connect(fresh, "rw", seconds=0)) as source:
        migrate(source, bundled_migrations())
        try:
            with store.writing() as connection:
                if aside:
                    with closing(open_to_read(store.path)) as held:
                        write_copy(held, aside)
                _replace_rows(connection, source)
        except BaseException:
            if aside:
                aside.unlink(missing_ok=True)  # all that was in it is still there
            raise
    return aside


def _replace_rows(connection: sqlite3.Connection, source: sqlite3.Connection) -> None:
    connection.execute("PRAGMA defer_foreign_keys = ON")  # until all tables are written
    both = sorted(columns_of(connection) & columns_of(source))  # somebody else may have added to one
    for table, named in groupby(both, key=itemgetter(0)):
        columns = [column for _, column in named]
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names, here and below
        rows = source.execute(f"SELECT {names} FROM {table} ORDER BY rowid")  # noqa: S608
        connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608
