"""Plain glyphs: nothing of ours is drawn that terminals set for Chinese or Japanese may make two cells wide.

Unicode (UAX #11) leaves the width of many marks to the terminal. In the text of an article they give way
to marks that are two cells wide everywhere; everything else we draw gives way to ASCII.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

PLAIN = "-plain"
"""The app's class while glyphs are plain."""

_WIDE = str.maketrans("“”‘’—–…‥·‧•", "「」『』－－・・・・・")
# One cell for one cell. The blocks of less than a whole cell are the ends of a scrollbar's thumb, which its
# colours show as well.
_ASCII = {
    "*": "●○•◆■★", ">": "▸▶›→▌", "<": "‹◂←", "^": "↑", "v": "↓", "~": "…‥", "-": "·‧—–―─━═░",
    "|": "│┃║▏▎▍▋▊▉▐▕", "#": "█▓▒¶", "x": "×", '"': "“”", "'": "‘’", "+": "┌┐└┘├┤┬┴┼╭╮╰╯", " ": "▁▂▃▄▅▆▇▔▀",
}  # fmt: skip
_NARROW = {ord(mark): ascii_mark for ascii_mark, marks in _ASCII.items() for mark in marks}


def widen(text: str) -> str:
    """Put marks that are two cells wide everywhere in place of those of unsure width, one for one."""
    return text.translate(_WIDE)


@cache
def plain_filter() -> LineFilter:
    """Return the filter that makes everything drawn plain; `App.get_line_filters` applies it."""
    return _PlainGlyphs()


class _PlainGlyphs(LineFilter):
    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment
            if segment.text.isascii()
            else Segment(segment.text.translate(_NARROW), segment.style, segment.control)
            for segment in segments
        ]
