"""The one current set: hits, mentions, a theme's words or bookmarks, walked with next and previous."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

SetKind: TypeAlias = Literal["hits", "theme", "name", "figures", "quotes", "bookmarks", "context", "timeline"]


@dataclass(frozen=True, slots=True)
class CurrentSet:
    """Spans of one document in reading order, and the index of the one that is present.

    `key` tells which theme, name or query it is; `label` names it to the reader.
    """

    kind: SetKind
    key: str
    label: str
    members: tuple[Span, ...]
    present: int = 0

    @classmethod
    def of(cls, kind: SetKind, key: str, label: str, spans: Iterable[Span]) -> CurrentSet:
        """Make a set of spans in any order."""
        members = tuple(spans)
        places = [(span.start, span.end) for span in members]
        if any(before >= after for before, after in pairwise(places)):  # which takes time in a book
            members = tuple(sorted(set(members)))
        return cls(kind, key, label, members)

    @property
    def span(self) -> Span | None:
        """The present member, or None where the set is empty."""
        return self.members[self.present] if self.members else None

    def at_or_after(self, offset: int) -> CurrentSet:
        """Go to the first member at or after an offset of the text, or to the first of all."""
        index = bisect_left(self.members, Span(offset, 0))
        return replace(self, present=index % max(1, len(self.members)))

    def at(self, member: Span) -> CurrentSet:
        """Go to a member, or stay where it is none."""
        found = bisect_left(self.members, member)
        there = found < len(self.members) and self.members[found] == member
        return replace(self, present=found) if there else self

    def step(self, by: int) -> tuple[CurrentSet, bool]:
        """Go `by` members on, round the end; the second value tells whether it went round."""
        index = self.present + by
        count = max(1, len(self.members))
        return replace(self, present=index % count), not 0 <= index < count
