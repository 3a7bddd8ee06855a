"""A line cut out of a passage around what matched in it, whole characters only, to a width in cells."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import category

from rich.cells import get_character_cell_size, split_graphemes

from tui.text import ELLIPSIS, cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from content.document import Passage, Span
    from tui.widgets.row_list import Part

_BEFORE = 5  # of this many cells of a snippet one may stand before the match
_SLACK = 2  # code points looked at for each cell: enough for text with as many marks as letters
_WEIGHED = 40  # matches of a passage among which the one to cut around is chosen
_NO_START = "，。、；：？！）」』》”’…— ,.;:?!)\n\t　"  # reads badly right after an ellipsis
_AS_SPACES = str.maketrans("\n\t", "  ")  # drawn as spaces, and measured so

_EACH_WHOLE = re.compile(
    "[\n -~‘’“”—…·\u3000-\u3029\u3030-\u303e\u3041-\u3096\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]*"
)


def snippet(
    passage: Passage, spans: Sequence[Span], display: Callable[[str], str], width: int
) -> tuple[Part, ...]:
    """Cut at most `width` cells of a passage around the first of the spans, or where most of them stand.

    Spans are offsets in the document's text. An ellipsis stands at each end where text is left out. Never
    cuts inside a character: combining marks, joined emoji, selectors and flags stay with their base.
    """
    source = passage.text
    if not source or width <= 0:
        return ()
    marks = [(max(0, span.start - passage.start), span.end - passage.start) for span in spans]
    marks = [(start, min(len(source), end)) for start, end in marks if end > 0 and start < len(source)]
    first = _around(source, marks, width)
    begin, end = _window(source, first, width)
    shown = display(source[begin:end]).translate(_AS_SPACES)
    characters = [(begin + left, begin + right, size) for left, right, size in whole_characters(shown)]
    if end < len(source):
        characters.pop()  # it may go on beyond what is looked at
    shown_whole = begin == 0 and end == len(source)
    left, right = _cut(characters, first, width, shown_whole)
    if begin or left:
        while left < right and characters[left][1] <= first and source[characters[left][0]] in _NO_START:
            left += 1
    return _parts(shown, begin, characters[left:right], marks, len(source))


def whole_characters(text: str) -> list[tuple[int, int, int]]:
    """Divide a text into what a reader takes for characters: start, end and cells of each.

    UAX #29 as far as Rich knows it, and what it leaves apart: the two letters of a flag, spacing marks.
    """
    if _EACH_WHOLE.fullmatch(text):  # nearly all text, in a fifth of the time
        sizes = map(get_character_cell_size, text)
        return [(start, start + 1, size) for start, size in enumerate(sizes)]
    whole: list[tuple[int, int, int]] = []
    alone = False  # the last one is the first letter of a flag
    for start, end, size in split_graphemes(text)[0]:
        flag = _is_flag_letter(text[start])
        if whole and ((flag and alone) or (not flag and _continues(text[start]))):
            whole[-1] = (whole[-1][0], end, whole[-1][2] + size)
            alone = False
        else:
            whole.append((start, end, size))
            alone = flag
    return whole


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _continues(character: str) -> bool:
    """Tell whether a character belongs to the one before it."""
    return not character.isascii() and (character == "\u200d" or category(character)[0] == "M")


def _around(source: str, marks: Sequence[tuple[int, int]], width: int) -> int:
    """Return where to cut around: the first match that has as many different ones within reach as any.

    Of several words the reader wants to see as many as one line holds.
    """
    weighed, reach = marks[:_WEIGHED], width // 3
    near = [
        len({source[at:to] for at, to in weighed if start <= at and to <= start + reach})
        for start, _ in weighed
    ]
    return weighed[near.index(max(near))][0] if weighed else 0


def _window(source: str, first: int, width: int) -> tuple[int, int]:
    """Return what of a text has to be looked at, from the start of a character on."""
    begin = max(0, first - width * _SLACK // 2)
    while begin and (_continues(source[begin]) or source[begin - 1] == "\u200d"):
        begin -= 1
    if _is_flag_letter(source[begin]):  # flags have two letters, so that their start is told from the first
        run = begin
        while run and _is_flag_letter(source[run - 1]):
            run -= 1
        begin -= (begin - run) % 2
    return begin, min(len(source), first + width * _SLACK)


def _cut(characters: Sequence[tuple[int, int, int]], first: int, width: int, is_all: bool) -> tuple[int, int]:
    """Return the indices of the first character that shows and of the first that shows no more."""
    sizes = [size for _, _, size in characters]
    if is_all and sum(sizes) <= width:
        return 0, len(sizes)
    room = width - 2 * cells(ELLIPSIS)
    at = next((index for index, (_, end, _) in enumerate(characters) if end > first), len(sizes))
    right = at + _fitting(sizes[at:], room - room // _BEFORE)
    left = at - _fitting(reversed(sizes[:at]), room - sum(sizes[at:right]))
    return left, right + _fitting(sizes[right:], room - sum(sizes[left:right]))


def _fitting(sizes: Iterable[int], room: int) -> int:
    """Count how many of these characters, one after the other, fit into some cells."""
    return sum(1 for used in accumulate(sizes) if used <= room)


def _parts(
    shown: str,
    begin: int,
    characters: Sequence[tuple[int, int, int]],
    marks: Sequence[tuple[int, int]],
    length: int,
) -> tuple[Part, ...]:
    """Set what shows, matches as the part `hit`, an ellipsis where something was left out."""
    if not characters:
        return ()
    parts: list[Part] = [(ELLIPSIS, "quiet")] if characters[0][0] else []
    following = iter(marks)
    mark = next(following, None)
    for start, end, _ in characters:
        while mark and mark[1] <= start:
            mark = next(following, None)
        part = "hit" if mark and mark[0] < end else ""
        string = shown[start - begin : end - begin]
        if parts and parts[-1][1] == part:
            parts[-1] = (parts[-1][0] + string, part)
        else:
            parts.append((string, part))
    if characters[-1][1] < length:
        parts.append((ELLIPSIS, "quiet"))
    return tuple(parts)
