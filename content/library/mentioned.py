"""Which name is mentioned where in a text, while that changes."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from content.document import Span


class Mentioned:
    """Stretches of a text that do not overlap, each with the name that is mentioned there."""

    def __init__(self, mentions: Iterable[tuple[Span, str]] = ()) -> None:
        self._at = {span.start: (span, name) for span, name in mentions}
        self._starts = sorted(self._at)

    def put(self, span: Span, name: str) -> None:
        """Have a name mentioned where nothing is, or what is mentioned there called by another name."""
        if span.start not in self._at:
            insort(self._starts, span.start)
        self._at[span.start] = span, name

    def remove(self, span: Span) -> None:
        """Have nothing mentioned at a stretch where something is."""
        del self._at[span.start]
        del self._starts[bisect_left(self._starts, span.start)]

    def overlapping(self, span: Span) -> Iterator[tuple[Span, str]]:
        """Yield the mentions that share a character with a stretch, in reading order, and their names."""
        first = bisect_left(self._starts, span.start)
        if first and self._at[self._starts[first - 1]][0].end > span.start:
            first -= 1
        for start in self._starts[first : bisect_left(self._starts, span.end, first)]:
            yield self._at[start]
