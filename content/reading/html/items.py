"""Items of lists: which lines of an article are some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.reading.html.tree import Element, closest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.html.blocks import Block

_LONGEST_PARAGRAPH = 100
"""In characters: a longer paragraph within an item of a list is running text that a list lays out."""

_MOST_PARAGRAPHS = 2  # in an item


def find_items(blocks: Sequence[Block]) -> set[int]:
    """Return the indexes of the lines that are items of lists; bullets and numbers are no text of a page."""
    lengths: dict[Element, int] = {}
    found: set[int] = set()
    for index, block in enumerate(blocks):
        item = closest(block.element, "li")
        if item is None or block.preformatted or item not in block.path[:3] or item.parent is None:
            continue
        around = item.parent
        if around not in lengths:
            lengths[around] = sum(isinstance(each, Element) and each.tag == "li" for each in around.children)
        lays_out = block.element.tag == "p" and block.letters > _LONGEST_PARAGRAPH
        if lengths[around] > 1 and not lays_out and not item.holds_many(_MOST_PARAGRAPHS, "p"):
            found.add(index)
    return found
