"""The article's lines become parts of a document: headings, captions, tables, lists, verse, paragraphs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from content.reading.assembly import Part
from content.reading.headings import heading_text
from content.reading.html.habits import habits
from content.reading.html.items import find_items
from content.reading.html.pictured import is_picture_caption
from content.reading.html.rows import find_rows, row_text
from content.reading.html.subheads import find_subheads
from content.reading.html.verses import find_verses
from content.reading.patterns import shape, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Kind
    from content.reading.html.blocks import Block


def make_parts(blocks: Sequence[Block]) -> list[Part]:
    """Give each line of an article its kind, and the headings their levels."""
    used_to = habits(blocks)
    captions = {index for index in range(len(blocks)) if is_picture_caption(blocks, index, used_to)}
    rows = find_rows(blocks)
    depths = find_subheads(blocks, captions, rows.keys())
    rank = {depth: level for level, depth in enumerate(sorted(set(depths.values())), start=1)}
    verses, items = find_verses(blocks), find_items(blocks)
    parts: list[Part] = []
    for row, group in groupby(range(len(blocks)), key=rows.get):
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
                kind = _kind(blocks[index])
                if kind == "body":
                    kind = "verse" if index in verses else "list" if index in items else kind
                parts.append(Part(kind, text))
    return parts


def _kind(block: Block) -> Kind:
    """Return the kind of a paragraph: a footnote where what it stands in says so."""
    named = words("pages", "footnotes")
    return "footnote" if any(element.names & named for element in block.path[:4]) else "body"
