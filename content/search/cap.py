"""How much of what could be found is looked at before the first answer, and where."""

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Item = TypeVar("Item")
Place = TypeVar("Place", int, tuple[int, int])

RANKED_PLACES = 4_000
"""Places of one kind beyond this many are counted but not ranked: a common character stands on every page."""


class Cap:
    """Takes at most so many of each kind of place, all when `most` is None; `reached` once some were left.

    `allows` tells of an offset whether it is in a passage that is searched at all; None is everywhere.
    """

    def __init__(self, most: int | None = RANKED_PLACES, allows: Callable[[int], bool] | None = None) -> None:
        self.most = None if most is None else min(most, sys.maxsize - 1)
        self.reached = False
        self._allows = allows

    def inside(self, allows: Callable[[int], bool]) -> Cap:
        """Return such a cap for some passages alone."""
        return Cap(self.most, allows)

    def take(self, places: Iterable[Place], part: float = 1.0) -> list[Place]:
        """Return the first of the places, or of their offsets: as many as are taken, or a part of that."""
        allows = self._allows
        if allows:
            places = (place for place in places if allows(place if isinstance(place, int) else place[0]))
        return self.first(places, part)

    def first(self, items: Iterable[Item], part: float = 1.0) -> list[Item]:
        """Return the first of anything else, wherever it is."""
        if self.most is None:
            return list(items)
        most = self.most if part == 1 else int(part * self.most)
        taken = list(islice(items, most + 1))
        if len(taken) > most:
            self.reached = True
            taken.pop()
        return taken

    def look_at(self, items: Iterable[Item], times: int) -> Iterable[Item]:
        """Yield items to compare, at most so many times as many as are taken."""
        if self.most is None:
            yield from items
            return
        left = times * self.most
        for item in items:
            if not left:
                self.reached = True
                return
            left -= 1
            yield item
