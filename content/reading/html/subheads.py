"""Which lines of an article head what follows, and how deep: by their elements, their type, their shape."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from content.reading.captions import is_caption, says_it_is_a_caption
from content.reading.headings import find_headings, heading_family
from content.reading.html.habits import is_bare_number
from content.reading.html.tree import closest
from content.reading.lines import is_prose
from content.reading.patterns import shape

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from content.reading.html.blocks import Block

_LONGEST, _LONGEST_BOLD = 60, 45
_MOST_BOLD = 0.4
"""Of the lines: where more are bold, bold type says nothing."""

_FEWEST_ALIKE = 3
"""A line that is there so often asks or labels, and heads nothing."""

_TAGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BOLD_DEPTH = 7  # a bold paragraph heads less than an `h6` does


def find_subheads(blocks: Sequence[Block], captions: Set[int], rows: Set[int]) -> dict[int, int]:
    """Return how deep each heading stands, by its index: those that are marked, else those that look it.

    `captions` and `rows` are the indexes of what stands below pictures and in tables of data.
    """
    often = {
        text for text, count in Counter(block.text for block in blocks).items() if count >= _FEWEST_ALIKE
    }
    marked = {
        index: _TAGS[heading.tag]
        for index, block in enumerate(blocks)
        if (heading := closest(block.element, *_TAGS))
        and len(block.text) <= _LONGEST
        and not _is_label(block.text)
    }
    bold = [
        index
        for index, block in enumerate(blocks)
        if index not in marked
        and block.text not in often
        and index not in rows
        and _is_bold_heading(blocks, index)
    ]
    lines = sum(not block.beside_picture for block in blocks)
    if sum(block.all_bold for block in blocks) <= _MOST_BOLD * lines + 1:
        numbered = [heading_family(blocks[index].text) for index in bold]
        for index, family in zip(bold, numbered, strict=True):
            marked[index] = _BOLD_DEPTH + (family in ("digits", "brackets", "zero") and "comma" in numbered)
    if marked:
        return {index: depth for index, depth in marked.items() if _heads_something(blocks, index)}
    return _looking_like(blocks, often, captions | rows)


def _looking_like(blocks: Sequence[Block], often: Set[str], apart: Set[int]) -> dict[int, int]:
    """Return the lines that look like headings where none is marked, and their levels."""
    plain = [
        index
        for index, block in enumerate(blocks)
        if not (index in apart or block.preformatted or block.beside_picture)
    ]
    found = find_headings([blocks[index].text for index in plain], frozenset())
    return {
        plain[index]: level
        for index, level in found.items()
        if blocks[plain[index]].text not in often
        and not _is_label(blocks[plain[index]].text)
        and not _is_spoken(blocks[plain[index]].text)
    }


def _is_bold_heading(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if not block.all_bold or not 2 <= len(block.text) <= _LONGEST_BOLD or block.beside_picture:
        return False
    if block.text[-1] in "。；;，,、：:" or "。" in block.text or _is_label(block.text):
        return False
    if is_caption(block.text) or is_bare_number(block.text):
        return False
    if not block.pictures:
        return True
    follows = index + 1 < len(blocks) and is_prose(blocks[index + 1].text)
    return follows and not block.centred and not blocks[index + 1].pictures


def _heads_something(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether text follows a heading, before the page ends."""
    return any(not block.all_bold for block in blocks[index + 1 : index + 4])


def _is_label(text: str) -> bool:
    """Tell whether a line is said by somebody (记者：…) or tells of the article (来源：…): neither heads."""
    return bool(shape("pages", "labels").fullmatch(text)) or says_it_is_a_caption(text)


def _is_spoken(text: str) -> bool:
    """Tell whether a line is what somebody says, and ends with it: “妈妈，天亮了吗？”."""
    return text[0] in "“「『" and (text[-2:-1] in "。？！?!…" or text[-1] not in "”」』")
