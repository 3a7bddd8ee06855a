"""Where the reader was: back and forward."""

from __future__ import annotations

from dataclasses import dataclass, field

_LONGEST = 100


@dataclass(slots=True)
class Trail:
    """Offsets of a document's text that jumps left from, and those that going back came from."""

    behind: list[int] = field(default_factory=list)
    ahead: list[int] = field(default_factory=list)

    def leave(self, offset: int) -> None:
        """Note a place before a jump away from it."""
        if not self.behind or self.behind[-1] != offset:
            self.behind.append(offset)
            del self.behind[:-_LONGEST]
        self.ahead.clear()

    def back(self, offset: int) -> int | None:
        """Return the place before, standing at `offset` now; None where there is none."""
        if not self.behind:
            return None
        self.ahead.append(offset)
        return self.behind.pop()

    def forward(self, offset: int) -> int | None:
        """Return the place that going back left, standing at `offset` now; None where there is none."""
        if not self.ahead:
            return None
        self.behind.append(offset)
        return self.ahead.pop()
