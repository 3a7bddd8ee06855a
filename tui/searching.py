"""Search as the reader screen uses it: one document, and never more hits than a list can use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.library.indexing import IndexBuilder
from content.library.prepared import PreparedSearch
from content.library.search import SearchIndex

if TYPE_CHECKING:
    from pathlib import Path

    from content.document import Document


class Searching(PreparedSearch):
    """Searches one document. Every call takes as long as it does: call it in a thread."""

    def __init__(self, document: Document, cache_folder: Path) -> None:
        index = SearchIndex(document)
        super().__init__(index, IndexBuilder(index, [document], cache_folder), cache_folder)
