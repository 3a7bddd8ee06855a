"""Search as the reader screen uses it: literal at once, by words as soon as the helper process has them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from content.chinese.helper import HelperError, WordHelper
from content.search import Result, SearchIndex

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from content.document import Document

_HITS = 500  # more than anybody looks through; the counts are of all


class Searching:
    """Searches one document. `find` and `learn_words` take as long as they do: call them in a thread."""

    def __init__(self, document: Document, cache_folder: Path) -> None:
        self._document = document
        self._cache_folder = cache_folder
        self._index = SearchIndex(document)
        self._closed = self._alone = False

    @cached_property
    def _helper(self) -> WordHelper:
        return WordHelper(self._index.known_words, self._cache_folder)

    @property
    def has_words(self) -> bool:
        """Whether the words of the document are known, or are cut in this process where they are needed."""
        return self._index.has_words or self._alone

    def find(self, query: str) -> Result:
        """Search, by literal text alone as long as the words are not known."""
        return self._index.find(query, _HITS, literal_only=not self.has_words)

    def learn_words(self, on_progress: Callable[[int, int], None] | None = None) -> bool:
        """Have the document cut into words in another process; False where `close` ended it.

        Where there is no such process to be had, `find` loads the dictionary itself: better a screen that
        stands still for a moment than a search that knows no pinyin.
        """
        try:
            if self._closed:
                return False
            self._helper.start()
            texts = [passage.text for passage in self._document.passages]
            self._index.set_words(self._helper.cut_each(texts, on_progress))
        except (HelperError, OSError, ValueError):
            self._alone = not self._closed
        finally:
            self._close_helper()
        return not self._closed

    def close(self) -> None:
        """End the helper process if it runs, and start none."""
        self._closed = True
        self._close_helper()

    def _close_helper(self) -> None:
        if "_helper" in self.__dict__:
            self._helper.close()
