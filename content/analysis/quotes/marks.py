"""What stands in quotation marks, whichever they are, and where sentences end."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# GB/T 15834-2011, 4.9; 「」 and 『』 in traditional text, and in simplified text that is set so.
_CLOSING = {"“": "”", "「": "」", "『": "』", "‘": "’", "〝": "〞", "﹁": "﹂", "«": "»", '"': '"'}
_MARKS = re.compile(f"[{''.join((*_CLOSING, *_CLOSING.values()))}]")
_SENTENCE_END = re.compile(r"[。！？!?…]+[”」』’〞﹂»\"）)]*|\n")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch in quotation marks: `[start, end)` without them, `[outer, outer_end)` with them.

    `closed` is false where a paragraph ends before the mark does: the speech goes on in the next.
    """

    start: int
    end: int
    closed: bool

    @property
    def outer(self) -> int:
        """Where the opening mark stands."""
        return self.start - 1

    @property
    def outer_end(self) -> int:
        """Where what follows the closing mark begins."""
        return self.end + self.closed


def marked(text: str, start: int, end: int) -> Iterator[Marked]:
    """Yield what stands in marks in a stretch of a text, in order, what is nested as a part of it."""
    place, ends = start, _ends(text, start, end)
    while place < end:
        closing = _CLOSING.get(text[place])
        if closing is None:
            place += 1
            continue
        closed = text.find(closing, place + 1, end) if closing == text[place] else ends.get(place, -1)
        if closed >= 0:
            yield Marked(place + 1, closed, closed=True)
            place = closed + 1
        elif closing != '"' and (place == start or text[place - 1] in "：:，,"):
            # Speech over several paragraphs begins each of them with the mark and closes the last alone.
            yield Marked(place + 1, end, closed=False)
            return
        else:
            place += 1


def _ends(text: str, start: int, end: int) -> dict[int, int]:
    """Return where each mark is closed that opens; the same pair may be nested."""
    found: dict[int, int] = {}
    opened: dict[str, list[int]] = defaultdict(list)
    for mark in _MARKS.finditer(text, start, end):
        if closing := _CLOSING.get(mark[0]):
            opened[closing].append(mark.start())
        elif opened[mark[0]]:
            found[opened[mark[0]].pop()] = mark.start()
    return found


def sentences(text: str, start: int, end: int, quoted: list[Marked]) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a stretch begins and ends; an end inside marks is none of the whole."""
    begin = place = start
    following = iter((*quoted, None))
    inside = next(following)
    while place < end:
        while inside and inside.outer_end <= place:
            inside = next(following)
        if inside and inside.start <= place:
            # Where speech that is a sentence ends, the one around it does too, unless it goes on.
            place = inside.outer_end
            ends = text[inside.end - 1 : inside.end] in "。！？!?…" and inside.end > inside.start
            if ends and text[place : place + 1] not in ("，", "、", "；", ",", "的", "。"):
                yield begin, place
                begin = place
            continue
        # Up to a mark that opens: folded, it looks like one that closes.
        stop = inside.outer if inside and inside.outer >= place else end
        if found := _SENTENCE_END.search(text, place, stop):
            place = found.end()
            yield begin, place
            begin = place
        else:
            place = inside.start if inside and inside.outer >= place else end
    if begin < end:
        yield begin, end
