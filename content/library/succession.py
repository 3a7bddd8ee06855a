"""Which document of the library a text is a version of."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from content.library.records import FileState, file_state
from content.library.storing import document_from
from content.library.versions import is_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from content.document import Document

    Read: TypeAlias = Callable[..., list[Any]]

_ALIKE = 5  # documents of the same title that a new one is compared with
# The present text of each document.
_PRESENT = """SELECT entry.id, removed IS NULL, digest, text, layout FROM entry
JOIN version ON turn = (SELECT max(turn) FROM version WHERE version.entry = entry.id)
JOIN content USING (digest)"""


class Predecessor(NamedTuple):
    """A document by its id, the digest of its present text, and whether it is listed or was removed."""

    entry: int
    digest: str
    listed: bool


def predecessor(read: Read, document: Document, path: bytes | None) -> Predecessor | None:
    """Return the document that has or had a text, else the one that it is a version of; None for a new one.

    `read` takes a query with its values and returns rows; `path` is the file of the text. A document that was
    removed is only had again with one of its own texts, or with its file; one whose own file still has its
    text has no version in another file.
    """
    rows = read(
        """SELECT entry.id, (SELECT digest FROM version WHERE entry = entry.id ORDER BY turn DESC LIMIT 1),
        removed IS NULL FROM entry JOIN version ON version.entry = entry.id WHERE digest = ?""",
        document.digest,
    )
    if rows:
        entry, digest, listed = rows[0]
        return Predecessor(entry, digest, bool(listed))
    if path is not None:
        for found, before in _present(read, "path = ?", path):
            # Of a file that did not change, another reading: by another encoding, or a newer program.
            if is_version(before, document, same_file=True) or _stands(read, found.digest):
                return found
    if document.title:
        for found, before in _present(read, "title = ? AND removed IS NULL", document.title):
            if is_version(before, document, same_file=False) and not _stands(read, found.digest):
                return found
    return None


def _stands(read: Read, digest: str) -> bool:
    """Tell whether a text is still in a file it was read from: then another file holds another document."""
    return any(
        file_state(os.fsdecode(path)) == FileState(size, changed)
        for path, size, changed in read("SELECT path, bytes, changed FROM file WHERE digest = ?", digest)
    )


def _present(read: Read, where: str, value: object) -> Iterator[tuple[Predecessor, Document]]:
    """Yield documents of a file or a title with their present text, the latest first."""
    query = f"{_PRESENT} WHERE {where} ORDER BY turn DESC LIMIT {_ALIKE}"
    for entry, listed, digest, text, layout in read(query, value):
        document = document_from(digest, text, layout)
        if document:
            yield Predecessor(entry, digest, bool(listed)), document
