"""The database file: opening it in whatever state it is, reading, and writing so that it stays."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import contextmanager, suppress
from threading import RLock
from typing import TYPE_CHECKING, Any

from content.shelf.backups import Backups, is_damaged
from content.shelf.migrating import bundled_migrations, migrate, version_of
from content.shelf.opening import connect, connect_to_memory, open_to_read
from content.shelf.problems import Problem, ShelfError, problem_of
from content.shelf.recovery import Recovery, doubt, finish, is_doubtful, recover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_BUSY_SECONDS = 10.0
_OPENING_SECONDS = 0.5  # the reader waits for the first screen; whatever is written later waits longer


class Store:
    """One connection to the store, usable from any thread.

    Opening never fails. `problem` says why nothing can be written, as far as is known by now: the state
    the file was found in, or how the last attempt went. What is written is on the disk at once, and there are
    copies of it; with `durable` false there are none, and a power cut may take what was written last.

    A damaged file is set aside and its newest sound copy used: `recovery` says so. Where there is none,
    `salvage` puts into the new store what can be read of the file.
    """

    def __init__(
        self,
        path: Path,
        migrations: Sequence[str] | None = None,
        *,
        durable: bool = True,
        salvage: Callable[[Path, sqlite3.Connection], None] | None = None,
    ) -> None:
        self.path = path
        self._migrations = bundled_migrations() if migrations is None else migrations
        self._durable, self._salvage = durable, salvage
        self._lock = RLock()
        self._refuses = True
        self._identity: tuple[int, int] | None = None
        self._openings = 0
        self._copied = self._written = False
        self.problem: Problem | None = None
        self.recovery: Recovery | None = None
        self._connection = self._open()

    def close(self) -> None:
        """Close the file; what was written has been on the disk since it was written."""
        with self._lock:
            if self._written and not self._refuses and self._identity == _identity(self.path):
                self._copy()
            self._connection.close()

    def read(self, query: str, *values: Any) -> list[Any]:
        """Return the rows of a query; none, with `problem` set, where they cannot be read."""
        with self._lock:
            self._follow()
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.Error as error:
                self._note(error)
                return []

    def version(self) -> int:
        """Return a number that is another one once another program wrote into the file or replaced it."""
        with self._lock:
            if self._refuses and self.problem and self.problem.reason == "locked":
                with suppress(ShelfError):
                    self._open_again(0.0)
            rows = self.read("PRAGMA data_version")  # https://sqlite.org/pragma.html#pragma_data_version
            return (self._openings << 32) + rows[0][0] if rows else 0

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a transaction that is on the disk when the block ends, or undone when it raises.

        Raises ShelfError where the store cannot be written.
        """
        with self._lock:
            self._prepare_to_write()
            try:
                self._begin()
                yield self._connection
                self._connection.execute("COMMIT")
            except sqlite3.Error as error:
                problem = self._note(error)
                raise ShelfError(problem.reason, problem.detail) from error
            else:
                self.problem = None
                self._written = True
                if not self._copied:
                    self._copy()
            finally:
                # Also when interrupted or when COMMIT itself failed.
                with suppress(sqlite3.Error):
                    self._connection.rollback()

    def _begin(self) -> None:
        """Begin a transaction in the file that stands there once it may be written."""
        self._connection.execute("BEGIN IMMEDIATE")
        if self._identity != _identity(self.path):  # exchanged while this waited
            self._connection.rollback()
            self._prepare_to_write()
            self._connection.execute("BEGIN IMMEDIATE")

    def _copy(self) -> None:
        """Make the copy of the day; where that cannot be, what was written is kept all the same."""
        self._copied = True
        if self._durable:
            with suppress(OSError, sqlite3.Error):
                Backups(self.path).daily(self._connection)

    def back_up(self) -> Path:
        """Make a copy now and return its path. Raises OSError or sqlite3.Error."""
        with self._lock:
            return Backups(self.path).now(self._connection)

    def _note(self, error: sqlite3.Error) -> Problem:
        """Remember what went wrong; a damaged store is not written again, so that it gets no worse."""
        problem = problem_of(error)
        if not self._refuses:
            self.problem = problem
            self._refuses = problem.reason == "damaged"
            if self._refuses:
                with suppress(OSError):
                    doubt(self.path)  # whoever opens it next looks through all of it
        return problem

    def _open(self) -> sqlite3.Connection:
        self._openings += 1
        self._finish()
        if is_doubtful(self.path) and is_damaged(self.path):
            self._mend()
        self._identity = _identity(self.path)
        try:
            connection = self._writable(_OPENING_SECONDS)
        except ShelfError as error:
            if error.reason == "damaged" and self.recovery is None and self._mend():
                return self._open()
            self._refuses, self.problem = True, Problem(error.reason, error.detail)
            return self._readable()
        self._refuses, self.problem = False, None
        self._identity = self._identity or _identity(self.path)  # it was made just now
        return connection

    def _follow(self) -> None:
        """Open the file that another program put in the place of this one: SQLite would stay with the old.

        Where there is none now, what the old one holds can be read on.
        """
        there = _identity(self.path)
        if there and there != self._identity and not self._connection.in_transaction:
            before = self._connection
            self._connection = self._open()
            before.close()

    def _finish(self) -> None:
        """Finish an exchange that was broken off, or wait for the end of one."""
        with suppress(OSError, sqlite3.Error):
            self.recovery = finish(self.path) or self.recovery

    def _mend(self) -> bool:
        """Have a sound store instead of a damaged one; False where that cannot be."""
        with suppress(OSError, sqlite3.Error):
            self.recovery = recover(self.path)
        return self.recovery is not None

    def _prepare_to_write(self) -> None:
        """Try once more to open a store for writing: a full disk may have room again, a lock be gone.

        A file that was deleted is made anew. Raises ShelfError; what can be read can be read on then.
        """
        self._follow()
        if not self._refuses and self._identity == _identity(self.path):
            return
        self._finish()
        if self.problem and self.problem.reason == "damaged":
            self._connection.close()
            mended = self.recovery is None and self._mend()
            self._connection = self._readable()
            if not mended:
                raise ShelfError("damaged", self.problem.detail)
        self._open_again(_BUSY_SECONDS)

    def _open_again(self, seconds: float) -> None:
        """Have a connection that writes instead of one that only reads. Raises ShelfError."""
        try:
            connection = self._writable(seconds)
        except ShelfError as error:
            self.problem = Problem(error.reason, error.detail)
            raise
        self._connection.close()
        self._connection, self._refuses, self._identity = connection, False, _identity(self.path)
        self._openings += 1
        self.problem = None

    def _writable(self, seconds: float) -> sqlite3.Connection:
        """Open for writing and bring up to date, or raise ShelfError and leave the file as it was found.

        It waits so many seconds for another program's lock.
        """
        folder = self.path.parent
        connection = None
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            connection = connect(self.path, "rwc", seconds=seconds)
            self._prepare(connection)
        except (sqlite3.Error, OSError, ShelfError) as error:
            if connection:
                connection.close()
            if isinstance(error, ShelfError):
                raise
            problem = problem_of(error)
            # SQLite cannot tell a folder that may not be written from a file that cannot be opened.
            locked_out = problem.reason == "unavailable" and _is_read_only(folder)
            raise ShelfError("read_only" if locked_out else problem.reason, problem.detail) from error
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        if version_of(connection) > len(self._migrations):
            raise ShelfError("newer")
        # A file system without shared memory keeps its rollback journal. Another process that is switching
        # at this moment makes it fail, and then has done it for both.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {'FULL' if self._durable else 'NORMAL'}")
        connection.execute("PRAGMA foreign_keys = ON")
        if self._durable and 0 < version_of(connection) < len(self._migrations):
            Backups(self.path).before(connection, len(self._migrations))
        migrate(connection, self._migrations)
        if self._salvage and self.recovery and self.recovery.used is None:
            salvage, self._salvage = self._salvage, None  # once
            with suppress(sqlite3.Error):
                salvage(self.recovery.aside, connection)
        # A file that may only be read shows it here at the latest; one that another is writing is no problem.
        connection.execute("PRAGMA busy_timeout = 0")
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"PRAGMA user_version = {len(self._migrations)}")
        except sqlite3.OperationalError as error:
            if problem_of(error).reason != "locked":
                raise
        connection.rollback()
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000:.0f}")

    def _readable(self) -> sqlite3.Connection:
        """Open for reading what can be read; an empty store in memory stands in for the rest."""
        with suppress(sqlite3.Error, OSError):
            connection = open_to_read(self.path)
            if _has_tables(connection):
                return connection
            connection.close()
        closed = _why_closed(self.path)
        if closed and self.problem and self.problem.reason != "damaged":
            self.problem = Problem("unavailable", closed)
        connection = connect_to_memory()
        migrate(connection, self._migrations)
        return connection


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another that came to stand at its path, None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _is_read_only(folder: Path) -> bool:
    with suppress(OSError):
        return folder.is_dir() and not os.access(folder, os.W_OK)
    return False


def _why_closed(path: Path) -> str:
    """Say in the system's words why a file may not be read, or "" where it may, or where there is none."""
    try:
        path.stat()
    except FileNotFoundError:
        return ""
    except OSError as error:
        return error.strerror or ""
    return "" if os.access(path, os.R_OK) else os.strerror(errno.EACCES)


def _has_tables(connection: sqlite3.Connection) -> bool:
    try:
        return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except sqlite3.Error:
        return False
