"""The shelf as the reader screen uses it: one document's bookmarks, with undo, and the reader's choices."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from content.document import Document, Passage
    from content.library.library import Library
    from content.shelf import Bookmark, Place, Problem, Shelf

_RECENT_SEARCHES = 10
_RECENT_DOCUMENTS = 50


class Keeper:
    """Keeps things in `folder`. All but `settings` may take as long as the disk does: call them in a thread.

    What writes raises ShelfError when nothing was kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opening = Lock()
        self._undo: list[tuple[Callable[[], object], int]] = []

    @property
    def begun(self) -> bool:
        """Whether anything was ever kept here; asking makes nothing."""
        return (self._folder / "kept.db").exists()

    @cached_property
    def _opened(self) -> Shelf:
        from content.shelf import Shelf  # SQLite is not needed for the first paint of a first start

        return Shelf(self._folder)

    @property
    def shelf(self) -> Shelf:
        """The shelf, opened when it is first needed."""
        with self._opening:
            return self._opened

    @cached_property
    def _library(self) -> Library:
        from content.library.library import Library  # as above

        return Library(self._folder, self._opened)

    @property
    def library(self) -> Library:
        """The library, opened when it is first needed."""
        with self._opening:
            return self._library

    @property
    def problem(self) -> Problem | None:
        """Why nothing can be kept, or None."""
        return self.shelf.problem

    def close(self) -> None:
        """Close the shelf and the library if they were opened."""
        with self._opening:
            if "_library" in self.__dict__:
                self._library.close()
            if "_opened" in self.__dict__:
                self._opened.close()

    def settings(self) -> dict[str, str]:
        """Return the reader's choices; none before anything was kept."""
        return {setting.key: setting.value for setting in self.shelf.settings()} if self.begun else {}

    def choose(self, key: str, value: str) -> None:
        """Remember a choice of the reader."""
        self.shelf.set_setting(key, value)

    def place(self, document: Document) -> Place | None:
        """Return the place where the document was left; None before anything was kept."""
        return self.shelf.place_of(document.digest) if self.begun else None

    def leave_at(self, document: Document, path: str | None, offset: int, progress: float) -> None:
        """Remember the place in a document."""
        self.shelf.save_place(document, offset, path=path, progress=progress)

    def recent(self) -> tuple[Place, ...]:
        """Return the places in the documents read last."""
        return self.shelf.recent_places(_RECENT_DOCUMENTS)

    def bookmarks(self, document: Document) -> tuple[Bookmark, ...]:
        """Return the document's bookmarks in reading order."""
        return self.shelf.bookmarks(document.digest)

    def add(self, document: Document, passage: Passage) -> Bookmark:
        """Bookmark a passage that has no bookmark yet; one that another window made is not ours to undo."""
        others = {other.id for other in self.shelf.bookmarks(document.digest)}
        bookmark = self.shelf.add_bookmark(document, passage)
        if bookmark.id not in others:
            self._undo.append((lambda: self.shelf.remove_bookmark(bookmark.id), passage.number))
        return bookmark

    def write_note(self, bookmark: Bookmark, note: str) -> None:
        """Change a bookmark's note; a bookmark that another window removed comes back with it."""
        if self.shelf.set_note(bookmark.id, note) is None:
            self.shelf.restore_bookmark(replace(bookmark, note=note))
        self._undo.append((lambda: self.shelf.set_note(bookmark.id, bookmark.note), bookmark.passage))

    def remove(self, bookmark: Bookmark) -> None:
        """Remove a bookmark."""
        removed = self.shelf.remove_bookmark(bookmark.id)
        if removed:
            self._undo.append((lambda: self.shelf.restore_bookmark(removed), removed.passage))

    def undo(self) -> int | None:
        """Take back the last change and return the number of its passage, or None where there is none."""
        if not self._undo:
            return None
        take_back, passage = self._undo[-1]
        take_back()
        self._undo.pop()
        return passage

    def recent_searches(self) -> list[str]:
        """Return what was searched for lately, the latest first."""
        import json

        try:
            queries = json.loads(self.settings().get("recent_searches", "[]"))
        except ValueError:
            return []
        return [query for query in queries if isinstance(query, str)] if isinstance(queries, list) else []

    def note_search(self, query: str) -> None:
        """Put a query before the others searched for lately; the same in another writing gives way to it."""
        import json

        from content.chinese.variants import fold

        queries = [query, *(other for other in self.recent_searches() if fold(other) != fold(query))]
        self.choose("recent_searches", json.dumps(queries[:_RECENT_SEARCHES], ensure_ascii=False))
