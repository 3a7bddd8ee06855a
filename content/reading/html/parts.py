"""The article's lines become parts of a document: headings, captions, tables, lists, paragraphs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from content.reading.assembly import Part
from content.reading.captions import is_caption, says_it_is_a_caption
from content.reading.headings import find_headings, heading_family, heading_text
from content.reading.html.blocks import is_figure
from content.reading.html.tree import closest
from content.reading.lines import ends_sentence
from content.reading.patterns import shape, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.document import Kind
    from content.reading.html.blocks import Block
    from content.reading.html.tree import Element

_LONGEST_HEADING = 60
_LONGEST_BOLD_HEADING = 45
_MOST_BOLD = 0.4
"""Of the lines: where more are bold, bold type says nothing."""

_LONGEST_CAPTION, _LONGEST_PLAIN_CAPTION = 300, 48
_LONGEST_CELL = 100
_BETWEEN_CELLS = " | "
_TAGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BOLD_DEPTH = 7  # a bold paragraph heads less than an `h6` does


def make_parts(blocks: Sequence[Block]) -> list[Part]:
    """Give each line of an article its kind, and the headings their levels."""
    depths = _headings(blocks)
    rank = {depth: level for level, depth in enumerate(sorted(set(depths.values())), start=1)}
    parts: list[Part] = []
    for row, group in groupby(range(len(blocks)), key=lambda index: _row(blocks[index])):
        indexes = list(group)
        if row is not None:
            parts += _table_row([blocks[index] for index in indexes])
            continue
        for index in indexes:
            text = blocks[index].text
            if index in depths:
                title = shape("pages", "edit_links").sub("", heading_text(text)) or text
                parts.append(Part("heading", title, rank[depths[index]]))
            else:
                parts.append(Part(_kind(blocks, index), text))
    return parts


def _headings(blocks: Sequence[Block]) -> dict[int, int]:
    """Return how deep each heading stands, by its index: those that are marked, else those that look it."""
    marked = {
        index: _TAGS[heading.tag]
        for index, block in enumerate(blocks)
        if (heading := closest(block.element, *_TAGS))
        and len(block.text) <= _LONGEST_HEADING
        and not _is_label(block.text)
    }
    bold = [
        index for index, block in enumerate(blocks) if index not in marked and _bold_heading(blocks, index)
    ]
    lines = sum(not block.beside_picture for block in blocks)
    if sum(block.all_bold for block in blocks) <= _MOST_BOLD * lines + 1:
        numbered = [heading_family(blocks[index].text) for index in bold]
        for index, family in zip(bold, numbered, strict=True):
            marked[index] = _BOLD_DEPTH + (family in ("digits", "brackets", "zero") and "comma" in numbered)
    if marked:
        return {index: depth for index, depth in marked.items() if _heads_something(blocks, index)}
    plain = [index for index, block in enumerate(blocks) if not block.beside_picture and not _row(block)]
    found = find_headings([blocks[index].text for index in plain], frozenset())
    return {
        plain[index]: level
        for index, level in found.items()
        if _kind(blocks, plain[index]) == "body" and not _is_label(blocks[plain[index]].text)
    }


def _bold_heading(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if not block.all_bold or not 2 <= len(block.text) <= _LONGEST_BOLD_HEADING or block.beside_picture:
        return False
    if block.text[-1] in "。；;，,、：:" or _is_label(block.text) or _row(block) is not None:
        return False
    return not is_caption(block.text) and _after_picture(block) is False


def _heads_something(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether text follows a heading, before the page ends."""
    return any(not block.all_bold for block in blocks[index + 1 : index + 4])


def _is_label(text: str) -> bool:
    """Tell whether a line is said by somebody (记者：…) or tells of the article (来源：…): neither heads."""
    return bool(shape("pages", "labels").fullmatch(text)) or says_it_is_a_caption(text)


def _kind(blocks: Sequence[Block], index: int) -> Kind:
    block = blocks[index]
    if _is_caption(blocks, index):
        return "caption"
    if any(element.names & words("pages", "footnotes") for element in block.path[:4]):
        return "footnote"
    return "list" if _is_item(block) else "body"


def _is_item(block: Block) -> bool:
    """Tell whether a line is in a list of several items, and not one paragraph of many within an item."""
    item = closest(block.element, "li")
    if item is None or item not in block.path[:3] or item.parent is None:
        return False
    others = sum(not isinstance(each, str) and each.tag == "li" for each in item.parent.children)
    return others > 1 and not (block.element.tag == "p" and block.letters > _LONGEST_CELL)


def _is_caption(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if any(element.tag == "figcaption" for element in block.path[:6]):
        return True
    if len(block.text) > _LONGEST_CAPTION:
        return False
    if says_it_is_a_caption(block.text):
        return True
    named = any(element.names & words("pages", "captions") for element in block.path[:2])
    if block.beside_picture:
        framed = any(map(is_figure, block.path[:6]))
        short = len(block.text) <= _LONGEST_PLAIN_CAPTION and not block.text.endswith(("。", "！", "？"))
        return framed or named or block.centred or is_caption(block.text) or short
    if not _after_picture(block):
        return False
    if named or is_caption(block.text):
        return True
    short = len(block.text) <= _LONGEST_PLAIN_CAPTION
    return short and (
        block.centred or (not ends_sentence(block.text) and not block.all_bold and index + 1 < len(blocks))
    )


def _after_picture(block: Block) -> bool:
    return block.pictures > 0


def _row(block: Block) -> Element | None:
    """Return the row of a table of data that a line stands in, None where a table only lays out the page."""
    row = closest(block.element, "tr")
    table = closest(row, "table") if row else None
    return row if table is not None and _is_data(table) else None


def _is_data(table: Element) -> bool:
    rows = cells = 0
    for element in table.all("tr", "td", "th", "table", "img"):
        if element.tag == "table" and element is not table:
            return False
        if element.tag == "tr":
            rows += 1
        elif element.tag in ("td", "th"):
            cells += 1
            if len(element.text()) > _LONGEST_CELL:
                return False
    return rows > 1 and cells >= 2 * rows


def _table_row(blocks: Sequence[Block]) -> Iterator[Part]:
    """Make one line of a row: what stands in one cell is put together, `|` stands between cells."""
    cells = groupby(blocks, key=lambda block: closest(block.element, "td", "th"))
    yield Part("table", _BETWEEN_CELLS.join(" ".join(block.text for block in cell) for _, cell in cells))
