"""Every text of the library and the bundled edition: read once, and searched together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.library.across import LibrarySearch
from content.library.edited_labels import edited_labels
from content.library.lexicon import reader_lexicon
from content.library.names_across import across
from content.library.opening import open_document
from content.library.places import config_folder
from content.library.together import Together
from tui.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from content.document import Document
    from content.library.known_labels import KnownLabels
    from content.library.library import Library
    from content.library.names_across import NameAcross
    from content.library.records import Entry
    from content.shelf import Edits


class LibraryTexts:
    """Stays as long as the program: what was read for one search is there for the next.

    Every call takes as long as it does: call it in a thread, one at a time. `documents` are in the order in
    which they came into the library, the edition last.
    """

    def __init__(self, library: Callable[[], Library], cache_folder: Path) -> None:
        self._library = library
        self._cache_folder = cache_folder
        self._edition: Document | None = None
        self._digests: tuple[str, ...] = ()
        self.documents: tuple[Document, ...] = ()
        self.paths: dict[str, str | None] = {}
        self.search: Together | None = None
        self._across: LibrarySearch | None = None
        self._alone: Searching | None = None
        self._known: KnownLabels | None = None
        self._edits: Edits | None = None
        self._stopped = False

    def read(self, on_progress: Callable[[int, int], None]) -> None:
        """Read what is not there yet; `on_progress` is told how many documents are, and of how many."""
        entries = sorted(self._library().entries(), key=lambda entry: entry.id)
        known = {document.digest: document for document in self.documents}
        missing = [entry.digest for entry in entries if entry.digest not in known]
        for done, document in enumerate(self._library().documents(missing)):
            on_progress(done, len(missing))
            known[document.digest] = document
        there = [entry for entry in entries if entry.digest in known]
        if self._edition is None:
            self._edition = open_document()
        self.documents = (*(_as_listed(known[entry.digest], entry) for entry in there), self._edition)
        self.paths = {entry.digest: entry.path for entry in there}
        digests = tuple(entry.digest for entry in there)
        edits, grown = self._library().shelf.edits(), digests != self._digests
        changed = grown or edits != self._edits
        self._digests, self._edits = digests, edits
        if changed or self._known is None:
            lexicon = reader_lexicon(config_folder()).lexicon
            self._known = edited_labels(self._cache_folder, lexicon, self._library())
        if self.search is None or self._stopped or grown:
            self._make_search()
            changed = True
        if changed:
            self._take_labels(self._known)

    def _make_search(self) -> None:
        """Make a search that has no index yet."""
        self.stop()
        *documents, edition = self.documents
        self._across = LibrarySearch(documents, self._cache_folder) if documents else None
        self._alone = Searching(edition, self._cache_folder)
        parts = [(self._across, len(documents))] if self._across else []
        self.search = Together([*parts, (self._alone, 1)])
        self._stopped = False

    def _take_labels(self, known: KnownLabels) -> None:
        """Have filters mean what the reader made of names and themes by now."""
        if self._across:
            self._across.take_labels(known)
        if self._alone:
            self._alone.index.set_labels(known.labels_of(self.documents[-1]))

    def shared(self, on_progress: Callable[[int, int], None]) -> tuple[NameAcross, ...]:
        """Return the names and themes that the documents speak of; what `on_progress` raises ends it."""
        if self._known is None:
            return ()
        self._known.find_missing(self.documents, on_progress)
        return across(self._known, (document.digest for document in self.documents))

    def stop(self) -> None:
        """End the processes that build; what is searched for until `read` is found literally."""
        if self.search:
            self.search.close()
            self._stopped = True


def _as_listed(document: Document, entry: Entry) -> Document:
    """Return a document as the reader has put it right by now."""
    if (document.title, document.byline, document.source, document.date) == (
        entry.title, entry.byline, entry.source, entry.date
    ):  # fmt: skip
        return document
    changed = replace(
        document, title=entry.title, byline=entry.byline, source=entry.source, date=entry.date
    )  # fmt: skip
    changed.__dict__["digest"] = document.digest  # of the same text
    return changed
