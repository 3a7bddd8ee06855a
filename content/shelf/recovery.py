"""A damaged store set aside, and its newest sound copy put in its place."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from content.shelf.backups import Backups, is_damaged, is_sound

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SUFFIXES = ("", "-wal", "-shm")
_PATIENCE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Recovery:
    """What was done about a damaged store.

    `aside` is where it was put; `used` the copy that took its place, None where there was none and an empty
    store did.
    """

    aside: Path
    used: Path | None


def is_doubtful(path: Path) -> bool:
    """Tell whether a program that had a store open did not close it, or met damage in it."""
    log = path.with_name(path.name + "-wal")
    with suppress(OSError):
        return _mark(path).exists() or log.stat().st_size > 0
    return False


def doubt(path: Path) -> None:
    """Have the store looked through when it is opened next. Raises OSError."""
    _mark(path).touch(mode=0o600)


def _mark(path: Path) -> Path:
    return path.with_name(f"{path.stem}-doubtful")


def recover(path: Path) -> Recovery | None:
    """Set a damaged store aside, never to be deleted, and use its newest sound copy; None where none is.

    Raises OSError or sqlite3.Error where that cannot be done; then the store stays where it is.
    """
    with _alone(path):
        damaged = is_damaged(path)
        _mark(path).unlink(missing_ok=True)
        if not damaged:
            return None  # another program has just mended it
        used = Backups(path).newest_sound()
        return Recovery(_exchange(path, used, "damaged"), used)


def restore(path: Path, copy: Path) -> Path | None:
    """Use a copy in place of a store, which is set aside; return where that was put, None if there was none.

    Raises ValueError where the copy is not sound, OSError or sqlite3.Error where it cannot be used; then
    the store stays where it is.
    """
    if not is_sound(copy):
        raise ValueError(copy)
    with _alone(path):
        there = path.exists()
        aside = _exchange(path, copy, "before-restore")
        return aside if there else None


def _exchange(path: Path, copy: Path | None, why: str) -> Path:
    """Set a store aside, with its log, and put a copy in its place; return where it was put."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = path.with_name(f"{path.stem}-{why}-{moment}{path.suffix}")
    fresh = path.with_name(f"{path.name}.unfinished")
    if copy:
        shutil.copyfile(copy, fresh)
    for suffix in _SUFFIXES:
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.rename(aside.with_name(aside.name + suffix))
    if copy:
        fresh.replace(path)
    return aside


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let one program at a time mend a store; the lock is gone with whoever held it."""
    lock = path.with_name(f"{path.stem}-recovery.lock")
    with closing(sqlite3.connect(lock, timeout=_PATIENCE_SECONDS, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        try:
            yield
        finally:
            connection.rollback()
            lock.unlink(missing_ok=True)
