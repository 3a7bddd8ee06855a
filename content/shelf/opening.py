"""Opening the file of a store; to read it only, in whatever state it was left."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from content.shelf.problems import problem_of

PARTS = ("", "-wal", "-shm", "-journal")
"""What is put behind a store's name for the files that SQLite has of it."""

_UNFINISHED_WORK = ("-wal", "-journal")
_LOCKED_SECONDS = 1.0
_text = partial(str, encoding="utf-8", errors="replace")  # one broken note must not hide all the others


def part(path: Path, suffix: str) -> Path:
    """Return where SQLite keeps a part of a store, one of PARTS."""
    return path.with_name(path.name + suffix)


def is_in_use(path: Path) -> bool:
    """Tell whether a program has a store open, or had it open when it was killed."""
    for suffix in _UNFINISHED_WORK:
        with suppress(OSError):
            if part(path, suffix).stat().st_size > 0:
                return True
    return False


def connect(path: Path, mode: str, *, seconds: float) -> sqlite3.Connection:
    """Open a store in one of SQLite's modes, waiting so many seconds for locks; usable from any thread.

    Raises OSError, sqlite3.Error.
    """
    if path.exists() and not path.is_file():  # a pipe would keep whoever reads it waiting
        raise OSError(errno.EINVAL, "not a file")
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.text_factory = _text
    return connection


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open a store so that nothing about it changes, with what its log holds, without what was broken off.

    Where it cannot be read in its place, as it is locked, may not be written or was left with a journal, a
    copy of it is read. Raises OSError, sqlite3.Error.
    """
    try:
        return _tried(path, "ro")
    except sqlite3.Error as error:
        reason = problem_of(error).reason
        if reason == "damaged" or not path.exists():
            raise
    if reason == "locked" or is_in_use(path):
        return _copied(path)
    return _tried(path, "ro&immutable=1")  # in a folder that allows no lock file beside it


def integrity(connection: sqlite3.Connection) -> str:
    """Look through all of a store; return "ok" or what is wrong with it. Raises sqlite3.Error."""
    said: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return said


def connect_to_memory() -> sqlite3.Connection:
    """Open a store that is nowhere on the disk, usable from any thread."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.text_factory = _text
    return connection


def _tried(path: Path, mode: str) -> sqlite3.Connection:
    connection = connect(path, mode, seconds=_LOCKED_SECONDS)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _copied(path: Path) -> sqlite3.Connection:
    """Copy a store with its log or journal, have SQLite put the copy in order, and return it in memory."""
    with TemporaryDirectory() as folder:
        copy, before = Path(folder) / path.name, _states(path)
        for suffix in before:
            shutil.copyfile(part(path, suffix), part(copy, suffix))
        if _states(path) != before:
            raise BlockingIOError(errno.EAGAIN, "written meanwhile")
        memory = connect_to_memory()
        try:
            with closing(connect(copy, "rw", seconds=0)) as ordered:
                ordered.execute("PRAGMA journal_mode = DELETE")  # one file is all of it
                ordered.backup(memory)
        except BaseException:
            memory.close()
            raise
    return memory


def _states(path: Path) -> dict[str, tuple[int, int]]:
    """Return the size in bytes, and when it was last written in nanoseconds, of each part that counts."""
    found = {}
    for suffix in (*_UNFINISHED_WORK, ""):
        with suppress(FileNotFoundError):
            status = part(path, suffix).stat()
            found[suffix] = status.st_size, status.st_mtime_ns
    return found
