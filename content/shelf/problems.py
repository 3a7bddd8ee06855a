"""What can stand in the way of keeping something: a closed set of reasons."""

from __future__ import annotations

import errno
import sqlite3
from dataclasses import dataclass
from typing import Literal, TypeAlias

Reason: TypeAlias = Literal["read_only", "full", "damaged", "newer", "locked", "unavailable"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why nothing can be kept: a reason the screen has words for, and what the system said."""

    reason: Reason
    detail: str = ""


class ShelfError(Exception):
    """Something was not kept. `reason` is one of a closed set, `detail` what the system said, or ""."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"not kept: {reason}{f' ({detail})' if detail else ''}")
        self.reason: Reason = reason
        self.detail = detail


# The low byte of SQLite's extended result codes, https://sqlite.org/rescode.html
_PRIMARY: dict[int, Reason] = {
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
}
# SQLite says FULL only for ENOSPC: a quota or a size limit arrives as one of these.
_FULL = {sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_TRUNCATE}
_SYSTEM: dict[int | None, Reason] = {
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
}


def problem_of(error: sqlite3.Error | OSError) -> Problem:
    """Name the reason behind an error of the database or of the file system."""
    if isinstance(error, OSError):
        return Problem(_SYSTEM.get(error.errno, "unavailable"), error.strerror or str(error))
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    reason = "full" if code in _FULL else _PRIMARY.get(code & 0xFF, "unavailable")
    return Problem(reason, str(error))
