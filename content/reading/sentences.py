"""Where a sentence ends, for paragraphs too long to be one passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_PASSAGE = 2000
"""In characters. Books exist that are one line; a passage stays something to point at."""

_ENDS = ("。", "！", "？", "…", "!", "?", ". ", "；")
_CLOSING = frozenset("」』”’）)》】\"'。！？!?…")
_CLOSING_ROOM = 8


def pieces(text: str) -> Iterator[str]:
    """Cut a paragraph into passages of at most 2,000 characters, after the last sentence that fits.

    Where no sentence ends within 2,000 characters the cut is made there. Blanks at a cut are dropped.
    """
    start = 0
    while start < len(text):
        end = _cut(text, start)
        if piece := text[start:end].strip():
            yield piece
        start = end


def _cut(text: str, start: int) -> int:
    limit = start + LONGEST_PASSAGE
    if len(text) <= limit:
        return len(text)
    last = max(text.rfind(mark, start, limit - _CLOSING_ROOM) for mark in _ENDS)
    if last < 0:
        return limit
    end = last + 1
    while end < limit and text[end] in _CLOSING:
        end += 1
    return end
