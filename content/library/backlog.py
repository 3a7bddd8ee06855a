"""The documents of a library that were not analysed yet: one by one, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from content.chinese.helper import HelperError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from content.document import Document
    from content.library.library import Library
    from content.library.names_file import Analysed
    from content.library.records import Entry


class Finder(Protocol):
    """What finds everything: `content.library.analysing.Analysing`."""

    def analysed(self) -> Mapping[str, Analysed]:
        """Return which documents were analysed, by digest."""

    def put(self, document: Document) -> object:
        """Find everything and keep it. Raises HelperError, OSError."""

    def give_up(self, document: Document) -> object:
        """Keep that nothing can be looked for in a document."""

    def close(self) -> None:
        """End what is at work."""


class Backlog:
    """What is still to be analysed.

    Every call takes as long as it does: call it in a thread, one at a time. `close` may come from another.
    """

    def __init__(self, library: Library, finder: Finder) -> None:
        self._library = library
        self._finder = finder
        self._left: list[Entry] = []
        self._died: set[str] = set()
        self._works = False
        self.total = 0
        """How many documents the library holds."""
        self.failed = 0
        """In how many of them nothing can be looked for."""

    @property
    def done(self) -> int:
        """How many documents of the library were analysed."""
        return self.total - self.failed - len(self._left)

    def look(self) -> None:
        """Look what is in the library by now."""
        entries, analysed = self._library.entries(), self._finder.analysed()
        noted = {entry: _noted(entry, analysed) for entry in entries}
        left = [entry for entry, state in noted.items() if state is None]
        # The newest is done first, and what it died of last.
        self._left = sorted(left, key=lambda entry: (entry.digest not in self._died, entry.id))
        self.total, self.failed = len(entries), sum(state is False for state in noted.values())
        self._works = self._works or self.done > 0

    def work_off_one(self) -> bool:
        """Analyse the next document; False where none is left, or nothing can be found or kept at present.

        A document that the finding dies of is tried once more after all others, and given up where it dies of
        it again; but as long as it never worked, the document need not be the reason.
        """
        if not self._left:
            return False
        entry = self._left[-1]
        again = entry.digest in self._died
        if again and not self._works:
            return False
        document = self._library.document(entry.digest)
        try:
            if document:
                self._finder.put(document)
        except HelperError as error:
            if error.reason == "closed":
                return False
            self._left.pop()
            if document and again:
                self._finder.give_up(document)
                self.failed += 1
            else:
                self._died.add(entry.digest)
                self._left.insert(0, entry)
            return True
        except OSError:
            return False
        self._left.pop()
        if document:
            self._works = True
        else:
            self.failed += 1
        return True

    def close(self) -> None:
        """End what is at work; what was not analysed by then is so the next time."""
        self._finder.close()


def _noted(entry: Entry, analysed: Mapping[str, Analysed]) -> bool | None:
    """Tell whether a document was analysed; None where that is to be tried.

    What is found depends on the text, and on the date that tells what 去年 means.
    """
    known = analysed.get(entry.digest)
    return known.found if known and known.date == (entry.date or "") else None
