"""Very many strings, of which few are ever asked for."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate, islice
from operator import sub
from typing import TYPE_CHECKING, TypeAlias, overload

if TYPE_CHECKING:
    from collections.abc import Iterable

_CODING = "utf-8", "surrogatepass"

Change: TypeAlias = "tuple[int, str | None]"
"""A string to be put in before the one at a place; None leaves that one out."""


class Strings(Sequence[str]):
    """Strings kept in one piece of UTF-8, each made when it is asked for.

    String number i is `data[starts[i]:starts[i + 1]]`.
    """

    def __init__(self, data: bytes, starts: array[int]) -> None:
        self.data = data
        self.starts = starts

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        return self.data[self.starts[place] : self.starts[place + 1]].decode(*_CODING)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def place_of(self, string: str, low: int = 0) -> int:
        """Return where a string stands or would stand from `low` on, if they are sorted.

        None is made for it: UTF-8 sorts as its code points do.
        """
        wanted, data, starts, high = string.encode(*_CODING), self.data, self.starts, len(self)
        while low < high:
            middle = (low + high) // 2
            if data[starts[middle] : starts[middle + 1]] < wanted:
                low = middle + 1
            else:
                high = middle
        return low


def in_strings(strings: Sequence[str]) -> Strings:
    """Put strings into one piece, where they are not in one."""
    if isinstance(strings, Strings):
        return strings
    encoded = [each.encode(*_CODING) for each in strings]
    return Strings(b"".join(encoded), array("I", accumulate(map(len, encoded), initial=0)))


def spliced(strings: Strings, changes: Sequence[Change]) -> Strings:
    """Return strings with some put in or left out; the changes are sorted by their places."""
    data, starts, done = strings.data, strings.starts, 0
    pieces: list[bytes] = []
    lengths: list[tuple[int, int | None]] = []
    for place, string in changes:
        piece = None if string is None else string.encode(*_CODING)
        pieces += data[starts[done] : starts[place]], piece or b""
        lengths.append((place, None if piece is None else len(piece)))
        done = place + (piece is None)
    pieces.append(data[starts[done] :])
    before = array("I", map(sub, islice(starts, 1, None), starts))
    return Strings(b"".join(pieces), array("I", accumulate(spliced_numbers(before, lengths), initial=0)))


def spliced_numbers(numbers: array[int], changes: Iterable[tuple[int, int | None]]) -> array[int]:
    """Return numbers with some put in or, for None, left out; the changes are sorted by their places."""
    made, done = array("I"), 0
    for place, number in changes:
        made.extend(numbers[done:place])
        if number is not None:
            made.append(number)
        done = place + (number is None)
    made.extend(numbers[done:])
    return made
