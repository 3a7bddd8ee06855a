"""How much of what could be found is looked at before the first answer."""

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

RANKED_PLACES = 4_000
"""Places of one kind beyond this many are counted but not ranked: a common character stands on every page."""


class Cap:
    """Takes at most so many of each kind of place, all when `most` is None; `reached` once some were left."""

    def __init__(self, most: int | None = RANKED_PLACES) -> None:
        self.most = None if most is None else min(most, sys.maxsize - 1)
        self.reached = False

    def take(self, places: Iterable[T], part: float = 1.0) -> list[T]:
        """Return the first of the places, as many as are taken or a part of that."""
        if self.most is None:
            return list(places)
        most = int(part * self.most)
        taken = list(islice(places, most + 1))
        if len(taken) > most:
            self.reached = True
            taken.pop()
        return taken
