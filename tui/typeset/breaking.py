"""Line breaking by the rules of Chinese typesetting, on a grid of terminal cells.

The rules are those of W3C's Requirements for Chinese Text Layout (clreq), sections 3.1.4 (marks that
may not start or end a line) and 3.1.5 (what may not be broken): no closing mark or pause at a line's
start, no opening mark at its end, `——` and `……`, Latin words and numbers with their units whole,
and at least two characters on a paragraph's last line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cached_cell_len, split_graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING = "「『（《〈【〔〖［｛“‘([{｢"
_CLOSING = "」』）》〉】〕〗］｝”’)]}｣，。、；：？！．·‧・,.;:?!%‰℃…—～〜々ーゝゞ％﹐﹑﹒﹔﹕﹖﹗"
_UNIT = (
    r"(?:[多余餘]?(?:个?百分点|[百千万亿兆]*(?:港元|美元|日元|欧元|英镑|人民币|元|块|平方米|公里|千米|公斤|吨|[个家款种位名次年月日号岁天时分秒倍成]|%|％|‰)"
    r"|[百千万亿萬億兆]+|[個歲時種億]))"
)
_WORD = r"[0-9A-Za-z\u00c0-\u024f\u0370-\u052f'’@#$&*+_/\\=<>|^~`\"-]"
_MARKS = r"[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\U000e0100-\U000e01ef]*"  # combining, variation selectors
# A joined emoji, a base with its marks, or any one character.
_CHARACTER = rf".{_MARKS}(?:\u200d.[\ufe00-\ufe0f]*)*"
_PIECE = re.compile(
    rf"[{re.escape(_OPENING)}]*"
    rf"(?:[0-9][0-9,.:/-]*(?:{_WORD}+|[ ]?{_UNIT})?|—{{2,}}|…+|{_WORD}+(?:[.,:;!?%]+{_WORD}+)*|{_CHARACTER})?"
    rf"{_MARKS}[{re.escape(_CLOSING)}]*{_MARKS}",  # a digit before a selector is two cells, not one
    re.DOTALL,
)
# Ideographs around which a line may break: the last one before a closing mark is none of them.
_RUN = re.compile(
    rf"[\u3400-\u4dbf\u4e00-\u9fff]{{2,}}(?![{re.escape(_CLOSING)}\u0300-\u036f\u20d0-\u20ff\u200d\ufe00-\ufe0f])"
)
_SPACES = " \t\u3000"
_COUNTED = re.compile(r"[^\W_]", re.UNICODE)


class Line(NamedTuple):
    """One set line: the half-open stretch `[start, end)` of the paragraph that is drawn on it."""

    start: int
    end: int


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of one paragraph between which a line may break; spaces stand alone.

    A run of ideographs is one stretch, though a line may break anywhere in it: see `is_run`.
    """
    position = start
    while position < end:
        if text[position] in _SPACES:
            yield position, position + 1
            position += 1
            continue
        match = _RUN.match(text, position, end) or _PIECE.match(text, position, end)
        stop = match.end() if match and match.end() > position else position + 1
        yield position, stop
        position = stop


def is_run(text: str, start: int, stop: int) -> bool:
    """Tell whether a stretch that `pieces` gave is a run of ideographs, two cells each."""
    return stop - start > 1 and _RUN.match(text, start, stop) is not None


def _portions(text: str, start: int, stop: int, room: int, measure: int) -> Iterator[tuple[int, int, int]]:
    """Cut a stretch into what fills `room` cells, then lines of `measure`; yield each with its cells."""
    if is_run(text, start, stop):
        while start < stop:
            end = min(stop, start + (max(0, room) // 2 or max(1, measure // 2)))
            yield start, end, 2 * (end - start)
            start, room = end, measure
        return
    width = cached_cell_len(text[start:stop])
    if width <= measure:
        yield start, stop, width
        return
    graphemes, _ = split_graphemes(text[start:stop])
    begin = taken = 0
    for left, _, cells in graphemes:
        if taken + cells > room and left > begin:
            yield start + begin, start + left, taken
            begin, taken, room = left, 0, measure
        taken += cells
    yield start + begin, stop, taken


def break_paragraph(text: str, measure: int, indent: int = 0) -> list[Line]:
    """Break a paragraph without newlines into lines of at most `measure` cells, at least one line.

    The first line is `indent` cells shorter. Spaces at a line's end hang over it and are not part
    of it. A piece wider than the measure is cut; a character wider than the measure stands alone.
    """
    lines: list[Line] = []
    begin = end = 0
    room = measure - indent
    for left, right in pieces(text, 0, len(text)):
        if text[left] in _SPACES:
            if left > begin or not lines:
                room -= cached_cell_len(text[left])
            else:
                begin = end = right
            continue
        for start, stop, width in _portions(text, left, right, room, measure):
            if width > room and end > begin:
                lines.append(Line(begin, end))
                begin, room = start, measure
            elif width > room and start > begin:  # only spaces stand before it: they hang
                begin, room = start, measure - indent
            room -= width
            end = stop
    lines.append(Line(begin, end))
    return _no_orphan(text, lines, measure)


def _borders(text: str, line: Line) -> Iterator[int]:
    """Yield every place in a line where it could have been broken."""
    for left, right in pieces(text, line.start, line.end):
        if text[left] not in _SPACES:
            yield from range(left, right) if is_run(text, left, right) else (left,)


def _no_orphan(text: str, lines: list[Line], measure: int) -> list[Line]:
    """Keep at least two characters on the last line by taking the piece before over to it."""
    if len(lines) < 2:
        return lines
    before, last = lines[-2], lines[-1]
    if len(_COUNTED.findall(text, last.start, last.end)) >= 2:
        return lines
    for border in reversed([*_borders(text, before)][1:]):
        if cached_cell_len(text[border : last.end]) > measure:
            break
        if len(_COUNTED.findall(text, border, last.end)) >= 2:
            kept = len(text[before.start : border].rstrip(_SPACES))
            return [*lines[:-2], Line(before.start, before.start + kept), Line(border, last.end)]
    return lines
