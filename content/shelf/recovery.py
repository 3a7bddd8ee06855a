"""A damaged store set aside, and its newest sound copy put in its place."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from content.shelf.backups import Backups, is_damaged, put_names_on_disk, write_copy
from content.shelf.opening import PARTS, is_in_use, open_to_read, part

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DAMAGED = "damaged"
_READY = ".ready"
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
    with suppress(OSError):
        return _mark(path).exists() or is_in_use(path)
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
        recovery = None  # as another program has just mended it
        if is_damaged(path):
            used = Backups(path).newest_sound()
            recovery = Recovery(_exchange(path, used, name_aside(path, _DAMAGED)), used)
        _mark(path).unlink(missing_ok=True)
    return recovery


def exchange(path: Path, copy: Path, why: str) -> Path:
    """Put a sound copy in the place of a store that cannot be written into; return where that was put.

    Raises OSError or sqlite3.Error where that cannot be done; then the store stays where it is.
    """
    finish(path)
    with _alone(path):
        return _exchange(path, copy, name_aside(path, why))


def name_aside(path: Path, why: str) -> Path:
    """Return where a store is put aside at this moment, for a reason that is part of the name."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    return path.with_name(f"{path.stem}-{why}-{moment}{path.suffix}")


def finish(path: Path) -> Recovery | None:
    """Finish what a program was killed in while it exchanged a store; say so where that was a damaged one.

    Raises OSError or sqlite3.Error where that cannot be done.
    """
    if not _all_ready(path):
        return None
    recovery = None
    with _alone(path):
        for ready in _all_ready(path):
            used = Backups(path).newest_sound() if ready.stat().st_size else None
            aside = _put_in_place(path, ready)
            if aside.name.startswith(f"{path.stem}-{_DAMAGED}-"):
                recovery = Recovery(aside, used)
    return recovery


def _exchange(path: Path, copy: Path | None, aside: Path) -> Path:
    """Set a store aside, and put a copy, with all that its log holds, or an empty file in its place.

    The name that the copy is given first says that it is ready, and where what it stands in for goes: whoever
    opens the store next can finish what is broken off from there on.
    """
    unfinished, ready = path.with_name(f"{path.name}.unfinished"), aside.with_name(f"{aside.name}{_READY}")
    for suffix in PARTS:
        part(unfinished, suffix).unlink(missing_ok=True)  # of a program that was killed
    unfinished.touch(mode=0o600)
    if copy:
        with closing(open_to_read(copy)) as connection:
            write_copy(connection, unfinished)
    unfinished.replace(ready)
    put_names_on_disk(path.parent)
    try:
        return _put_in_place(path, ready)
    except OSError:
        _put_back(path, ready)
        raise


def _put_in_place(path: Path, ready: Path) -> Path:
    aside = _aside(ready)
    with suppress(OSError):  # where there are no such links
        aside.hardlink_to(path)  # first, so that a store stands there all the time
    for suffix in PARTS if not aside.exists() else PARTS[1:]:
        if part(path, suffix).exists():
            part(path, suffix).rename(part(aside, suffix))
    ready.replace(path)
    put_names_on_disk(path.parent)
    return aside


def _put_back(path: Path, ready: Path) -> None:
    """Have a store stand again where it stood; raises OSError."""
    for suffix in PARTS:
        away = part(_aside(ready), suffix)
        if part(path, suffix).exists():
            away.unlink(missing_ok=True)  # the other name of what is there
        elif away.exists():
            away.rename(part(path, suffix))
    ready.unlink()


def _aside(ready: Path) -> Path:
    """Return where the store goes that is exchanged."""
    return ready.with_name(ready.name.removesuffix(_READY))


def _all_ready(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.stem}-*{path.suffix}{_READY}"))


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let one program at a time mend a store; the lock is gone with whoever held it.

    Its file stays: another program may be waiting on it.
    """
    lock = path.with_name(f"{path.stem}-recovery.lock")
    with closing(sqlite3.connect(lock, timeout=_PATIENCE_SECONDS, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        try:
            yield
        finally:
            connection.rollback()
