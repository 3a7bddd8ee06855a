"""What a store is like, as far as it can be looked at: nothing about it is changed."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.shelf.migrating import version_of
from content.shelf.problems import Problem, problem_of

if TYPE_CHECKING:
    from pathlib import Path

State: TypeAlias = Literal["missing", "sound", "damaged", "closed"]
_TRIED_BYTES = 65_536  # what a first bookmark takes, and more than a disk gives away when it is full


@dataclass(frozen=True, slots=True)
class Look:
    """A store's state, its version (0 where that is not known) and its size in bytes with its log.

    A store is `closed` where nobody can say whether it is sound.
    """

    state: State
    version: int = 0
    size: int = 0


def look(path: Path) -> Look:
    """Look through all of a store; it may be one in a folder that can only be read."""
    try:
        size = path.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return Look("missing")
    except OSError:
        return Look("closed")
    if not path.is_file():  # a pipe would keep whoever reads it waiting
        return Look("closed")
    with suppress(OSError):
        size += path.with_name(f"{path.name}-wal").stat().st_size
    for mode in ("ro", "ro&immutable=1"):
        try:
            with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)) as connection:
                said = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
                return Look("sound" if said == "ok" else "damaged", version_of(connection), size)
        except sqlite3.Error as error:
            if problem_of(error).reason == "damaged":
                return Look("damaged", 0, size)
    return Look("closed", 0, size)


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
