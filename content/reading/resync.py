"""Lines that do not decode: those in another encoding than their file, and those that lost a byte."""

from __future__ import annotations

import codecs
from operator import itemgetter

from content.reading.everyday import everyday_share
from content.scrub import REPLACEMENT

TWO_BYTES = ("gb18030", "big5hkscs")
"""Where a lost byte puts all that follows on its line out of step: every byte is half of some character."""

_MIXED = ("utf-8", *TWO_BYTES)
_CLEARLY = 0.1
"""Of everyday characters: so much more must there be for another reading to be the better one."""

_UNDOUBTED = 0.6
"""Of everyday characters: text that is out of step has half of that."""

_STRETCH = 512
"""In characters: so long a stretch of few everyday characters is no accident of the text."""

_WINDOW = 128
"""In bytes: what is looked at together."""

_STRIDE = 16
"""In bytes: so far apart are the places that are tried first."""

_SHORT_STRETCH = 8
"""In characters: beside what is lost so few tell as much."""

_MOST = 500
"""So many places of one file are tried to be put in step: what is broken more often is no text any more."""

_LONGEST_OTHER = 64 * 1024
"""In bytes: of a longer line that much is looked at to tell its encoding."""


def is_out_of_step(text: str, encoding: str) -> bool:
    """Tell whether a long line that decoded makes no sense somewhere: two errors undo each other."""
    return encoding in TWO_BYTES and any(
        _is_senseless(line) for line in text.split("\n") if len(line) > _STRETCH
    )


def _is_senseless(text: str, stretch: int = _STRETCH) -> bool:
    return any(
        everyday_share(text[start : start + stretch]) < _UNDOUBTED for start in range(0, len(text), stretch)
    )


def decode_broken(data: bytes, encoding: str, *, mixed: bool) -> str:
    """Decode what does not decode without errors a line at a time, with U+FFFD for what is lost.

    A line that is whole in another encoding is read in that one where `mixed` allows it: files are put
    together of several. In an encoding of two bytes each, a line that is out of step is put in step again by
    leaving out a byte.
    """
    budget = [_MOST]
    return "\n".join(_line(line, encoding, budget, mixed=mixed) for line in data.split(b"\n"))


def _line(line: bytes, encoding: str, budget: list[int], *, mixed: bool) -> str:
    try:
        text = line.decode(encoding)
    except UnicodeDecodeError:
        text = None
    if text is not None and not (encoding in TWO_BYTES and _is_senseless(text)):
        return text
    if mixed and (other := _elsewhere(line, encoding)):
        return line.decode(other)
    return _in_step(line, encoding, budget) if encoding in TWO_BYTES else line.decode(encoding, "replace")


def _elsewhere(line: bytes, encoding: str) -> str | None:
    """Return the encoding in which a line is whole and looks more like text, None where there is none."""
    head = line[:_LONGEST_OTHER]
    best, least = None, everyday_share(head.decode(encoding, "replace")) + _CLEARLY
    for other in _MIXED:
        try:
            if other != encoding and (share := everyday_share(line.decode(other)[: len(head)])) > least:
                best, least = other, share
        except UnicodeDecodeError:
            continue
    return best


def _in_step(line: bytes, encoding: str, budget: list[int]) -> str:
    pieces: list[str] = []
    before = at = 0  # where the window before this one begins, and this one
    while at < len(line):
        here, end = _read(line, at, at + _WINDOW, encoding)
        if budget[0] and _is_broken(here):
            budget[0] -= 1
            if mended := _mended(line, before, end, encoding):
                if before < at:
                    pieces.pop()
                here, end = mended
                at = end
        pieces.append(here)
        before, at = at, end
    return "".join(pieces)


def _is_broken(here: str) -> bool:
    """Tell whether a text makes no sense somewhere, more than it does where something is lost."""
    return any(_is_senseless(piece, _SHORT_STRETCH) for piece in here.split(REPLACEMENT))


def _mended(line: bytes, start: int, end: int, encoding: str) -> tuple[str, int] | None:
    """Leave out the byte between two places whose loss makes most sense of the rest; None where none does.

    The nearer it is to where the byte was lost, the more sense is made: places far apart are tried first. Of
    two neighbours one is the first byte of a character, and only that one puts the rest in step.
    """
    stop = min(end, len(line))

    def without(left_out: int) -> tuple[float, str, int]:
        first = line[start:left_out].decode(encoding, "replace")
        rest, rest_end = _read(line, left_out + 1, end, encoding)
        text = f"{first}{REPLACEMENT}{rest}"
        return everyday_share(text), text, rest_end

    far_apart = (place for at in range(start, stop, _STRIDE) for place in (at, at + 1))
    near = max(far_apart, key=lambda place: without(place)[0])
    around = range(max(start, near - _STRIDE), min(stop, near + _STRIDE))
    share, text, rest_end = max(map(without, around), key=itemgetter(0))
    whole, _ = _read(line, start, end, encoding)
    return (text, rest_end) if share > everyday_share(whole) + _CLEARLY / 4 else None


def _read(line: bytes, start: int, end: int, encoding: str) -> tuple[str, int]:
    """Decode from `start` to about `end`; returns the text and where its last whole character ends."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    text = decoder.decode(line[start:end], final=end >= len(line))
    return text, min(end, len(line)) - len(decoder.getstate()[0])
