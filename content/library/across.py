"""Search over all documents of a library at once, with one index that grows with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.library.covered import find_base, index_order, remember
from content.library.indexing import IndexBuilder
from content.library.known_labels import KnownLabels
from content.library.prepared import MOST_HITS, PreparedSearch
from content.library.search import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from content.document import Document, Span
    from content.lexicon import Lexicon
    from content.search import Result


class LibrarySearch(PreparedSearch):
    """Searches all documents of a library. Every call takes as long as it does: call it in a thread.

    The `document` of a hit is its index in `documents`. `lexicon` gives names and themes, None is the bundled
    one; `known` has those that were found, None are those in the cache. There is one library to a cache
    folder: the tables of another one give way to these.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        cache_folder: Path,
        *,
        lexicon: Lexicon | None = None,
        known: KnownLabels | None = None,
    ) -> None:
        self._order = index_order(documents, cache_folder)
        self._in_order = self._order == sorted(self._order)
        known = known or KnownLabels(cache_folder, lexicon)
        self._ordered = [documents[place] for place in self._order]
        index = SearchIndex(self._ordered, lexicon=lexicon, labels=self._labels(known))
        super().__init__(index, IndexBuilder(index, self._ordered, cache_folder), cache_folder)
        self._alone = not documents

    def take_labels(self, known: KnownLabels) -> None:
        """Have filters for names and themes mean what is known now."""
        self._index.set_labels(self._labels(known))

    def _labels(self, known: KnownLabels) -> list[Mapping[str, Sequence[Span]]]:
        return [known.labels_of(each) for each in self._ordered]

    def find(self, query: str, limit: int = MOST_HITS) -> Result:
        """Search, by literal text alone as long as the index is not there."""
        result = super().find(query, limit)
        if self._in_order:
            return result
        hits = (replace(hit, document=self._order[hit.document]) for hit in result.hits)
        return replace(result, hits=tuple(hits))

    def prepare(self, on_progress: Callable[[int, int], None] | None = None) -> bool:
        """Load the index, or have it made out of that of the documents before, or build it.

        Otherwise as with one document: `on_progress` is told how much is built, and of how much; False where
        `close` ended it.
        """
        ready = super().prepare(on_progress)
        if ready and self._index.has_words:
            remember(self._index, self._cache_folder)
        return ready

    def _build(self, on_progress: Callable[[int, int], None] | None) -> None:
        self._builder.build(on_progress, find_base(self._index, self._cache_folder))
