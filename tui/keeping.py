"""The shelf as the reader screen uses it: one document's bookmarks, with undo, and the reader's choices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from threading import Lock
from typing import TYPE_CHECKING

from content.library.places import is_there

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from content.document import Document, Passage, Span
    from content.library.library import Library
    from content.library.placing import Placing
    from content.library.records import Addition
    from content.library.reopening import Opened
    from content.shelf import Bookmark, Correction, Edits, NameEdit, OwnTheme, Place, Problem, Shelf
    from content.shelf.records import Draft, NoteCopy, Step
    from content.shelf.recovery import Recovery
    from tui.screens.note import Written

_RECENT_SEARCHES = 10
_RECENT_DOCUMENTS = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as the reader shows it: `document` put right, `opened` as it was read, and its `place`.

    `carried` is true where the place is that of the version before this one.
    """

    document: Document
    opened: Opened
    place: Place | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to a document, and can be taken back; `passage` is None for what is not of a passage.

    `take_back` returns False where another window had changed some of it since, which then stays. `edited` is
    the name or theme that was changed while the document was read, "" where none was.
    """

    take_back: Callable[[], object]
    document: str
    title: str
    passage: int | None = None
    edited: str = ""
    contested: bool = False


class Keeper:
    """Keeps things in `folder`. Whatever is asked of it may take as long as the disk does, or as another
    program keeps the file locked: before the first paint only what that needs, afterwards in a thread.

    What writes raises ShelfError when nothing was kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opening = Lock()
        self._undo: list[Change] = []
        self.unkept: list[str] = []
        """Notes that could still not be kept when the reader left."""

    @property
    def begun(self) -> bool:
        """Whether anything was ever kept here; asking makes nothing."""
        return is_there(self._folder / "kept.db")

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
    def begun_library(self) -> Library | None:
        """The library, None where there was never one; asking makes nothing."""
        return self.library if is_there(self._folder / "library.db") else None

    @property
    def problem(self) -> Problem | None:
        """Why nothing can be kept, or None."""
        return self.shelf.problem

    @property
    def recovery(self) -> Recovery | None:
        """What was done about a file that was damaged, or None."""
        return self.shelf.recovery if self.begun else None

    @property
    def library_recovery(self) -> Recovery | None:
        """What was done about a library that was damaged, as far as it was opened; None when all is well."""
        return self._library.recovery if "_library" in self.__dict__ else None

    def version(self) -> int | None:
        """Return a number that is another one once another window has written; None before anything was."""
        return self.shelf.version() if self.begun else None

    @property
    def library_problem(self) -> Problem | None:
        """Why nothing can be put into the library, as far as that was tried; None when all is well."""
        return self._library.problem if "_library" in self.__dict__ else None

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

    # Documents.

    def show(self, opened: Opened) -> Shown:
        """Return a document as the reader put it right, and where it was left; makes nothing."""
        document = opened.document
        place = self.shelf.place_of(document.digest) if self.begun else None
        if document.edition or not self.begun:
            return Shown(document, opened, place)
        library = self.begun_library
        if library is None:
            from content.library.library import corrected

            correction = self.shelf.correction_of(document.digest)
            return Shown(corrected(document, correction), opened, place)
        return Shown(
            library.corrected(document, opened.path),
            opened,
            place or library.place(document, opened.path),
            carried=place is None,  # where there is one after all
        )

    def put_into_library(self, opened: Opened) -> Addition:
        """Put a document that was read into the library."""
        return self.library.add(opened.document, opened.path, opened.state)

    def drop_reading(self, misread: Document, document: Document) -> None:
        """Remove a text from the library that was misread, where the right one is; that has its bookmarks."""
        known = {entry.digest: entry.id for entry in self.library.entries()}
        if misread.digest in known and document.digest in known:
            self.library.remove(known[misread.digest])
        if self.shelf.bookmarks(misread.digest):
            self.shelf.move_bookmarks(misread, document)

    def correct(self, document: Document, correction: Correction) -> None:
        """Keep what the reader put right about a document; an empty correction takes all of it away."""
        from content.shelf import Correction

        before = self.shelf.correction_of(document.digest) or Correction()
        self.shelf.correct(document.digest, correction)
        take_back = partial(self.shelf.correct, document.digest, before)
        self._undo.append(Change(take_back, document.digest, document.title))

    # Names and themes.

    def edits(self, document: Document, path: str | None) -> Edits:
        """Return what the reader changed about names and themes, as it holds in a document."""
        if not self.begun:
            from content.shelf import NO_EDITS

            return NO_EDITS
        library = self.begun_library
        return library.edits(document, path) if library else self.shelf.edits((document.digest,))

    def edit_names(self, document: Document, edits: Sequence[NameEdit]) -> None:
        """Keep what the reader changed about one name while reading a document."""
        kept = self.shelf.edit_names(edits)
        if kept:
            self._edited(document, kept[0].name, partial(self.shelf.take_back_edits, kept))

    def take_back_edit(self, document: Document, edit: NameEdit) -> None:
        """Have a change of a name never been made."""
        taken = self.shelf.take_back_edits([edit])
        if taken:
            self._edited(document, edit.name, partial(self.shelf.edit_names, taken))

    def put_theme(self, document: Document, theme: OwnTheme) -> None:
        """Keep a theme of the reader's."""
        from content.shelf.records import now

        theme = replace(theme, modified=now())
        before = self.shelf.put_theme(theme)
        take_back = partial(self.shelf.take_back_theme, theme.id, theme, before)
        self._edited(document, theme.name, take_back)

    def remove_theme(self, document: Document, identity: str) -> None:
        """Remove a theme of the reader's; one of the lexicon that it stood for is there again."""
        before = self.shelf.remove_theme(identity)
        if before:
            take_back = partial(self.shelf.take_back_theme, identity, None, before)
            self._edited(document, before.name, take_back)

    def _edited(self, document: Document, name: str, take_back: Callable[[], object]) -> None:
        self._undo.append(Change(take_back, document.digest, document.title, edited=name))

    def leave_at(self, document: Document, path: str | None, offset: int, progress: float) -> None:
        """Remember the place in a document."""
        self.shelf.save_place(document, offset, path=path, progress=progress)

    def recent(self) -> tuple[Place, ...]:
        """Return the places in the documents read last."""
        return self.shelf.recent_places(_RECENT_DOCUMENTS)

    def bookmarks(self, placing: Placing) -> tuple[Bookmark, ...]:
        """Return the bookmarks of a document and of its earlier versions."""
        return placing.bookmarks(self.shelf, self.begun_library)

    def add(self, document: Document, passage: Passage, span: Span | None = None) -> None:
        """Bookmark a passage, or a stretch that begins in it; another window's is not ours to undo."""
        self._did(self.shelf.keep(document, passage, span=span))

    def write(self, bookmark: Bookmark, written: Written) -> bool:
        """Change what is written about a bookmark; one that another window removed comes back with it.

        Returns whether another window had written a note meanwhile, which was kept as a copy.
        """
        wanted = replace(bookmark, note=written.note, tags=written.tags, colour=written.colour)
        step = self.shelf.write(bookmark, wanted, aside=written.aside)
        self._did(step)
        return step.contested

    def keep_draft(self, bookmark: Bookmark, note: str) -> None:
        """Keep what is being written into a note."""
        self.shelf.keep_draft(bookmark.id, note)

    def other_notes(self, bookmark: Bookmark) -> tuple[tuple[Draft, ...], tuple[NoteCopy, ...]]:
        """Return the drafts of a note, and what gave way to it, the latest first."""
        return self.shelf.drafts(bookmark.id), self.shelf.note_copies(bookmark.id)

    def remove(self, bookmark: Bookmark) -> None:
        """Remove a bookmark."""
        removed = self.shelf.remove_bookmark(bookmark.id)
        if removed:
            from content.shelf.records import Step

            self._did(Step(before=(removed,)))

    def place_again(self, bookmark: Bookmark, document: Document, span: Span) -> bool:
        """Have a bookmark stand at a stretch of a document; one that stands there takes over what it says.

        Returns False where another window removed it.
        """
        step = self.shelf.place_again(bookmark.id, document, span)
        self._did(step)
        return bool(step.after)

    def _did(self, step: Step) -> None:
        if step.before != step.after:
            bookmark = (step.before or step.after)[0]
            known = self.shelf.documents().get(bookmark.document)
            title = known.title if known else ""
            change = Change(lambda: self.shelf.take_back(step), bookmark.document, title, bookmark.passage)
            self._undo.append(change)

    def undo(self) -> Change | None:
        """Take back the last change, of whichever document, and return it; None where there is none."""
        if not self._undo:
            return None
        whole = self._undo[-1].take_back()
        return replace(self._undo.pop(), contested=whole is False)

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
