"""A text reduced to what an edit of its typography leaves alone: letters and digits, folded."""

from __future__ import annotations

from array import array
from bisect import bisect_left

from content.chinese.variants import fold

SEED = 5
"""How many letters a piece has by which a changed stretch is looked for."""

_WALKS = 500  # over the whole text: so many are made before the filter is
_MARKS = 1 << 23  # places of the filter, a byte each: of 1,000,000 pieces one in nine is taken for another


class Letters:
    """The folded letters and digits of a text, and where each stands in it.

    `folded` is the whole text, folded; it is as long as the text.
    """

    __slots__ = ("_asked", "_marks", "folded", "offsets", "string")

    def __init__(self, text: str) -> None:
        self._asked, self._marks = 0, b""
        self.folded = fold(text)
        self.offsets = array("I", [place for place, each in enumerate(self.folded) if each.isalnum()])
        self.string = "".join([each for each in self.folded if each.isalnum()])

    def index(self, offset: int) -> int:
        """Return the number of letters before an offset of the text."""
        return bisect_left(self.offsets, offset)

    def may_hold(self, piece: str) -> bool:
        """Tell whether a piece of `SEED` letters may stand somewhere; False only where it does not.

        Where many are asked for, a Bloom filter of one hash (Bloom 1970) spares most walks over the text.
        """
        self._asked += 1
        if self._asked <= _WALKS:
            return True
        if not self._marks:
            marks, string = bytearray(_MARKS), self.string
            for place in range(len(string) - SEED + 1):
                marks[hash(string[place : place + SEED]) % _MARKS] = 1
            self._marks = bytes(marks)
        return bool(self._marks[hash(piece) % _MARKS])


def letters_of(text: str) -> str:
    """Return the folded letters and digits of a text."""
    return "".join([each for each in fold(text) if each.isalnum()])
