"""The documents of a library of which nothing was found yet: analysed one by one, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from content.chinese.helper import HelperError
from content.library.places import is_file, is_there

if TYPE_CHECKING:
    from pathlib import Path

    from content.document import Document
    from content.library.library import Library
    from content.library.records import Entry

_NAME = "library.analysed"


class Finder(Protocol):
    """What finds everything: `content.library.analysing.Analysing`."""

    @property
    def mark(self) -> str:
        """Another line where things are found in another way."""

    def has(self, document: Document) -> bool:
        """Tell whether it was done before."""

    def put(self, document: Document) -> object:
        """Find everything and keep it. Raises HelperError, OSError."""

    def close(self) -> None:
        """End what is at work."""


class Backlog:
    """What is still to be analysed. Which documents were is written down in the cache as it comes.

    Every call takes as long as it does: call it in a thread, one at a time. `close` may come from another.
    """

    def __init__(self, library: Library, finder: Finder, cache_folder: Path) -> None:
        self._library = library
        self._finder = finder
        self._path = cache_folder / _NAME
        self._left: list[Entry] = []
        self.total = 0
        """How many documents the library holds."""

    @property
    def done(self) -> int:
        """How many documents of the library were analysed."""
        return self.total - len(self._left)

    def look(self) -> None:
        """Look what is in the library by now."""
        entries = sorted(self._library.entries(), key=lambda entry: (entry.added, entry.id))
        noted = self._noted()
        self._left = [entry for entry in entries if _key(entry) not in noted]
        self.total = len(entries)

    def work_off_one(self) -> bool:
        """Analyse the next document; False where none is left, or nothing can be found any more.

        A document that the finding dies of is passed over the next time.
        """
        if not self._left:
            return False
        entry = self._left[-1]
        document = self._library.document(entry.digest)
        try:
            if document and not self._finder.has(document):
                self._finder.put(document)
        except HelperError as error:
            if error.reason != "closed":
                self._note(entry)
            return False
        except OSError:
            return False
        self._left.pop()
        self._note(entry)
        return True

    def close(self) -> None:
        """End what is at work; what was not analysed by then is so the next time."""
        self._finder.close()

    def _noted(self) -> set[str]:
        if not is_file(self._path):  # a pipe would keep whoever reads it waiting
            return set()
        try:
            mark, *keys = self._path.read_text(encoding="utf-8").split("\n")
        except (OSError, ValueError):
            return set()
        return set(keys) if mark == self._finder.mark else set()

    def _note(self, entry: Entry) -> None:
        """Write down that a document is done; where that fails it is looked for again the next time."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if is_there(self._path) and not is_file(self._path):
                return
            with self._path.open("a+", encoding="utf-8") as file:
                file.seek(0)
                try:
                    known = file.readline().rstrip("\n") == self._finder.mark
                except ValueError:  # something else stands there
                    known = False
                if not known:
                    file.truncate(0)
                    file.write(self._finder.mark)
                file.write(f"\n{_key(entry)}")
        except OSError:
            return


def _key(entry: Entry) -> str:
    """Return what findings depend on: the text, and the date that tells what 去年 means."""
    return f"{entry.digest} {entry.date or ''}"
