"""Lines that do not decode: those in another encoding than their file, and those that lost a byte."""

from __future__ import annotations

import codecs

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

_MOST = 500
"""So many places of one file are put in step again: what is broken more often is no text any more."""

_LONGEST_OTHER = 64 * 1024
"""In bytes: of a longer line that much is looked at to tell its encoding."""


def is_out_of_step(text: str, encoding: str) -> bool:
    """Tell whether a long line that decoded makes no sense somewhere: two errors undo each other."""
    return encoding in TWO_BYTES and any(
        _is_senseless(line) for line in text.split("\n") if len(line) > _STRETCH
    )


def _is_senseless(line: str) -> bool:
    return any(
        everyday_share(line[start : start + _STRETCH]) < _UNDOUBTED for start in range(0, len(line), _STRETCH)
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
        if REPLACEMENT in here or _doubtful(here, line, at, encoding):
            mended = _mended(line, before, end, encoding) if budget[0] else None
            if mended is not None:
                budget[0] -= 1
                if before < at:
                    pieces.pop()
                here, end = mended
                at = before
        pieces.append(here)
        before, at = at, end
    return "".join(pieces)


def _doubtful(here: str, line: bytes, at: int, encoding: str) -> bool:
    share = everyday_share(here)
    return share < _UNDOUBTED and (
        everyday_share(_read(line, at + 1, at + _WINDOW, encoding)[0]) > share + _CLEARLY
    )


def _mended(line: bytes, start: int, end: int, encoding: str) -> tuple[str, int] | None:
    """Leave out the byte between two places whose loss makes most sense of the rest; None where none does."""
    whole, _ = _read(line, start, end, encoding)
    best, least = None, everyday_share(whole) + _CLEARLY / 4
    for left_out in range(start, min(end, len(line))):
        first = line[start:left_out].decode(encoding, "replace")
        rest, rest_end = _read(line, left_out + 1, end, encoding)
        text = f"{first}{REPLACEMENT}{rest}"
        if (share := everyday_share(text)) > least:
            best, least = (text, rest_end), share
    return best


def _read(line: bytes, start: int, end: int, encoding: str) -> tuple[str, int]:
    """Decode from `start` to about `end`; returns the text and where its last whole character ends."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    text = decoder.decode(line[start:end], final=end >= len(line))
    return text, min(end, len(line)) - len(decoder.getstate()[0])
