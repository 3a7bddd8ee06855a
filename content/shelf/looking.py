"""What a store is like, as far as it can be looked at: nothing about it is changed."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.shelf.migrating import bundled_migrations, is_store, version_of
from content.shelf.opening import integrity, open_to_read, part
from content.shelf.problems import Problem, problem_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

State: TypeAlias = Literal["missing", "sound", "newer", "foreign", "damaged", "closed"]
_TRIED_BYTES = 65_536  # what a first bookmark takes, and more than a disk gives away when it is full


@dataclass(frozen=True, slots=True)
class Look:
    """A store's state, its version (0 where that is not known) and its size in bytes with its log.

    A store is `newer` where a later version of this program made it, `foreign` where it is sound but some
    other database, `closed` where nobody can say what it is.
    """

    state: State
    version: int = 0
    size: int = 0


def look(path: Path, migrations: Sequence[str] | None = None) -> Look:
    """Look through all of a store with these migrations, by default the shelf's."""
    try:
        size = path.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return Look("missing")
    except OSError:
        return Look("closed")
    if not path.is_file():  # a pipe would keep whoever reads it waiting
        return Look("closed")
    with suppress(OSError):
        size += part(path, "-wal").stat().st_size
    try:
        with closing(open_to_read(path)) as connection:
            state = _state(connection, bundled_migrations() if migrations is None else migrations)
            return Look(state, version_of(connection), size)
    except (sqlite3.Error, OSError) as error:
        return Look("damaged" if problem_of(error).reason == "damaged" else "closed", 0, size)


def _state(connection: sqlite3.Connection, migrations: Sequence[str]) -> State:
    if integrity(connection) != "ok":
        return "damaged"
    if version_of(connection) > len(migrations):
        return "newer"
    return "sound" if is_store(connection, migrations) else "foreign"


def why_not_writable(folder: Path) -> Problem | None:
    """Try whether something can be kept in a folder, or in the nearest one above that there is."""
    for each in (folder, *folder.parents):
        try:
            with tempfile.TemporaryFile(dir=each) as file:
                file.write(bytes(_TRIED_BYTES))
        except FileNotFoundError:
            continue
        except OSError as error:
            return problem_of(error)
        return None
    return Problem("unavailable")
