"""Several searches asked as one: over a library, and over the bundled edition, each with its own index."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from content.search.hits import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from content.library.prepared import PreparedSearch
    from content.search import Hit
    from content.search.completing import Completion


class Together:
    """Asks searches over so many documents each; their documents are counted on from one to the next.

    So an index that another program shares stays as it is. Every call takes as long as it does.
    """

    def __init__(self, parts: Sequence[tuple[PreparedSearch, int]]) -> None:
        self._searches = tuple(search for search, _ in parts)
        self._sizes = tuple(size for _, size in parts)

    @property
    def has_words(self) -> bool:
        """Whether every index is there."""
        return all(search.has_words for search in self._searches)

    def find(self, query: str) -> Result:
        """Search in all; guesses of one give way to what another surely found."""
        results = [search.find(query) for search in self._searches]
        surely = any(result.hits and not result.hits[0].weak for result in results)
        hits: list[Hit] = []
        passages = places = base = 0
        counted = True
        for result, size in zip(results, self._sizes, strict=True):
            if result.hits and not (surely and result.hits[0].weak):
                hits += [replace(hit, document=hit.document + base) for hit in result.hits]
                passages, places = passages + result.total, places + result.occurrences
                counted = counted and result.counted
            base += size
        hits.sort(key=lambda hit: (hit.weak, -hit.score))
        problems = [result.problem for result in results if not hits and result.problem]
        # A filter that one knows means something; then it is the rest that fits nothing.
        everywhere = len(problems) == len(results) and len(set(problems)) == 1
        problem = problems[0] if everywhere else ("nothing_left" if problems else None)
        return Result(query, tuple(hits), passages, places, counted=counted, problem=problem)

    def count(self, query: str) -> tuple[int, int]:
        """Return in how many passages a query is found, and at how many places."""
        counts = [search.count(query) for search in self._searches]
        return sum(passages for passages, _ in counts), sum(places for _, places in counts)

    def complete(self, typed: str) -> tuple[Completion, ...]:
        """Return what the last word of a query may become, the likeliest of each search first."""
        offered = zip_longest(*(search.complete(typed) for search in self._searches))
        completions = (each for some in offered for each in some if each)
        return tuple({each.query: each for each in completions}.values())

    def prepare(self, on_progress: Callable[[int, int], None] | None = None) -> bool:
        """Have every index loaded or built, one after the other; False where `close` ended it."""
        return all(search.prepare(on_progress) for search in self._searches)

    def close(self) -> None:
        """End the processes that build."""
        for search in self._searches:
            search.close()
