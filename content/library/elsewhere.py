"""Texts that another computer had: what is kept of them came with an export, and means the text at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from content.document import Document
    from content.library.records import Entry
    from content.shelf import Bookmark, KeptDocument, Shelf

_FEWEST = 8  # characters in common: fewer stand in any text


def versions_elsewhere(document: Document, shelf: Shelf, known: Collection[str]) -> Iterator[str]:
    """Yield the digests of texts that a document is a version of, as far as what is kept of them tells.

    `known` are digests of which more can be told, those of the library.
    """
    for digest, kept in shelf.documents().items():
        if digest in known or digest == document.digest or not is_named_alike(document, kept):
            continue
        if stands_in(document, shelf.bookmarks(digest)):
            yield digest


def is_named_alike(document: Document | Entry, kept: KeptDocument) -> bool:
    """Tell whether a document has the title and the source of one of which something is kept."""
    return bool(kept.title) and (kept.title, kept.source, kept.edition) == (
        document.title,
        document.source,
        False,
    )


def stands_in(document: Document, bookmarks: Iterable[Bookmark]) -> bool:
    """Tell whether what stood at one of some bookmarks, or beside it, stands in a document."""
    told = {words for mark in bookmarks for words in (mark.quote, mark.prefix, mark.suffix)}
    return any(len(words) >= _FEWEST and words in document.text for words in told)
