"""A path, standard input, or nothing becomes a document."""

from __future__ import annotations

import os
import stat
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from content.reading import read
from content.reading.edition import read_edition
from content.reading.errors import ReadingError
from content.reading.limits import LARGEST, LARGEST_SAID
from content.scrub import scrub_line

if TYPE_CHECKING:
    from content.document import Document

STANDARD_INPUT = "-"


def open_document(path: str | os.PathLike[str] | None = None, *, encoding: str | None = None) -> Document:
    """Open a document: the file at `path`, standard input for `-`, the bundled edition for None.

    `encoding` overrides what the bytes look like. What holds the bundled edition's very text is the edition.

    Raises ReadingError: missing, folder, unreadable, and all that `content.reading.read` raises.
    """
    if path is None:
        return read_edition()
    name = scrub_line(os.fsdecode(path))
    try:
        data = _at_most(sys.stdin.buffer) if path == STANDARD_INPUT else _bytes_of(path, name)
    except FileNotFoundError:
        raise ReadingError("missing", name) from None
    except IsADirectoryError:
        raise ReadingError("folder", name) from None
    except OSError as error:
        raise ReadingError("unreadable", name, scrub_line(error.strerror or "")) from None
    except (ValueError, AttributeError):  # a NUL in the path; a program without standard input
        raise ReadingError("unreadable", name) from None
    nameless = path == STANDARD_INPUT or is_descriptor(path)
    document = read(data, STANDARD_INPUT if nameless else Path(name).name, encoding=encoding)
    return edition if document.text == (edition := _edition()).text else document


@cache
def _edition() -> Document:
    return read_edition()


def is_descriptor(path: str | os.PathLike[str]) -> bool:
    """Tell whether a path is a number a shell gave to something open, as `/dev/fd/63` or `/dev/stdin` is."""
    return os.path.abspath(os.fsdecode(path)).startswith(("/dev/", "/proc/"))  # noqa: PTH100 - follows no link


def _bytes_of(path: str | os.PathLike[str], name: str) -> bytes:
    if not name:
        raise ReadingError("missing", name)
    file = Path(path)
    found = file.stat()
    if stat.S_ISDIR(found.st_mode):
        raise ReadingError("folder", name)
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISFIFO(found.st_mode)):
        raise ReadingError("unreadable", name)  # a device may never end, or act on being read
    if found.st_size > LARGEST:
        raise ReadingError("too_large", name, LARGEST_SAID)
    with file.open("rb") as opened:
        return _at_most(opened)


def _at_most(file: BinaryIO) -> bytes:
    return file.read(LARGEST + 1)
