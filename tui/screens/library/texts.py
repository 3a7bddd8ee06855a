"""Every text of the library and the bundled edition: read once, and searched together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TYPE_CHECKING

from content.library.across import LibrarySearch
from content.library.edited_labels import edited_labels
from content.library.lexicon import reader_lexicon
from content.library.names_across import across
from content.library.names_file import names_stamp
from content.library.opening import open_document
from content.library.places import config_folder
from content.library.together import Together
from tui.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from content.document import Document
    from content.library.known_labels import KnownLabels
    from content.library.library import Library
    from content.library.names_across import NameAcross
    from content.library.names_file import Stamp
    from content.library.records import Entry
    from content.shelf import Edits


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """What is searched at once: documents as they came into the library, the edition last; the file of each.

    The `document` of a hit of `search` is its index in `documents`; `paths` are by digest.
    """

    documents: tuple[Document, ...] = ()
    paths: Mapping[str, str | None] = field(default_factory=dict)
    search: Together | None = None


class LibraryTexts:
    """Stays as long as the program: what was read for one search is there for the next.

    Every call takes as long as it does: call it in a thread. `read` and `shared` wait for each other; `stop`
    waits for neither.
    """

    def __init__(self, library: Callable[[], Library], cache_folder: Path) -> None:
        self._library = library
        self._cache_folder = cache_folder
        self._turn = Lock()
        self._edition: Document | None = None
        self._read: dict[str, Document] = {}
        self._across: LibrarySearch | None = None
        self._alone: Searching | None = None
        self._known: KnownLabels | None = None
        self._edits: Edits | None = None
        self._names: Stamp = None
        self._stopped: Together | None = None
        self.present = Texts()

    def read(self, on_progress: Callable[[int, int], None]) -> None:
        """Read what is not there yet into `present`, another one each time.

        `on_progress` is told how many documents are read, and of how many; what it raises ends this, and what
        was read by then need not be read again.
        """
        with self._turn:
            entries = sorted(self._library().entries(), key=lambda entry: entry.id)
            missing = [entry.digest for entry in entries if entry.digest not in self._read]
            for done, document in enumerate(self._library().documents(missing)):
                self._read[document.digest] = document
                on_progress(done, len(missing))
            there = [entry for entry in entries if entry.digest in self._read]
            self._read = {entry.digest: self._read[entry.digest] for entry in there}
            self._edition = self._edition or open_document()
            listed = (_as_listed(self._read[entry.digest], entry) for entry in there)
            self._take((*listed, self._edition), {entry.digest: entry.path for entry in there})

    def _take(self, documents: tuple[Document, ...], paths: Mapping[str, str | None]) -> None:
        """Have these documents searched, by what was found and what the reader made of that by now."""
        before, edits = self.present, self._library().shelf.edits()
        names = names_stamp(self._cache_folder)
        grown = [each.digest for each in documents] != [each.digest for each in before.documents]
        changed = grown or (edits, names) != (self._edits, self._names)
        self._edits, self._names = edits, names
        if changed or self._known is None:
            lexicon = reader_lexicon(config_folder()).lexicon
            self._known = edited_labels(self._cache_folder, lexicon, self._library())
        search = before.search
        if search is None or grown or search is self._stopped:
            if search:
                search.close()
            search, changed = self._made(documents), True
        if changed:
            self._take_labels(self._known, documents[-1])
        self.present = Texts(documents, paths, search)

    def _made(self, documents: tuple[Document, ...]) -> Together:
        """Make a search that has no index yet."""
        *kept, edition = documents
        self._across = LibrarySearch(kept, self._cache_folder) if kept else None
        self._alone = Searching(edition, self._cache_folder)
        parts = [(self._across, len(kept))] if self._across else []
        return Together([*parts, (self._alone, 1)])

    def _take_labels(self, known: KnownLabels, edition: Document) -> None:
        """Have filters mean what the reader made of names and themes by now."""
        if self._across:
            self._across.take_labels(known)
        if self._alone:
            self._alone.index.set_labels(known.labels_of(edition))

    def shared(self, on_progress: Callable[[int, int], None]) -> tuple[NameAcross, ...]:
        """Return the names and themes that the documents speak of; what `on_progress` raises ends it."""
        with self._turn:
            if self._known is None:
                return ()
            documents = self.present.documents
            self._known.find_missing(documents, on_progress)
            return across(self._known, (document.digest for document in documents))

    def stop(self) -> None:
        """End the processes that build; what is searched for until `read` is found literally."""
        search = self._stopped = self.present.search
        if search:
            search.close()


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
