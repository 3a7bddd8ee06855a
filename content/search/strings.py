"""Very many strings, of which few are ever asked for."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterable

_CODING = "utf-8", "surrogatepass"


class Strings(Sequence[str]):
    """Strings kept in one piece of UTF-8, each made when it is asked for.

    String number i is `data[starts[i]:starts[i + 1]]`.
    """

    def __init__(self, data: bytes, starts: Sequence[int]) -> None:
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


def in_one_piece(strings: Iterable[str]) -> tuple[bytes, bytes]:
    """Return what `Strings` are made of: their bytes, and where each begins, as bytes too."""
    encoded = [each.encode(*_CODING) for each in strings]
    return b"".join(encoded), array("I", accumulate(map(len, encoded), initial=0)).tobytes()
