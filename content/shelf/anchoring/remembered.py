"""What a bookmark remembers of its stretch and of what stood around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from content.shelf.records import Bookmark


@dataclass(frozen=True, slots=True)
class Remembered:
    """The letters before, in and after a quote; `[quote_start, quote_end)` is the quote."""

    letters: str
    quote_start: int
    quote_end: int

    @property
    def quote(self) -> str:
        """The letters of the quote."""
        return self.letters[self.quote_start : self.quote_end]


def remembered_of(bookmark: Bookmark, letters_of: Callable[[str], str]) -> Remembered:
    """Return what a bookmark remembers in the letters that `letters_of` makes of a text."""
    prefix, quote, suffix = map(letters_of, (bookmark.prefix, bookmark.quote, bookmark.suffix))
    return Remembered(prefix + quote + suffix, len(prefix), len(prefix) + len(quote))
