"""What the library holds, as plain records."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal, TypeAlias

Outcome: TypeAlias = Literal["new", "same", "changed"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the library, as its present version is.

    `id` stays the same whichever version it has, and is never given to another; `digest` is that of the
    present text. Title, byline, source and date are as the reader put them right. `path` is the file it was
    last read from, None for what came through a pipe or was pasted. `characters` is the length of the text.
    `added` and `opened` are ISO 8601, UTC; `opened` is None where it was never read. `progress` is 0 to 1.
    """

    id: int
    digest: str
    title: str
    byline: tuple[str, ...]
    source: str | None
    date: str | None
    path: str | None
    characters: int
    added: str
    opened: str | None
    progress: float


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of a document that was added: a new one, the same as before, or a version of one."""

    entry: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class FileState:
    """What a file was like when it was read: its length in bytes, its last change in nanoseconds."""

    bytes: int
    changed: int


def file_state(path: str | os.PathLike[str]) -> FileState | None:
    """Return what a file is like now; None where it cannot be told."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a path may hold what pathlib refuses, such as a NUL
    except (OSError, ValueError):
        return None
    return FileState(status.st_size, status.st_mtime_ns)
