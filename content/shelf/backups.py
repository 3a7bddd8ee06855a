"""Copies of a store beside it: one a day, and one before each step to a newer version.

Each copy holds its number, one more than any before it has, as its application id: a clock may go wrong, and
a day or the time of a file then says nothing of which copy is the newest.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path

from content.shelf.opening import integrity, open_to_read
from content.shelf.problems import problem_of

DAYS = 7
"""So many daily copies are kept."""

_UNFINISHED = ".unfinished"
_LEFT_SECONDS = 3600.0  # whoever began a copy that long ago was killed
_APPLICATION_ID = slice(68, 72)  # in the header of a database, https://sqlite.org/fileformat2.html
_HIGHEST = 2**31 - 1


class Backups:
    """The copies of the store at `path`, in the folder `backups` beside it."""

    def __init__(self, path: Path) -> None:
        self.folder = path.parent / "backups"
        self._stem = path.stem

    def daily(self, connection: sqlite3.Connection) -> Path:
        """Make the copy of today, in place of an earlier one, and drop the oldest daily ones.

        Raises OSError, sqlite3.Error, also where the copy is not sound: then the copies before stay.
        """
        path = self.folder / f"{self._stem}-{datetime.now(UTC).date().isoformat()}.db"
        self._make(connection, path)
        daily = f"{self._stem}-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].db"
        others = [copy for _, copy in self._numbered() if copy != path and fnmatch(copy.name, daily)]
        for old in others[DAYS - 1 :]:
            old.unlink(missing_ok=True)
        return path

    def before(self, connection: sqlite3.Connection, version: int) -> Path:
        """Make the copy that is kept from before a step to a version; raises like `daily`."""
        path = self.folder / f"{self._stem}-before-version-{version}.db"
        self._make(connection, path)
        return path

    def now(self, connection: sqlite3.Connection) -> Path:
        """Make a copy because somebody asks for one; raises like `daily`."""
        moment = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S-%f")
        path = self.folder / f"{self._stem}-{moment}-asked.db"
        self._make(connection, path)
        return path

    def all(self) -> tuple[Path, ...]:
        """Return every copy, the newest first."""
        return tuple(path for _, path in self._numbered())

    def newest_sound(self) -> Path | None:
        """Return the newest copy that is whole."""
        return next((path for path in self.all() if is_sound(path)), None)

    def _numbered(self) -> list[tuple[int, Path]]:
        """Return every copy with its number, the newest first; those without one by the time of the file."""
        found = []
        with suppress(OSError):
            for path in self.folder.glob(f"{self._stem}-*.db"):
                with suppress(OSError):  # gone meanwhile
                    found.append((_number(path), path.stat().st_mtime_ns, path))
        return [(number, path) for number, _, path in sorted(found, reverse=True)]

    def _make(self, connection: sqlite3.Connection, path: Path) -> None:
        """Copy a store; what stood at the path gives way only to a copy that is sound."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._sweep()
        handle, name = tempfile.mkstemp(suffix=_UNFINISHED, dir=self.folder)
        os.close(handle)
        unfinished = Path(name)
        number = min(_HIGHEST, 1 + max((number for number, _ in self._numbered()), default=0))
        try:
            write_copy(connection, unfinished, number)
            unfinished.replace(path)
            put_names_on_disk(self.folder)
        finally:
            unfinished.unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Take away what programs began that were killed."""
        for path in self.folder.glob(f"*{_UNFINISHED}*"):  # also the journal of one
            with suppress(OSError):
                if abs(time.time() - path.stat().st_mtime) > _LEFT_SECONDS:
                    path.unlink()


def write_copy(connection: sqlite3.Connection, path: Path, number: int | None = None) -> None:
    """Copy a store into one file that is whole and on the disk; with a number, it is given that.

    Raises OSError, sqlite3.Error, also where the copy is not sound.
    """
    with closing(sqlite3.connect(path)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file is all of it
        if number is not None:
            copy.execute(f"PRAGMA application_id = {number}")
    if not is_sound(path):
        raise sqlite3.DatabaseError("the copy is not sound")
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def put_names_on_disk(folder: Path) -> None:
    """Have the names in a folder there after a power cut too, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _number(path: Path) -> int:
    """Return the number of a copy, 0 where it has none."""
    if not path.is_file():  # a pipe would keep whoever reads it waiting
        return 0
    with path.open("rb") as file:
        return int.from_bytes(file.read(_APPLICATION_ID.stop)[_APPLICATION_ID], signed=True)


def is_sound(path: Path) -> bool:
    """Tell whether a file is certainly a store that is whole."""
    try:
        return _check(path) == "ok"
    except (sqlite3.Error, OSError):
        return False


def is_damaged(path: Path) -> bool:
    """Tell whether a file is certainly not a whole store; one that cannot be looked at now is no such."""
    try:
        return _check(path) not in ("ok", "empty")
    except (sqlite3.Error, OSError) as error:
        return problem_of(error).reason == "damaged"


def _check(path: Path) -> str:
    with closing(open_to_read(path)) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        return integrity(connection) if tables else "empty"
