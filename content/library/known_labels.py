"""Where each document of a library speaks of which name and theme: found once, and kept in the cache."""

from __future__ import annotations

import hashlib
import sys
import time
from array import array
from functools import cached_property
from typing import TYPE_CHECKING

from content.chinese.tables import tables_version
from content.document import Span
from content.lexicon import Lexicon, bundled_lexicon
from content.library.label_file import MARK_BYTES, LabelFile
from content.library.labels import Labels, NamedSpans, find_labels, key_of
from content.library.naming import Naming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from content.document import Document
    from content.library.naming import Named

ENGINE = 1
"""Another number where names or themes are found in another way than before."""

_NAME = "library.labels"
_A_WHILE = 1.0  # seconds between two writings


class KnownLabels:
    """What is known of the documents of a library, by the digest of each.

    `cache_folder` is where it is kept; `lexicon` None is the bundled one; `own` are lexicons that some
    documents have instead, by digest: what is known of these is not kept. Each method takes as long as it
    does; nothing is read before one is called.
    """

    def __init__(
        self,
        cache_folder: Path,
        lexicon: Lexicon | None = None,
        own: Mapping[str, Lexicon] | None = None,
    ) -> None:
        self.lexicon = lexicon or bundled_lexicon()
        self._own = own or {}
        self._own_labels: dict[str, Labels] = {}
        self._path = cache_folder / _NAME
        self._naming = Naming(self.lexicon)

    def labels_of(self, document: Document) -> NamedSpans:
        """Return a document's spans by `theme:x` and `entity:x`, as `Labels` understands them.

        Where they are not known they are found when they are asked for, and not kept.
        """
        if document.digest in self._own:
            return self._labels_of_own(document)
        return _Known(self, document, self.lexicon, self._naming)

    def missing(self, digests: Iterable[str]) -> list[str]:
        """Return those of some digests of whose documents nothing is known yet."""
        return [
            digest
            for digest in digests
            if digest not in (self._own_labels if digest in self._own else self._file.records)
        ]

    def find_missing(
        self, documents: Sequence[Document], on_progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Find names and themes of the documents of which they are not known, and keep them.

        `on_progress` is told how many documents are done, and of how many. What was found is kept also where
        an exception ends it. A cache that cannot be written is done without.
        """
        missing = frozenset(self.missing(document.digest for document in documents))
        found: dict[str, bytes] = {}
        written = time.monotonic()
        try:
            for done, document in enumerate(documents, 1):
                if document.digest in self._own:
                    self._labels_of_own(document)
                elif document.digest in missing:
                    found[document.digest] = self._packed(document)
                    if time.monotonic() - written > _A_WHILE:
                        self._file.add(found)
                        found, written = {}, time.monotonic()
                if on_progress:
                    on_progress(done, len(documents))
        finally:
            if found:
                self._file.add(found)

    def counts(self, digest: str) -> list[tuple[Named, int]]:
        """Return how often a document speaks of what; nothing where that is not known."""
        if digest in self._own:
            own, labels = self._own[digest], self._own_labels.get(digest)
            counted = ((each, len(labels.spans(each)) if labels else 0) for each in _all_of(own))
            return [(each, count) for each, count in counted if count]
        numbers = self._numbers(digest)
        if numbers is None:
            return []
        places, counts = _columns(numbers)
        return [(self._named[place], count) for place, count in zip(places, counts, strict=True)]

    def spans(self, digest: str, named: Named) -> Sequence[Span] | None:
        """Return where a document speaks of an entity or a theme; None where that is not known."""
        if digest in self._own:
            return labels.spans(named) if (labels := self._own_labels.get(digest)) else None
        numbers = self._numbers(digest)
        if numbers is None:
            return None
        places, counts = _columns(numbers)
        wanted = self._places.get(key_of(named))
        if wanted is None or wanted not in places:
            return ()
        column = places.index(wanted)
        start = 1 + 2 * len(places) + 2 * sum(counts[:column])
        flat = iter(numbers[start : start + 2 * counts[column]])
        return [Span(first, end) for first, end in zip(flat, flat, strict=True)]

    @cached_property
    def _file(self) -> LabelFile:
        made_with = f"{ENGINE} {tables_version()} {sys.byteorder} {self.lexicon!r}"
        mark = hashlib.sha256(made_with.encode("utf-8", "surrogatepass")).digest()[:MARK_BYTES]
        return LabelFile(self._path, mark)

    @cached_property
    def _named(self) -> tuple[Named, ...]:
        return _all_of(self.lexicon)

    @cached_property
    def _places(self) -> dict[str, int]:
        """The place of each theme and entity among all, by its label."""
        return {key_of(named): place for place, named in enumerate(self._named)}

    def _numbers(self, digest: str) -> array[int] | None:
        """Return what `_packed` packed; None where nothing is known."""
        data = self._file.records.get(digest)
        return None if data is None else array("I", data)

    def _labels_of_own(self, document: Document) -> Labels:
        if document.digest not in self._own_labels:
            self._own_labels[document.digest] = Labels(document, self._own[document.digest])
        return self._own_labels[document.digest]

    def _packed(self, document: Document) -> bytes:
        """Find all themes and entities: how many, the place of each, how often each, then all spans."""
        found = find_labels(document, self.lexicon)
        spans = {place: found[key] for key, place in self._places.items() if key in found}
        flat = (number for some in spans.values() for span in some for number in (span.start, span.end))
        return array("I", (len(spans), *spans, *map(len, spans.values()), *flat)).tobytes()


def _all_of(lexicon: Lexicon) -> tuple[Named, ...]:
    return (*lexicon.themes, *lexicon.entities)


def _columns(numbers: array[int]) -> tuple[array[int], array[int]]:
    """Return the places of the themes and entities, and how often each occurs."""
    length = numbers[0]
    return numbers[1 : 1 + length], numbers[1 + length : 1 + 2 * length]


class _Known(NamedSpans):
    """Spans of a document that are known, or found when they are asked for."""

    def __init__(self, known: KnownLabels, document: Document, lexicon: Lexicon, naming: Naming) -> None:
        super().__init__(lexicon, naming)
        self._known = known
        self._document = document

    def spans(self, named: Named) -> Sequence[Span]:
        """Return the spans of an entity or a theme of the lexicon, in reading order."""
        known = self._known.spans(self._document.digest, named)
        return self._found.spans(named) if known is None else known

    @cached_property
    def _found(self) -> Labels:
        return Labels(self._document, self._lexicon, naming=self._naming)
