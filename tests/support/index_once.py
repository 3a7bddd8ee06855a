"""The index of each text built once in a run, however many readers open it."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from content.library.indexing import IndexBuilder, load_index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Document
    from content.search import SearchIndex


class IndexOnce:
    """Stands in for `IndexBuilder`: builds as it does, and remembers in a folder of its own."""

    def __init__(self, index: SearchIndex, documents: Sequence[Document], _folder: Path) -> None:
        self._index = index
        self._documents = documents

    def build(self, _on_progress: object = None, _base: object = None) -> None:
        """Build, or load what was built."""
        folder = folder_of_the_run()
        if not load_index(self._index, folder):
            IndexBuilder(self._index, self._documents, folder).build()

    def close(self) -> None:
        """End: there is nothing to end."""


def folder_of_the_run() -> Path:
    """Return the folder in which everything stays until the run ends."""
    return Path(_folder().name)


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()
