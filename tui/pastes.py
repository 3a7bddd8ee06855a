"""Bracketed pastes in what a terminal sends, however it is cut in pieces.

Source: xterm's control sequences, "Bracketed Paste Mode". Sequences within a paste: ECMA-48, 5.4.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from content.scrub import scrub

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN = "\x1b[200~"
END = "\x1b[201~"
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[0-Z\\^-~]?)")


@dataclass(frozen=True, slots=True)
class Pasted:
    """One whole paste, without the sequences around and within it."""

    text: str


Piece: TypeAlias = str | Pasted
"""What was typed, or a paste."""


class Pastes:
    """Cuts pastes out of what was typed; the sequence that begins one stays with what was typed before it."""

    def __init__(self) -> None:
        self._before = ""  # the end of what was typed, which may begin a paste
        self._pieces: list[str] | None = None  # of the paste that has begun

    def cut(self, data: str) -> Iterator[Piece]:
        """Go on with the next piece of what the terminal sends."""
        while data:
            if self._pieces is None:
                seen = self._before + data
                begun = seen.find(BEGIN)
                self._before = seen[1 - len(BEGIN) :] if begun < 0 else ""
                typed = len(data) if begun < 0 else begun + len(BEGIN) - (len(seen) - len(data))
                if begun >= 0:
                    self._pieces = []
                yield data[:typed]
                data = data[typed:]
            else:
                last = self._pieces.pop() if self._pieces else ""  # it may hold the beginning of the end
                text, end, data = (last + data).partition(END)
                self._pieces += [text] if end else [text[: 1 - len(END)], text[1 - len(END) :]]
                if end:
                    pasted, self._pieces = "".join(self._pieces), None
                    yield Pasted(scrub(_SEQUENCE.sub("", pasted).replace("\0", "")).text)

    def rest(self) -> None:
        """Nothing came for a while: what was typed by hand begins no paste."""
        self._before = ""
