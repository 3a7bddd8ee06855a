"""Search that is literal at once, and by everything else as soon as its index is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.chinese.helper import HelperError
from content.library.indexing import load_index
from content.search.stored import StoredError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from content.library.indexing import IndexBuilder
    from content.search import Result, SearchIndex
    from content.search.completing import Completion

MOST_HITS = 4_000
"""More than anybody goes through one by one; the counts are of all."""


class PreparedSearch:
    """Searches with an index that comes from the cache or is built in another process.

    Every call takes as long as it does: call it in a thread.
    """

    def __init__(self, index: SearchIndex, builder: IndexBuilder, cache_folder: Path) -> None:
        self._index = index
        self._builder = builder
        self._cache_folder = cache_folder
        self._closed = self._alone = False

    @property
    def index(self) -> SearchIndex:
        """The index, ready or not."""
        return self._index

    @property
    def has_words(self) -> bool:
        """Whether the index is there, or is made in this process where it is needed."""
        return self._index.has_words or self._alone

    def find(self, query: str, limit: int = MOST_HITS) -> Result:
        """Search, by literal text alone as long as the index is not there."""
        return self._index.find(query, limit, literal_only=not self.has_words)

    def count(self, query: str) -> tuple[int, int]:
        """Return in how many passages a query is found, and at how many places; literally as `find` does."""
        return self._index.count(query, literal_only=not self.has_words)

    def complete(self, typed: str) -> tuple[Completion, ...]:
        """Return what the last word of a query may become; () as long as the index is not there."""
        return self._index.complete(typed) if self.has_words else ()

    def prepare(self, on_progress: Callable[[int, int], None] | None = None) -> bool:
        """Load the index from the cache or have it built in another process; False where `close` ended it.

        `on_progress` is told how much is built, and of how much. Where there is no such process to be had
        the index is made here, when it is asked: better a screen that stands still for a moment than a
        search that knows no pinyin.
        """
        if self._closed or self.has_words or load_index(self._index, self._cache_folder):
            return not self._closed
        try:
            self._build(on_progress)
        except (HelperError, OSError, StoredError):
            self._alone = not self._closed
        return not self._closed

    def close(self) -> None:
        """End the process that builds the index if it runs, and start none."""
        self._closed = True
        self._builder.close()

    def _build(self, on_progress: Callable[[int, int], None] | None) -> None:
        self._builder.build(on_progress)
