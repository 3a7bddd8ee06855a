"""The article's lines become parts of a document: headings, captions, tables, lists, verse, paragraphs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from content.reading.assembly import Part
from content.reading.headings import heading_text
from content.reading.html.habits import habits
from content.reading.html.pictured import is_picture_caption
from content.reading.html.rows import row_of, row_text
from content.reading.html.subheads import find_subheads
from content.reading.html.tree import Element, closest
from content.reading.html.verses import find_verses
from content.reading.patterns import shape, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Kind
    from content.reading.html.blocks import Block

_LONGEST_ITEM = 100
"""In characters: a longer paragraph within an item of a list is running text that a list lays out."""

_MOST_PARAGRAPHS = 2  # in an item of a list


def make_parts(blocks: Sequence[Block]) -> list[Part]:
    """Give each line of an article its kind, and the headings their levels."""
    used_to = habits(blocks)
    captions = {index for index in range(len(blocks)) if is_picture_caption(blocks, index, used_to)}
    depths = find_subheads(blocks, captions)
    rank = {depth: level for level, depth in enumerate(sorted(set(depths.values())), start=1)}
    verses = find_verses(blocks)
    parts: list[Part] = []
    for row, group in groupby(range(len(blocks)), key=lambda index: row_of(blocks[index])):
        indexes = list(group)
        if row is not None:
            parts.append(Part("table", row_text([blocks[index] for index in indexes])))
            continue
        for index in indexes:
            text = blocks[index].text
            if index in depths:
                title = shape("pages", "edit_links").sub("", heading_text(text)) or text
                parts.append(Part("heading", title, rank[depths[index]]))
            elif index in captions:
                parts.append(Part("caption", text))
            else:
                parts.append(Part("verse" if index in verses else _kind(blocks[index]), text))
    return parts


def _kind(block: Block) -> Kind:
    if any(element.names & words("pages", "footnotes") for element in block.path[:4]):
        return "footnote"
    return "list" if _is_item(block) else "body"


def _is_item(block: Block) -> bool:
    """Tell whether a line is in a list of several items, and not one paragraph of many within an item."""
    item = closest(block.element, "li")
    if item is None or block.preformatted or item not in block.path[:3] or item.parent is None:
        return False
    others = sum(isinstance(each, Element) and each.tag == "li" for each in item.parent.children)
    if others == 1 or item.holds_many(_MOST_PARAGRAPHS, "p"):
        return False
    return not (block.element.tag == "p" and block.letters > _LONGEST_ITEM)
