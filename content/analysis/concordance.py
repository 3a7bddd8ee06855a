"""Every place of a term in one column, with what stands before and after it (KWIC, Luhn 1960)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.chinese.pinyin import readings_of_all
from content.chinese.variants import fold
from content.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from content.document import Document

Order: TypeAlias = Literal["position", "left", "right"]

_HAN, _LATIN = r"\u3400-\u9fff\uf900-\ufaff", "0-9a-z"
# A writer may or may not put a space where Chinese and Latin meet.
_SEAM = re.compile(rf"(?<=[{_HAN}])(?=[{_LATIN}])|(?<=[{_LATIN}])(?=[{_HAN}])")
_SORTED_BY = 8  # characters on the side that lines are sorted by


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One place of the term: the passage's number, the span in the document's text, and what surrounds it.

    `left` and `right` are the rest of the passage on either side.
    """

    passage: int
    span: Span
    left: str
    text: str
    right: str


def concordance(document: Document, term: str, order: Order = "position") -> tuple[ConcordanceLine, ...]:
    """Return every place of a term in all passages but notices.

    Case, width, script (繁 or 简) and spaces between Chinese and Latin do not matter; a Latin term is found
    between boundaries of words alone. In reading order, or by the characters that stand right before or after
    it: Chinese ones by how they are read.
    """
    pattern = _pattern(term)
    if pattern is None:
        return ()
    folded, lines = fold(document.text), []
    for passage in document.passages:
        if passage.kind != "notice":
            for found in pattern.finditer(folded, passage.start, passage.end):
                start, end = found.span()
                lines.append(
                    ConcordanceLine(
                        passage.number,
                        Span(start, end),
                        document.text[passage.start : start],
                        document.text[start:end],
                        document.text[end : passage.end],
                    )
                )
    return tuple(lines) if order == "position" else _sorted(lines, order)


def _pattern(term: str) -> re.Pattern[str] | None:
    words = fold(term).split()
    if not words:
        return None
    spaced = " ".join(words)
    pieces = [r"[^\S\n]?".join(map(re.escape, _SEAM.split(word))) for word in words]
    before = rf"(?<![{_LATIN}])" if re.match(rf"[{_LATIN}]", spaced) else ""
    after = rf"(?![{_LATIN}])" if re.search(rf"[{_LATIN}]\Z", spaced) else ""
    return re.compile(before + r"[^\S\n]*".join(pieces) + after)


def _sorted(lines: Iterable[ConcordanceLine], order: Order) -> tuple[ConcordanceLine, ...]:
    lines = list(lines)
    sides = [
        fold(line.left)[: -_SORTED_BY - 1 : -1] if order == "left" else fold(line.right)[:_SORTED_BY]
        for line in lines
    ]
    read = readings_of_all(frozenset("".join(sides)))
    keys = [[_key(character, read.get(character)) for character in side] for side in sides]
    return tuple(lines[place] for place in sorted(range(len(lines)), key=keys.__getitem__))


def _key(character: str, readings: Sequence[str] | None) -> tuple[int, str, str]:
    """Order marks first, then letters and digits, then characters by how they are read."""
    if readings:
        return 2, readings[0], character
    return int(character.isalnum()), character, character
