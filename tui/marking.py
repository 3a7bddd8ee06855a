"""Marking a stretch of the text with keys: from one end, by characters, words and sentences."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.document import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from content.document import Document, Passage

Unit: TypeAlias = Literal["character", "word", "sentence"]
BeginsWord: TypeAlias = "Callable[[int], bool | None]"
"""Tells of an offset of the text whether a word begins there; None where that is not known yet."""

_SENTENCE_END = re.compile(r"(?:[。！？!?；;…]+[”’」』）)\"]*|(?<!\d)\.(?=\s)|\n)[ \u3000]*")
_RUN = re.compile(r"[A-Za-z0-9]+(?:[.,'’&-][A-Za-z0-9]+)*")  # what is a word to everyone
_JOINED = "\u200d\ufe0e\ufe0f"  # a joiner, and what chooses how a character is drawn


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that is being marked; `moving` is the end that keys move. Both are offsets of the text."""

    fixed: int
    moving: int

    @property
    def span(self) -> Span:
        """The stretch, whichever end is which."""
        return Span(min(self.fixed, self.moving), max(self.fixed, self.moving))

    def turned(self) -> Mark:
        """Have the other end move."""
        return Mark(self.moving, self.fixed)


def sentence_from(document: Document, row: Span) -> Mark:
    """Mark the first sentence that begins in a row of the text, or else the one that the row is in."""
    passage = document.passage_at(row.start)
    edges = _edges(passage, "sentence", lambda _: None)
    begun = bisect_left(edges, row.start)
    if begun >= len(edges) - 1 or edges[begun] >= row.end:
        begun = bisect_right(edges, row.start) - 1
    begun = min(max(0, begun), max(0, len(edges) - 2))
    return Mark(edges[begun], edges[min(begun + 1, len(edges) - 1)])


def moved(document: Document, mark: Mark, unit: Unit, by: int, begins_word: BeginsWord) -> Mark:
    """Move the moving end of a mark to the next edge of a unit, or where `by` is negative to the one before.

    It goes on into the next passage, and never beyond the text.
    """
    return replace(mark, moving=_stop(document, mark.moving, unit, by, begins_word))


def following(document: Document, mark: Mark) -> Mark:
    """Mark the sentence behind what is marked; at the end of the text the mark stays."""
    end = mark.span.end
    passage = document.passage_at(end)
    if end >= passage.end:
        if passage.number == len(document.passages):
            return mark
        end = document.passages[passage.number].start
    return Mark(end, _stop(document, end, "sentence", 1, lambda _: None))


def trimmed(text: str, span: Span) -> Span | None:
    """Return a stretch without blanks at its ends; None where nothing else is in it."""
    marked = text[span.start : span.end]
    start = span.start + len(marked) - len(marked.lstrip())
    return Span(start, start + len(marked.strip())) if marked.strip() else None


def _stop(document: Document, offset: int, unit: Unit, by: int, begins_word: BeginsWord) -> int:
    passages = document.passages
    passage = document.passage_at(offset)
    edges = _edges(passage, unit, begins_word)
    if by > 0:
        if offset >= passage.end and passage.number < len(passages):
            edges = _edges(passages[passage.number], unit, begins_word)
            edges = edges[1:] or edges  # its beginning looks the same as the end of this one
        return next((edge for edge in edges if edge > offset), offset)
    if offset <= passage.start and passage.number > 1:
        edges = _edges(passages[passage.number - 2], unit, begins_word)
        return edges[max(0, len(edges) - 2)]
    return next((edge for edge in reversed(edges) if edge < offset), offset)


def _edges(passage: Passage, unit: Unit, begins_word: BeginsWord) -> list[int]:
    """Return where units of a passage begin, and where the last one ends, rising."""
    text, start = passage.text, passage.start
    if unit == "sentence":
        inside = [found.end() for found in _SENTENCE_END.finditer(text)]
    else:
        inside = [at for at in range(1, len(text)) if not _goes_on(text, at)]
        if unit == "word":
            runs = {at for run in _RUN.finditer(text) for at in range(run.start() + 1, run.end())}
            inside = [at for at in inside if at not in runs and begins_word(start + at) is not False]
    return sorted({start, passage.end, *(start + at for at in inside)})


def _goes_on(text: str, at: int) -> bool:
    """Tell whether a character only changes how the one before it is drawn."""
    return text[at] in _JOINED or text[at - 1] == "\u200d" or unicodedata.category(text[at]).startswith("M")
