"""What is found in each text found once in a run, however many readers open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index_once import folder_of_the_run

from tui.analysing import Analyst

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from content.document import Document
    from content.library.backlog import Backlog
    from content.library.library import Library
    from content.search import SearchIndex
    from tui.findings import Findings


class AnalystOnce(Analyst):
    """Stands in for `Analyst`: finds as it does, and remembers in a folder of its own.

    To the reader each text is new all the same: what was found always comes after the first picture.
    """

    def __init__(self, _cache_folder: Path, config_folder: Path) -> None:
        super().__init__(folder_of_the_run(), config_folder)

    def prepare(self) -> None:
        """Get ready for nothing: most was found before."""

    def known(self, _document: Document) -> Findings | None:
        """Know nothing from before."""
        return None

    def find(
        self, document: Document, index: SearchIndex | None, on_progress: Callable[[int, int], None]
    ) -> Findings | None:
        """Find everything, or load what was found."""
        return super().known(document) or super().find(document, index, on_progress)

    def backlog(self, _library: Library) -> Backlog | None:
        """Analyse nothing of a library."""
        return None
