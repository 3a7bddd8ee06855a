"""Lines that were only wrapped at a width, as mail programs and editors do, to the paragraphs they were."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from content.reading.headings import heading_family
from content.reading.lines import ends_sentence, is_item
from content.reading.seams import between_mixed, seam

if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROWEST, _WIDEST = 24, 200
"""In cells: at a width below it is verse, above it nobody wraps."""

_LONG_LINES = 0.03
"""Of all lines: so many may be longer than the width, as addresses are."""

_FEWEST_FULL = 2
_LEAST_FULL, _LEAST_OPEN, _LEAST_ENDED = 0.2, 0.5, 0.5
"""Of the lines that another touches: how many reach the width, of those how many stop within a sentence, and
how many paragraphs end with a sentence once they are joined."""

_MOST_INDENTED, _LINES_PER_BLANK = 0.6, 14
_MOVED = 3  # cells: a mark that may not begin a line takes a character along, or hangs; a blank is dropped
_INDENT = re.compile(r"\u3000|\t| {2}")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_FIRST_WORD = re.compile(r"[「『“‘《（(]?(?:[!-~]+|.)[，。、；：？！」』”’》）)…]*")
_OPENING = "「『“‘"
_LOOKED_AT = 200_000
_SAMPLE = 2000  # lines


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its edges; `quoted` are the `>` of a mail before it, `width` is in cells."""

    text: str
    quoted: str
    indented: bool
    width: int


def unwrapped(lines: Sequence[str]) -> list[str]:
    """Join the lines that were wrapped at a width; where none were, return the lines as they are.

    They were where many reach the same width within a sentence, as neither paragraphs do nor verse. Nothing
    stands between Chinese characters that are joined; a space stands between words, and between a word and a
    Chinese character where the text has one there otherwise.
    """
    kept = [line for line in lines if line.strip()]
    if len(kept) <= _FEWEST_FULL:
        return [*lines]
    rough = sorted(map(len, kept))[int((len(kept) - 1) * (1 - _LONG_LINES))]
    if not _NARROWEST // 2 <= rough <= _WIDEST:  # most texts: a line is a paragraph
        return [*lines]
    if len(lines) > 2 * _SAMPLE:  # what was wrapped was wrapped in the middle too
        middle = [*lines[len(lines) // 2 : len(lines) // 2 + _SAMPLE]]
        if unwrapped(middle) == middle:
            return [*lines]
    read = _read(lines)
    widths = sorted(line.width for line in read if line.text)
    width = widths[int((len(widths) - 1) * (1 - _LONG_LINES))] if widths else 0
    if not _NARROWEST <= width <= _WIDEST:
        return [*lines]
    full = [_is_full(read[index], read[index + 1], width) for index in range(len(read) - 1)] + [False]
    touching = sum(bool(line.text and after.text) for line, after in pairwise(read))
    wrapped = [index for index, each in enumerate(full) if each]
    is_open = sum(not _ends(read[index].text) for index in wrapped)
    if len(wrapped) < _FEWEST_FULL or len(wrapped) < touching * _LEAST_FULL:
        return [*lines]
    if is_open < _FEWEST_FULL or is_open < len(wrapped) * _LEAST_OPEN:
        return [*lines]
    joins = _joins(read, full, Counter(read[index].width for index in wrapped).most_common(1)[0][0])
    ended = [
        ends_sentence(read[index].text) for index in range(1, len(read)) if joins[index - 1] > joins[index]
    ]
    return _joined(lines, read, joins) if sum(ended) >= len(ended) * _LEAST_ENDED else [*lines]


def _read(lines: Sequence[str]) -> list[_Line]:
    margin = min(len(line) - len(line.lstrip(" \t")) for line in lines if line.strip())
    read = []
    for line in lines:
        line = line[margin:] if line.strip() else ""
        quoted = _QUOTED.match(line)
        inner = line[quoted.end() :] if quoted else line
        text = inner.strip()
        # GB18030 spends a byte on what is a cell wide and two on what is two, and it is quickly counted.
        width = len(inner.rstrip().encode("gb18030", "replace")) if text else 0
        read.append(_Line(text, quoted[0] if quoted else "", bool(text and _INDENT.match(inner)), width))
    return read


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Tell whether the next line's first word had no room on this one."""
    if not (line.text and after.text) or line.quoted.strip() != after.quoted.strip():
        return False
    if line.width > width + 2 * _MOVED:  # an address, say: nobody wrapped it
        return False
    first = _FIRST_WORD.match(after.text)
    word = len(first[0].encode("gb18030", "replace")) if first else 0
    return line.width + word + _MOVED > width


def _joins(lines: Sequence[_Line], full: Sequence[bool], usual: int) -> list[bool]:
    """Tell for each line whether the next one goes on with it; `usual` is the width of most full ones.

    Where neither indents nor blank lines mark the paragraphs, a full line at a sentence's end may end one.
    """
    written = sum(bool(line.text) for line in lines)
    indented = sum(line.indented for line in lines)
    marked = 0 < indented <= written * _MOST_INDENTED
    divided = (len(lines) - written) * _LINES_PER_BLANK >= written
    joins = [False] * len(lines)
    for index in range(len(lines) - 1):
        line, after = lines[index], lines[index + 1]
        if not full[index] or (marked and after.indented) or heading_family(line.text):
            continue
        ends = ends_sentence(line.text)
        if heading_family(after.text) or (is_item(after.text) and (ends or is_item(line.text))):
            continue
        begins = after.text[0] in _OPENING and not (marked and not after.indented)
        joins[index] = not ends or marked or (not begins and (divided or line.width >= usual - 1))
    return joins


def _joined(lines: Sequence[str], read: Sequence[_Line], joins: Sequence[bool]) -> list[str]:
    sample = "\n".join(line.text for line in read)[:_LOOKED_AT]
    mixed = between_mixed(sample)
    done: list[str] = []
    pieces: list[str] = []
    for raw, line, goes_on in zip(lines, read, joins, strict=True):
        if pieces:
            pieces += (seam(pieces[-1], line.text, mixed=mixed), line.text)
        elif goes_on:
            pieces.append(line.quoted + line.text)
        else:
            done.append(raw)
        if pieces and not goes_on:
            done.append("".join(pieces))
            pieces = []
    return done


def _ends(text: str) -> bool:
    return ends_sentence(text) or text[-1:] in "，、,"
