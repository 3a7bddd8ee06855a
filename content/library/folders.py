"""What there is to read in paths that may be folders: recursively, in the order of names."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from content.reading.errors import ReadingError
from content.reading.formats import claimed_by
from content.scrub import scrub_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Hidden; the resource forks in an archive of macOS; what Word keeps beside a document while that is open.
_NOT_THE_READERS = re.compile(r"\.|__MACOSX$|~\$")
# Where a browser puts what belongs to a page that it saves; the page itself is `name.html` beside it.
_OF_A_PAGE = ("_files", ".files")
_PAGES = (".html", ".htm", ".xhtml", ".shtml")
# `报告v2.0 终稿` and `2018.11.28` end in no suffix.
_SUFFIX = re.compile(r"\.(?=[a-z0-9]*[a-z])[a-z0-9]+", re.IGNORECASE)
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Contents:
    """Files to be read, in order and each once; folders that cannot be listed; how many were passed over."""

    files: tuple[str, ...]
    problems: tuple[tuple[str, ReadingError], ...]
    passed_over: int


def contents_of(paths: Iterable[str], cancelled: Callable[[], bool] | None = None) -> Contents:
    """Return what there is to read in paths; as soon as `cancelled` tells so, what was found by then.

    Files that are named are tried, whatever they are. In a folder those are taken that have a suffix of a
    format or none, and documents that are never read, such as PDF, so that the reader learns of them;
    pictures and everything else are passed over. What is hidden, or a browser saved beside a page, is not
    even counted. Links are followed; a folder is looked into once.
    """
    files: dict[PurePath, str] = {}
    problems: list[tuple[str, ReadingError]] = []
    passed_over, seen = 0, set()
    waiting = [(path, True) for path in paths][::-1]
    while waiting and not (cancelled and cancelled()):
        path, named = waiting.pop()
        kind = _kind(path)
        if kind != stat.S_IFDIR:
            if named or (kind in (stat.S_IFREG, None) and _is_document(path)):
                files.setdefault(PurePath(path), path)
            elif PurePath(path) not in files:
                passed_over += 1
        elif (folder := os.path.realpath(path)) not in seen:
            seen.add(folder)
            try:
                # Not as pathlib joins them: `-` in the current folder is a file, not standard input.
                inside = [os.path.join(path, name) for name in _names(path)]  # noqa: PTH118
            except OSError as error:
                said = ReadingError("unreadable", scrub_line(path), scrub_line(error.strerror or ""))
                problems.append((path, said))
            else:
                waiting += [(each, False) for each in reversed(inside)]
    return Contents(tuple(files.values()), tuple(problems), passed_over)


def _kind(path: str) -> int | None:
    """Return whether a path is a folder, a file or something else, as `stat` says it; None for none."""
    try:
        return stat.S_IFMT(os.stat(path).st_mode)  # noqa: PTH116 - a path may hold what pathlib refuses
    except (OSError, ValueError):
        return None


def _is_document(path: str) -> bool:
    name = PurePath(path)
    return not _SUFFIX.fullmatch(name.suffix) or claimed_by(name.name) not in (None, "picture")


def _names(folder: str) -> list[str]:
    """Return the names in a folder that are the reader's own, in order. Raises OSError."""
    names = {name for name in os.listdir(folder) if not _NOT_THE_READERS.match(name)}  # noqa: PTH208
    return sorted((name for name in names if not _belongs_to_a_page(name, names)), key=_natural)


def _belongs_to_a_page(name: str, beside: set[str]) -> bool:
    page = next((name.removesuffix(ending) for ending in _OF_A_PAGE if name.endswith(ending)), None)
    return page is not None and any(f"{page}{suffix}" in beside for suffix in _PAGES)


def _natural(name: str) -> tuple[list[str | int], str]:
    """Order `第2章` before `第10章`."""
    parts = _DIGITS.split(name.casefold())
    return [int(part) if place % 2 else part for place, part in enumerate(parts)], name
