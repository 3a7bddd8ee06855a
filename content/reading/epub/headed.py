"""Which lines of a page are headings, and of which level: what its elements and the book's contents say."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.reading.assembly import Break, Part
from content.reading.elements import Block
from content.reading.subheads import is_bold_heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from content.reading.epub.contents import Entry

_LOOKED_AHEAD, _LINES_OF_A_HEADING = 3, 3


class Headings:
    """The headings of a book, page after page: one that the contents do not have goes on at their depth."""

    def __init__(self, *, contents: bool) -> None:
        self._contents = contents
        self._level = 0  # of the last line of the contents, 0 before the first
        self._rank: int | None = None  # of the element, h1 to h6, that said the same
        self._unsaid: list[Entry] = []  # lines of the contents that lead to a picture

    def head(self, found: Sequence[Block | Break], entries: Sequence[Entry]) -> Iterator[Part | Break]:
        """Yield the parts of a page; `entries` are the lines of the contents that lead into it."""
        titled: dict[int, list[_Title]] = defaultdict(list)
        taken: set[int] = set()
        for title in _placed(found, entries):
            if title.start >= len(found):
                self._unsaid.append(title.entry)
                continue
            titled[title.said[0] if title.said else title.start].append(title)
            taken.update(title.said)
        ranks = sorted({each.level for each in found if isinstance(each, Block) and each.level})
        deepest = self._level
        for index, block in enumerate(found):
            for title in titled.get(index, ()):
                said_by = [each for i in title.said if isinstance(each := found[i], Block)]
                yield from self._parts_above(title.entry.level)
                deepest = self._level = title.entry.level
                self._rank = max((each.level for each in said_by if each.level), default=None)
                yield Part("heading", " ".join(each.text for each in said_by) or title.entry.title, deepest)
            if index in taken:
                continue
            if isinstance(block, Break):
                yield block
            elif block.level:
                deepest = self._below(block.level, ranks)
                yield Part("heading", block.text, deepest)
            elif is_bold_heading(found, index):
                yield Part("heading", block.text, deepest + 1)
            else:
                yield Part(block.kind, block.text)

    def _parts_above(self, level: int) -> Iterator[Part]:
        """Yield the title of a part of the book that is only drawn, where a chapter of it follows."""
        unsaid, self._unsaid = self._unsaid, []
        above = [place for place, entry in enumerate(unsaid) if entry.level < level]
        for place in above:
            if all(unsaid[place].level < entry.level for entry in unsaid[place + 1 :]):
                yield Part("heading", unsaid[place].title, unsaid[place].level)

    def _below(self, rank: int, ranks: Sequence[int]) -> int:
        """Return the level of a heading that the contents do not have."""
        if not self._contents:
            return rank
        if self._rank is None:
            return self._level + 1 + ranks.index(rank)
        between = [each for each in ranks if self._rank < each <= rank]
        return max(1, self._level + len(between))


@dataclass(slots=True)
class _Title:
    """A line of the contents on the page: which blocks say it, or before which one it is missing."""

    entry: Entry
    start: int
    said: list[int]


def _placed(found: Sequence[Block | Break], entries: Sequence[Entry]) -> list[_Title]:
    """Find each line of the contents: where it is said in so many words, else at what it leads to."""
    places = _anchors(found)
    titles = [_Title(entry, places.get(entry.fragment, 0), []) for entry in entries]
    taken: set[int] = set()
    for title in titles:
        title.said = _said(found, title.start, title.entry.title, taken)
        taken.update(title.said)
    starts = Counter(title.start for title in titles)
    passed: set[int] = set()
    for title in titles:
        while not title.said and title.start in passed:
            title.start += 1
        here = found[title.start] if title.start < len(found) else None
        free = title.start not in taken and isinstance(here, Block) and here.level
        if not title.said and free and starts[title.start] == 1:  # the page words its heading in another way
            title.said = [title.start]
            taken.add(title.start)
        passed.update(title.said)
    return titles


def _anchors(found: Sequence[Block | Break]) -> Mapping[str, int]:
    places: dict[str, int] = {}
    for index, each in enumerate(found):
        for anchor in each.anchors if isinstance(each, Block) else ():
            places.setdefault(anchor, index)
    return places


def _said(found: Sequence[Block | Break], start: int, title: str, taken: Set[int]) -> list[int]:
    """Return the blocks that say a title of the contents: one, or a number and a name, a line each."""
    wanted = _letters(title)
    for first in range(start, min(start + _LOOKED_AHEAD, len(found))):
        run: list[int] = []
        said = ""
        for index in range(first, min(first + _LINES_OF_A_HEADING, len(found))):
            block = found[index]
            if index in taken or not isinstance(block, Block):
                break
            run.append(index)
            said += _letters(block.text)
            if said == wanted:
                return [*_headings_between(found, start, first, taken), *run]
            if not wanted.startswith(said):
                break
    return []


def _headings_between(found: Sequence[Block | Break], start: int, end: int, taken: Set[int]) -> Iterator[int]:
    """Yield the headings that stand right above a title: 第一章, say, in a heading of its own."""
    above = [isinstance(each, Block) and bool(each.level) for each in found[start:end]]
    if all(above) and taken.isdisjoint(range(start, end)):
        yield from range(start, end)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold() or "".join(text.split())
