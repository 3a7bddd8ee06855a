"""Where a sentence ends, for paragraphs too long to be one passage."""

from __future__ import annotations

import unicodedata
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_PASSAGE = 2000
"""In characters. Books exist that are one line; a passage stays something to point at."""

_ENDS = ("。", "！", "？", "…", "!", "?", ". ", "；")
_CLAUSES = ("，", "、", "：", "——", ", ", " ")
_CLOSING = frozenset("」』”’）)》】\"'。！？!?…")
_CLOSING_ROOM = 8
_JOINER, _LONGEST_CLUSTER = "\u200d", 32


def pieces(text: str) -> Iterator[str]:
    """Cut a paragraph into passages of at most 2,000 characters, after the last sentence that fits.

    Where no sentence ends within 2,000 characters a clause's end is taken, or a blank; where there is none of
    these either, the cut is made there, and parts no character from its marks. Blanks at a cut are dropped.
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
    for marks in (_ENDS, _CLAUSES):
        mark, last = max(
            ((each, text.rfind(each, start, limit - _CLOSING_ROOM)) for each in marks), key=itemgetter(1)
        )
        if last >= 0:
            break
    else:
        return _before_marks(text, start, limit)
    end = last + len(mark)
    while end < limit and text[end] in _CLOSING:
        end += 1
    return end


def _before_marks(text: str, start: int, limit: int) -> int:
    """Return the last place up to `limit` that parts no character from what is set on it or joined to it."""
    for end in range(limit, max(start, limit - _LONGEST_CLUSTER), -1):
        if text[end] != _JOINER != text[end - 1] and not unicodedata.category(text[end]).startswith("M"):
            return end
    return limit
