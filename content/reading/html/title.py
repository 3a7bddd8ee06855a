"""Which line of a page is its title: the one that the head repeats, whatever stands in the `h1`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from content.reading.html.tree import closest
from content.reading.metadata import is_medium
from content.reading.patterns import shape, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.html.blocks import Block
    from content.reading.html.head import Head

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST = 120
_COMPARED = 20  # in lines: so many of those that could be the title are compared with the head's
_SHORTEST = 2
_LONGEST_NAME = 16
_LATIN = re.compile(r"(?<=[\u4e00-\u9fff])\s+[A-Za-z][\w .&'-]*$")  # the name again: 望潮社 WNA
_LONGEST_TAG, _LONGEST_CHANNEL = 4, 8
"""In letters: of a tag before a title, such as 原创, and of a channel's name."""

_HOME = re.compile(r"(?:https?:)?(?://[^/]*)?/?(?:index\.\w+|#)?")
_ABOVE = 6  # in lines: so far above the article is its title
_ALIKE = 0.6
"""A heading that shares so much with the head's title is the title as the page shows it."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title, the index of the line that shows it, and what the head's title adds to it.

    `medium` is the name of a medium, `site` any name that stands behind the title.
    """

    text: str | None
    index: int | None
    medium: str | None
    site: str | None = None


def find_title(head: Head, blocks: Sequence[Block], start: int) -> Title:
    """Find a page's title; `start` is the index of the article's first line."""
    candidates = [
        index
        for index, block in enumerate(blocks)
        if (index <= start or block.element.tag == "h1") and _SHORTEST <= block.letters <= _LONGEST
    ]
    shown = [index for index in candidates if _is_heading(blocks[index])]
    found = (
        _repeated(head, blocks, candidates, shown)
        or _resembling(head, blocks, shown)
        or _of_channel(head, blocks, shown, start)
    )
    if found:
        text: str | None = found[0]
        index: int | None = found[1]
    elif head.titles:
        text, index = without_site(head.titles[0], head.sites), None
    else:
        near = [index for index in shown if index <= start and blocks[index].link_share <= _ALIKE]
        index = max(near, key=lambda index: (blocks[index].element.tag == "h1", index), default=None)
        text = _shown(blocks[index]) if index is not None else None
    medium = next(filter(None, map(_medium, head.titles)), None)
    site = next(filter(None, (_site(told, text) for told in head.titles)), None) if text else None
    return Title(text, index, medium, site)


def _repeated(
    head: Head, blocks: Sequence[Block], candidates: Sequence[int], shown: Sequence[int]
) -> tuple[str, int] | None:
    """Return the line that the head's title repeats."""
    others = sorted(set(candidates) - set(shown))
    for told in head.titles:
        segments = [folded for each in _segments(told) if (folded := _folded(each))]
        longest, whole = max(segments, key=len, default=""), _folded(told)
        matching = []
        for index in [*shown, *others]:
            folded = _folded(_shown(blocks[index]))
            first = folded == segments[0] and index in shown if segments else False
            if folded and (first or (folded in whole and 2 * len(folded) >= len(longest))):
                # A site's own name leads to its first page, and stands behind the title in the head.
                first = whole.startswith(folded)
                if blocks[index].link_share <= _ALIKE or (first and not _leads_home(blocks[index])):
                    matching.append((index in shown, first, len(folded), index))
        if matching:
            best = max(matching)[-1]
            return _shown(blocks[best]), best
    return None


def _shown(block: Block) -> str:
    """Return a line without the links to change it."""
    return shape("pages", "edit_links").sub("", block.text) or block.text


def _leads_home(block: Block) -> bool:
    """Tell whether a line is a link to the first page of its site."""
    inside = (each for each in block.element.all("a"))
    link = next(inside, None) or closest(block.element, "a")
    return link is None or bool(_HOME.fullmatch(link.get("href")))


def _resembling(head: Head, blocks: Sequence[Block], shown: Sequence[int]) -> tuple[str, int] | None:
    """Return the heading that is like the head's title, and no tag that stands beside it in the same line."""
    for told in head.titles:
        bare = without_site(told, head.sites)
        opening = next(iter(_segments(told)), "").strip()
        for index in shown[-_COMPARED:]:
            folded, wanted = _folded(_shown(blocks[index])), _folded(bare)
            tagged = folded.endswith(wanted) and len(folded) <= len(wanted) + _LONGEST_TAG
            if wanted and (folded.startswith(wanted) or tagged):
                return bare, index
            if len(opening) >= _LONGEST_TAG and folded.startswith(_folded(opening)):
                return opening, index
            if SequenceMatcher(None, folded, wanted).ratio() > _ALIKE:
                return _shown(blocks[index]), index
    return None


def _of_channel(
    head: Head, blocks: Sequence[Block], shown: Sequence[int], start: int
) -> tuple[str, int] | None:
    """Return the heading above the article where the head names only channel and site: 动态-某某网."""
    if not head.titles or not _segments(head.titles[0]):
        return None
    names = [_folded(each) for each in _segments(head.titles[0])]
    above = [_folded(block.text) for block in blocks[:start] if block.letters <= _LONGEST]
    if any(len(each) > _LONGEST_CHANNEL for each in names) or not any(names[0] in line for line in above):
        return None
    for index in reversed(shown):
        long = blocks[index].letters > _LONGEST_CHANNEL and blocks[index].link_share <= _ALIKE
        if start - _ABOVE <= index <= start and long:
            return _shown(blocks[index]), index
    return None


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
    """Return the medium among the names behind a title; the last that is one."""
    segments = [_LATIN.sub("", each).strip() for each in _segments(title)]
    longest = max(segments, key=len, default="")
    return next(
        (each for each in reversed(segments[1:]) if is_medium(each) and len(each) < len(longest)), None
    )


def _site(title: str, shown: str) -> str | None:
    """Return the last of the names that stand behind a title, which the page shows without them."""
    segments = [each.strip() for each in _segments(title)]
    if len(segments) < 2 or not _folded(title).startswith(_folded(shown)):
        return None
    name = segments[-1].split("，")[0]
    return name if 2 <= len(name) <= _LONGEST_NAME and _folded(name) not in _folded(shown) else None


def _is_heading(block: Block) -> bool:
    if any(element.tag in _HEADINGS for element in block.path[:3]):
        return True
    return any(element.names & words("pages", "titles") for element in block.path[:2])


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
