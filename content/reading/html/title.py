"""Which line of a page is its title: the one that the head repeats, whatever stands in the `h1`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from content.reading.metadata import is_medium
from content.reading.patterns import shape, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.html.blocks import Block
    from content.reading.html.head import Head

_HEADINGS = ("h1", "h2", "h3", "h4")
_LONGEST = 120
_COMPARED = 20  # in lines: so many of those that could be the title are compared with the head's
_SHORTEST = 2
_ALIKE = 0.6
"""A heading that shares so much with the head's title is the title as the page shows it."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title, the index of the line that shows it, and the name of a medium that the head adds to it."""

    text: str | None
    index: int | None
    medium: str | None


def find_title(head: Head, blocks: Sequence[Block], start: int) -> Title:
    """Find a page's title; `start` is the index of the article's first line."""
    medium = next(filter(None, map(_medium, head.titles)), None)
    candidates = [
        index
        for index, block in enumerate(blocks)
        if (index <= start or block.element.tag == "h1") and _SHORTEST <= block.letters <= _LONGEST
    ]
    shown = [index for index in candidates if _is_heading(blocks[index])]
    others = sorted(set(candidates) - set(shown))
    for told in head.titles:
        segments = [folded for each in _segments(told) if (folded := _folded(each))]
        longest, whole = max(segments, key=len, default=""), _folded(told)
        matching = []
        for index in [*shown, *others]:
            folded = _folded(blocks[index].text)
            first = folded == segments[0] and index in shown if segments else False
            if folded and (first or (folded in whole and 2 * len(folded) >= len(longest))):
                linked = blocks[index].link_share > _ALIKE  # a site's own name leads to its first page
                matching.append((not linked, index in shown, len(folded), index))
        if matching:
            best = max(matching)[-1]
            return Title(blocks[best].text, best, medium)
    for told in head.titles:
        bare = without_site(told, head.sites)
        for index in shown[-_COMPARED:]:
            folded = _folded(blocks[index].text)
            if bare and folded.startswith(_folded(bare)):  # a tag stands behind the title, in the same line
                return Title(bare, index, medium)
            if SequenceMatcher(None, folded, _folded(bare)).ratio() > _ALIKE:
                return Title(blocks[index].text, index, medium)
    if head.titles:
        return Title(without_site(head.titles[0], head.sites), None, medium)
    near = [index for index in shown if index <= start and blocks[index].link_share <= _ALIKE]
    best_shown = max(near, key=lambda index: (blocks[index].element.tag == "h1", index), default=None)
    return Title(blocks[best_shown].text if best_shown is not None else None, best_shown, medium)


def without_site(title: str, sites: Sequence[str] = ()) -> str:
    """Take the name of the site and its channel away from behind a title."""
    for site in sites:
        title = re.sub(rf"\s*[-_|｜—–·]+\s*{re.escape(site)}$", "", title) or title
    segments = _segments(title)
    longest = max(segments, key=len, default=title)
    return title[: title.find(longest) + len(longest)].strip() or title


def _segments(title: str) -> list[str]:
    return [each for each in shape("pages", "separator").split(title) if each]


def _medium(title: str) -> str | None:
    segments = _segments(title)
    last = segments[-1].strip() if len(segments) > 1 else ""
    return last if last and is_medium(last) and len(last) < len(max(segments, key=len)) else None


def _is_heading(block: Block) -> bool:
    if any(element.tag in _HEADINGS for element in block.path[:3]):
        return True
    return any(element.names & words("pages", "titles") for element in block.path[:2])


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
