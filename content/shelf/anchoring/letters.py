"""A text reduced to what an edit of its typography leaves alone: letters and digits, folded."""

from __future__ import annotations

from array import array
from bisect import bisect_left

from content.chinese.variants import fold


class Letters:
    """The folded letters and digits of a text, and where each stands in it.

    `folded` is the whole text, folded; it is as long as the text.
    """

    __slots__ = ("folded", "offsets", "string")

    def __init__(self, text: str) -> None:
        self.folded = fold(text)
        self.offsets = array("I", [place for place, each in enumerate(self.folded) if each.isalnum()])
        self.string = "".join([each for each in self.folded if each.isalnum()])

    def index(self, offset: int) -> int:
        """Return the number of letters before an offset of the text."""
        return bisect_left(self.offsets, offset)


def letters_of(text: str) -> str:
    """Return the folded letters and digits of a text."""
    return "".join([each for each in fold(text) if each.isalnum()])
