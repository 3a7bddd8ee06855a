"""The analysis as the reader screen uses it: from the cache at once, else as soon as the words are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.chinese.helper import HelperError
from content.library.analysing import Analysing
from tui.findings import whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from content.document import Document
    from content.library.backlog import Backlog
    from content.library.library import Library
    from content.search import SearchIndex
    from tui.findings import Findings


_AT_LEISURE = 15  # niceness


class Analyst:
    """Finds everything in documents. Every call takes as long as it does: call it in a thread."""

    def __init__(self, cache_folder: Path, config_folder: Path) -> None:
        self._folders = cache_folder, config_folder
        self._analysing = Analysing(cache_folder, config_folder)

    def known(self, document: Document) -> Findings | None:
        """Return what was found before, None where it has to be looked for."""
        found = self._analysing.known(document)
        return whole(found) if found else None

    def prepare(self) -> None:
        """Get ready to find things."""
        self._analysing.prepare()

    def find(
        self, document: Document, index: SearchIndex | None, on_progress: Callable[[int, int], None]
    ) -> Findings | None:
        """Find everything; None where that cannot be done or `close` ended it."""
        try:
            return whole(self._analysing.find(document, index, on_progress))
        except (HelperError, OSError):
            return None

    def backlog(self, library: Library) -> Backlog | None:
        """Return what is to be analysed of a library, in a process that stands back behind everything."""
        from content.library.backlog import Backlog

        return Backlog(library, Analysing(*self._folders, niceness=_AT_LEISURE))

    def close(self) -> None:
        """End the process that finds things if it runs, and start none."""
        self._analysing.close()
