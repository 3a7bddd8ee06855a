"""The documents of a library as search across it takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.document import Document
    from content.library.library import Library
    from content.library.records import Entry


def present_documents(library: Library) -> tuple[tuple[Entry, ...], tuple[Document, ...]]:
    """Return the documents of a library and the entry of each, those added last come last.

    Texts that are not there whole are left out. This is the order in which the one index grows.
    """
    entries = {entry.digest: entry for entry in sorted(library.entries(), key=lambda entry: entry.id)}
    documents = tuple(library.documents(entries))
    return tuple(entries[document.digest] for document in documents), documents
