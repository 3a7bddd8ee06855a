"""Line breaking by the rules of Chinese typesetting, on a grid of terminal cells.

The rules are those of W3C's Requirements for Chinese Text Layout (clreq), sections 3.1.4 (marks that
may not start or end a line) and 3.1.5 (what may not be broken): no closing mark or pause at a line's
start, no opening mark at its end, `——` and `……`, Latin words and numbers with their units whole,
and at least two characters on a paragraph's last line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, split_graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING = "「『（《〈【〔〖［｛“‘([{｢"
_CLOSING = "」』）》〉】〕〗］｝”’)]}｣，。、；：？！．·‧・,.;:?!%‰℃…—～〜々ーゝゞ％﹐﹑﹒﹔﹕﹖﹗"
_UNIT = (
    r"(?:[多余餘]?(?:个?百分点|[百千万亿兆]*(?:港元|美元|日元|欧元|英镑|人民币|元|块|平方米|公里|千米|公斤|吨|[个家款种位名次年月日号岁天时分秒倍成]|%|％|‰)"
    r"|[百千万亿萬億兆]+|[個歲時種億]))"
)
_WORD = r"[0-9A-Za-z\u00c0-\u024f\u0370-\u052f'’@#$&*+_/\\=<>|^~`\"-]"
# A joined emoji, a base with its combining marks and variation selectors, or any one character.
_CHARACTER = r".[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\U000e0100-\U000e01ef]*(?:\u200d.[\ufe00-\ufe0f]*)*"
_PIECE = re.compile(
    rf"[{re.escape(_OPENING)}]*"
    rf"(?:[0-9][0-9,.:/-]*(?:{_WORD}+|[ ]?{_UNIT})?|—{{2,}}|…+|{_WORD}+(?:[.,:;!?%]+{_WORD}+)*|{_CHARACTER})?"
    rf"[{re.escape(_CLOSING)}]*",
    re.DOTALL,
)
_SPACES = " \t\u3000"
_COUNTED = re.compile(r"[^\W_]", re.UNICODE)


class Line(NamedTuple):
    """One set line: the half-open stretch `[start, end)` of the paragraph that is drawn on it."""

    start: int
    end: int


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of one paragraph between which a line may break; spaces stand alone."""
    position = start
    while position < end:
        if text[position] in _SPACES:
            yield position, position + 1
            position += 1
            continue
        match = _PIECE.match(text, position, end)
        stop = match.end() if match and match.end() > position else position + 1
        yield position, stop
        position = stop


def _shorter(text: str, start: int, stop: int, room: int, measure: int) -> Iterator[tuple[int, int]]:
    """Cut a piece that is wider than a whole line at grapheme borders, filling `room` cells first."""
    graphemes, _ = split_graphemes(text[start:stop])
    begin = start
    for left, _, width in graphemes:
        if width > room and start + left > begin:
            yield begin, start + left
            begin, room = start + left, measure
        room -= width
    yield begin, stop


def break_paragraph(text: str, measure: int, indent: int = 0) -> list[Line]:
    """Break a paragraph without newlines into lines of at most `measure` cells, at least one line.

    The first line is `indent` cells shorter. Spaces at a line's end hang over it and are not part
    of it. A piece wider than the measure is cut; a character wider than the measure stands alone.
    """
    lines: list[Line] = []
    begin = end = 0
    room = measure - indent
    for left, right in pieces(text, 0, len(text)):
        width = cell_len(text[left:right])
        if text[left] in _SPACES:
            if left > begin or not lines:
                room -= width
            else:
                begin = end = right
            continue
        cut = [(left, right)] if width <= measure else _shorter(text, left, right, room, measure)
        for start, stop in cut:
            width = cell_len(text[start:stop])
            if width > room and end > begin:
                lines.append(Line(begin, end))
                begin, room = start, measure
            elif width > room and start > begin:  # only spaces stand before it: they hang
                begin, room = start, measure - indent
            room -= width
            end = stop
    lines.append(Line(begin, end))
    return _no_orphan(text, lines, measure)


def _no_orphan(text: str, lines: list[Line], measure: int) -> list[Line]:
    """Keep at least two characters on the last line by taking the piece before over to it."""
    if len(lines) < 2:
        return lines
    before, last = lines[-2], lines[-1]
    if len(_COUNTED.findall(text, last.start, last.end)) >= 2:
        return lines
    borders = [left for left, _ in pieces(text, before.start, before.end) if text[left] not in _SPACES]
    for border in reversed(borders[1:]):
        if cell_len(text[border : last.end]) > measure:
            break
        if len(_COUNTED.findall(text, border, last.end)) >= 2:
            kept = len(text[before.start : border].rstrip(_SPACES))
            return [*lines[:-2], Line(before.start, before.start + kept), Line(border, last.end)]
    return lines
