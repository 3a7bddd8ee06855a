"""A search that answers when a test lets it, with what a test wants."""

from __future__ import annotations

import re
import threading
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.document import Span
from content.library.search import SearchIndex
from content.search.hits import Hit, Result

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from content.document import Document

_PATIENCE_SECONDS, _LOOK_SECONDS = 20.0, 0.05


@dataclass(frozen=True, slots=True)
class FakeCompletion:
    """What Tab makes of a query."""

    query: str
    word: str


class FakeSearching:
    """Stands in for `tui.searching.Searching`: finds what stands in the text, where most of it is first.

    Tests make a subclass of their own and set: `guesses`, passages that are guessed for a query where
    nothing is found; `completions` of a query, each with the word that its last one becomes; `bounds`, lower
    bounds given in place of the true numbers; `progress`, what is told while the index is built; `built`,
    cleared, keeps it from being ready, and `gates`, cleared, hold `find`, `complete` and `count` back.
    """

    guesses: dict[str, list[int]]
    completions: dict[str, list[str]]
    bounds: dict[str, tuple[int, int]]
    progress: tuple[tuple[int, int], ...] = ()
    built: threading.Event
    gates: dict[str, threading.Event]
    asked: list[str]

    def __init_subclass__(cls) -> None:
        cls.guesses, cls.completions, cls.bounds, cls.asked = {}, {}, {}, []
        cls.built, cls.gates = _open(), defaultdict(_open)

    def __init__(self, document: Document, cache_folder: Path) -> None:
        self._document = document
        self.index = SearchIndex(document)  # takes names and words as the true one; nothing is asked of it
        self._closed = threading.Event()
        self.has_words = self.built.is_set()

    def prepare(self, on_progress: Callable[[int, int], None]) -> bool:
        """Build the index when the test lets it."""
        for done, total in self.progress:
            on_progress(done, total)
        while not self._closed.is_set() and not self.built.wait(0.01):
            pass
        self.has_words = not self._closed.is_set()
        return self.has_words

    def find(self, query: str) -> Result:
        """Find every place."""
        self.asked.append(query)
        self._wait_for(self.gates[query])
        found = []
        for passage in self._document.passages:
            places = [match.start() + passage.start for match in re.finditer(re.escape(query), passage.text)]
            if places:
                spans = tuple(Span(place, place + len(query)) for place in places)
                found.append(Hit(passage.number, min(1.0, len(places) / 10), spans, "exact", weak=False))
        found.sort(key=lambda hit: (-hit.score, hit.passage))
        if not found and self.has_words:
            starts = {
                number: self._document.passages[number - 1].start for number in self.guesses.get(query, ())
            }
            found = [
                Hit(number, 0.1, (Span(start, start + 2),), "fuzzy", weak=True)
                for number, start in starts.items()
            ]
        true = len(found), sum(len(hit.spans) for hit in found)
        total, occurrences = self.bounds.get(query, true)
        return Result(query, tuple(found), total, occurrences, counted=query not in self.bounds)

    def complete(self, typed: str) -> tuple[FakeCompletion, ...]:
        """Complete what the test says."""
        self._wait_for(self.gates[f"complete {typed}"])
        before = typed.rpartition(" ")[0]
        return tuple(
            FakeCompletion(f"{before} {word}".strip(), word) for word in self.completions.get(typed, ())
        )

    def count(self, query: str) -> tuple[int, int]:
        """Count what there is."""
        self._wait_for(self.gates[f"count {query}"])
        counts = [passage.text.count(query) for passage in self._document.passages]
        return sum(map(bool, counts)), sum(counts)

    def close(self) -> None:
        """End the building of the index; nobody waits for an answer any more."""
        self._closed.set()

    def _wait_for(self, gate: threading.Event) -> None:
        for _ in range(int(_PATIENCE_SECONDS / _LOOK_SECONDS)):
            if self._closed.is_set() or gate.wait(_LOOK_SECONDS):
                return


def _open() -> threading.Event:
    gate = threading.Event()
    gate.set()
    return gate
