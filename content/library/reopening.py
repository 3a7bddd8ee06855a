"""What was opened before, opened again: from its file where that changed, else from the library."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from content.library.opening import STANDARD_INPUT, is_descriptor, open_document
from content.library.records import FileState, file_state
from content.reading.errors import ReadingError

if TYPE_CHECKING:
    from content.document import Document
    from content.library.library import Library

NO_FILE = STANDARD_INPUT
"""As `content.shelf.NO_FILE`, which a first start has no need of."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document as it was read.

    `path` is its file, None for the bundled edition, `NO_FILE` for what came through a pipe or was pasted.
    `state` is what the file was like before it was read, None where the library had the text. `is_new` tells
    whether it has to be put into the library.
    """

    document: Document
    path: str | None = None
    state: FileState | None = None
    is_new: bool = False


def open_anew(path: str, *, encoding: str | None = None) -> Opened:
    """Read a file, whatever is known of it; `-` is standard input, `encoding` overrides what it looks like.

    What is no file that stays, such as a named pipe or a descriptor, is as if it came through standard input.
    What holds the bundled edition's text is the edition, which is never put into the library.

    Raises ReadingError as `open_document` does.
    """
    if not (path != STANDARD_INPUT and _is_file(path)):
        return _opened(open_document(path, encoding=encoding), NO_FILE)
    state = file_state(path)  # before it is read: what changes it meanwhile has it read again
    return _opened(open_document(path, encoding=encoding), path, state)


def _opened(document: Document, path: str, state: FileState | None = None) -> Opened:
    return Opened(document) if document.edition else Opened(document, path, state, is_new=True)


def open_path(path: str, library: Library | None = None, *, encoding: str | None = None) -> Opened:
    """Open a file: as it was read before where it has not changed, so as an encoding the reader chose holds.

    `encoding` has the file read anew, that way. Raises ReadingError as `open_anew` does.
    """
    if path != STANDARD_INPUT and library and encoding is None:
        digest = library.unchanged(path)
        document = library.as_read(digest) if digest else None
        if document:
            return Opened(document, path)
    return open_anew(path, encoding=encoding)


def open_again(
    digest: str, path: str | None, library: Library | None, *, encoding: str | None = None
) -> Opened | None:
    """Open what was read before, a text by its digest: from its file at `path` where that changed.

    Where the file cannot be read any more, or there never was one, it is what the library has; None where
    that has nothing. A `path` of None is the edition. What was removed from the library is not put back.
    """
    if path is None:
        return Opened(open_document())
    if path != NO_FILE and _is_file(path):  # what took the place of a file may have the reader wait for ever
        try:
            opened = open_path(path, library, encoding=encoding)
        except ReadingError:
            pass  # emptied, forbidden: the text that was read is still there
        else:
            return replace(opened, is_new=False) if library and library.is_removed(digest) else opened
    document = library.as_read(digest) if library else None
    return Opened(document, path) if document else None


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file() and not is_descriptor(path)
    except (OSError, ValueError):
        return False
