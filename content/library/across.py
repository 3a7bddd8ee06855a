"""Search over all documents of a library at once, with one index that grows with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.library.covered import find_base, remember
from content.library.indexing import IndexBuilder
from content.library.prepared import PreparedSearch
from content.library.search import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from content.document import Document
    from content.lexicon import Lexicon


class LibrarySearch(PreparedSearch):
    """Searches documents in a stable order: those that were added last come last.

    The `document` of a hit is its index in `documents`. Every call takes as long as it does: call it in a
    thread. `lexicon` gives names and themes; None is the bundled one.
    """

    def __init__(
        self, documents: Sequence[Document], cache_folder: Path, *, lexicon: Lexicon | None = None
    ) -> None:
        index = SearchIndex(documents, lexicon=lexicon)
        super().__init__(index, IndexBuilder(index, documents, cache_folder), cache_folder)
        self._alone = not documents

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
