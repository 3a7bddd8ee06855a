"""A stretch of the text that may be a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.lexicon import EntityKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch `[start, end)` that names something of a kind; `confidence` is 0 to 1.

    `name` is the full name where the stretch is another form of one; `listed` where it was known beforehand.
    """

    start: int
    end: int
    kind: EntityKind
    confidence: float
    name: str | None = None
    listed: bool = False

    @property
    def length(self) -> int:
        """How many characters it has."""
        return self.end - self.start
