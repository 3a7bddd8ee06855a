"""What stands in a Markdown file that bookmarks were exported into: our quotes, headings, and code."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.shelf.exporting.markdown import logseq_id

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

# Each may be indented and stand behind the bullet of an outline, as Logseq writes all of a file anew.
_LOGSEQ_MARK = "- id:: "
_ID, _MARK = re.compile(r"[0-9a-f]+\Z"), "^te-"
_QUOTE = re.compile(r"[ \t]*(?:[-*+][ \t]+)?>")
_HEADING = re.compile(r"[ \t]*(?:[-*+][ \t]+)?#{1,2}[ \t]")  # of a document or a section
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})(.*)")


@dataclass(frozen=True, slots=True)
class Found:
    """A bookmark's id in a file, in line `at`; its block begins in line `start`, `top` to `end` is its quote.

    Without a quote right above it that is empty.
    """

    id: str
    start: int
    top: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """The lines of a file without their ends; our ids in them; the lines of headings; the fence left open.

    `joined` are ids that the reader put behind other words, where nothing is ours.
    """

    lines: Sequence[str]
    found: Sequence[Found]
    joined: Collection[str]
    headings: Sequence[int]
    open_fence: str

    def next_heading(self, line: int) -> int:
        """Return the first line from one on that is a heading; else the end."""
        at = bisect_left(self.headings, line)
        return self.headings[at] if at < len(self.headings) else len(self.lines)

    def next_block(self, line: int) -> int:
        """Return the first line from one on that begins a block of ours or is a heading; else the end."""
        at = bisect_left(self.found, line, key=lambda found: found.start)
        heading = self.next_heading(line)
        return min(self.found[at].start, heading) if at < len(self.found) else heading

    def above_blanks(self, line: int) -> int:
        """Return the line after the last one above another that is not blank."""
        return _above_blanks(self.lines, line)


def read_file(text: str) -> MarkdownFile:
    """Read a file in one pass."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    found, headings, fence = list[Found](), [], ""
    joined = set[str]()
    bullets: dict[str, int] = {}  # that may be those of the next bookmark
    for at, line in enumerate(lines):
        if mark := _FENCE.match(line):
            fence = _after_fence(fence, mark[1], mark[2])
        elif not fence and _HEADING.match(line):
            headings.append(at)
        if _LOGSEQ_MARK in line:
            bullets[line.strip()] = at
        before, _, identity = line.rstrip().rpartition(_MARK)
        if identity != line.rstrip() and _ID.match(identity):
            if not before.strip():
                found.append(_found(lines, at, identity, bullets))
                bullets.clear()
            elif before[-1] in " \t>":
                joined.add(identity)
    joined.difference_update(each.id for each in found)
    return MarkdownFile(lines, found, frozenset(joined), headings, fence)


def _found(lines: Sequence[str], at: int, identity: str, bullets: Mapping[str, int]) -> Found:
    end = _above_blanks(lines, at)
    top = end
    while top and _QUOTE.match(lines[top - 1]):
        top -= 1
    if top == end:
        top = end = at
    return Found(identity, min(top, bullets.get(logseq_id(identity), top)), top, end, at)


def _above_blanks(lines: Sequence[str], line: int) -> int:
    """Return the line after the last one above another that is not blank."""
    while line and not lines[line - 1].strip():
        line -= 1
    return line


def _after_fence(fence: str, marks: str, rest: str) -> str:
    """Return the fence of code that is open behind one (CommonMark 0.31, 4.5); "" where none is."""
    if not fence:
        return "" if marks[0] == "`" and "`" in rest else marks
    closes = marks[0] == fence[0] and len(marks) >= len(fence) and not rest.strip()
    return "" if closes else fence
