"""A path, standard input, or nothing becomes a document."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING, BinaryIO

from content.reading import read
from content.reading.decoding import LARGEST
from content.reading.edition import read_edition
from content.reading.errors import ReadingError
from content.scrub import scrub_line

if TYPE_CHECKING:
    from content.document import Document

STANDARD_INPUT = "-"


def open_document(path: str | os.PathLike[str] | None = None, *, encoding: str | None = None) -> Document:
    """Open a document: the file at `path`, standard input for `-`, the bundled edition for None.

    `encoding` overrides what the bytes look like.

    Raises ReadingError: missing, folder, unreadable, and all that `content.reading.read` raises.
    """
    if path is None:
        return read_edition()
    if path == STANDARD_INPUT:
        return read(_at_most(sys.stdin.buffer), STANDARD_INPUT, encoding=encoding)
    path = os.fspath(path)
    return read(_bytes_of(path), os.path.basename(path), encoding=encoding)  # noqa: PTH119 - Path("") is "."


def _bytes_of(path: str) -> bytes:
    name = scrub_line(path)
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a path may hold what Path would change
        if stat.S_ISDIR(mode):
            raise ReadingError("folder", name)
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):  # a device may never end, or act on being read
            raise ReadingError("unreadable", name)
        with open(path, "rb") as file:  # noqa: PTH123 - likewise
            return _at_most(file)
    except FileNotFoundError:
        raise ReadingError("missing", name) from None
    except IsADirectoryError:
        raise ReadingError("folder", name) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        detail = error.strerror if isinstance(error, OSError) and error.strerror else ""
        raise ReadingError("unreadable", name, detail) from None


def _at_most(file: BinaryIO) -> bytes:
    return file.read(LARGEST + 1)
