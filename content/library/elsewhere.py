"""Texts that another computer had: what is kept of them came with an export, and means the text at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from content.document import Document
    from content.shelf import Shelf

_FEWEST = 8  # characters in common: fewer stand in any text


def versions_elsewhere(document: Document, shelf: Shelf, known: Collection[str]) -> Iterator[str]:
    """Yield the digests of texts that a document is a version of, as far as what is kept of them tells.

    They have its title and its source, and what stood at one of their bookmarks or beside it stands in the
    document. `known` are digests of which more can be told, those of the library.
    """
    for digest, kept in shelf.documents().items():
        alike = (kept.title, kept.source, kept.edition) == (document.title, document.source, False)
        if not (alike and kept.title) or digest in known or digest == document.digest:
            continue
        marks = shelf.bookmarks(digest)
        told = {words for mark in marks for words in (mark.quote, mark.prefix, mark.suffix)}
        if any(len(words) >= _FEWEST and words in document.text for words in told):
            yield digest
