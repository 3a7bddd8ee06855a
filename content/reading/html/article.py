"""A page's text becomes a document: the article found, its credits read, the page around it left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.reading.assembly import Part, assemble, collector_paused
from content.reading.captions import is_caption
from content.reading.errors import ReadingError
from content.reading.html.attribution import attribute
from content.reading.html.blocks import Page
from content.reading.html.head import read_head
from content.reading.html.locate import LITTLE_LINKED, Place, is_prose_block, locate
from content.reading.html.notices import notice
from content.reading.html.parts import make_parts
from content.reading.html.removed import removed_lines
from content.reading.html.title import find_title
from content.reading.html.tree import MOST_NESTED, Element, closest, parse
from content.reading.html.trimming import trim
from content.reading.patterns import words
from content.reading.titles import full_width_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Document
    from content.reading.html.blocks import Block
    from content.reading.html.trimming import Trimmed

_BELOW = 12
"""In lines: how far below an article the lines are that are told first of what was left out."""

_LITTLE = 200
"""In characters: where an article has less, it is looked for once more in what the page hides."""

_PER_PICTURE = 30
"""In characters: with less text for each of its pictures an article is its pictures."""

_FEW_PICTURES = 3


def read_page(markup: str, name: str, *, stem: str, replaced: int = 0) -> Document:
    """Read a page that was decoded and scrubbed; `stem` is the title where nothing tells one.

    Raises ReadingError: empty, unsafe (elements nested more than 10,000 deep).
    """
    with collector_paused():
        return _read(markup, name, stem, replaced)


def _read(markup: str, name: str, stem: str, replaced: int) -> Document:
    tree = parse(markup)
    if tree.deepest > MOST_NESTED:
        raise ReadingError("unsafe", name)
    root = tree.root
    page, place = _article(root)
    blocks = page.blocks
    head = read_head(root)
    title = find_title(head, blocks, place.start)
    trimmed = trim(blocks, place, title)
    told = attribute(root, head, title, blocks, place, trimmed)
    above = _captions_above(blocks, title.index, place.start)
    leads = _leads_above(blocks, title.index, place.start, trimmed.kept)
    body = [blocks[index] for index in [*leads, *trimmed.kept]]
    parts = [Part("caption", blocks[index].text) for index in above] + make_parts(body)
    parts += _notices(page, place, trimmed, body)
    if not parts:
        raise ReadingError("empty", name)
    kept = {*above, *leads, *trimmed.kept}
    near = range(
        title.index if title.index is not None else place.start, min(len(blocks), place.end + _BELOW)
    )
    return assemble(
        parts,
        title=full_width_marks(title.text or stem),
        byline=told.byline,
        source=told.source,
        date=told.date,
        removed=removed_lines(
            (blocks[index].text for index in near if index not in kept),
            (block.text for index, block in enumerate(blocks) if index not in kept),
            [*(part.text for part in parts), title.text or ""],
        ),
        replaced=replaced + page.replaced,
    )


def _article(root: Element) -> tuple[Page, Place]:
    """Find the article in what the page shows, or in what it hides where that is far more."""
    page = Page(root)
    place = locate(page.blocks)
    if page.hides and _prose(page, place) < _LITTLE:
        whole = Page(root, hidden_too=True)
        other = locate(whole.blocks)
        if _prose(whole, other) > 2 * _prose(page, place):
            return whole, other
    return page, place


def _prose(page: Page, place: Place) -> int:
    return sum(block.letters for block in page.blocks[place.start : place.end] if is_prose_block(block))


def _captions_above(blocks: Sequence[Block], title: int | None, start: int) -> list[int]:
    """Return the captions of pictures between a title and the article, outside of what holds its prose."""
    if title is None:
        return []
    return [
        index
        for index in range(title + 1, start)
        if blocks[index].link_share < LITTLE_LINKED and _shows_picture(blocks[index])
    ]


def _leads_above(blocks: Sequence[Block], title: int | None, start: int, kept: Sequence[int]) -> list[int]:
    """Return the paragraphs below a title that the markup calls the first, and that are no repeat."""
    if title is None:
        return []
    said = {blocks[index].text for index in kept}
    return [
        index
        for index in range(title + 1, start)
        if is_prose_block(blocks[index])
        and blocks[index].text not in said
        and any(element.names & words("pages", "leads") for element in blocks[index].path[:2])
    ]


def _shows_picture(block: Block) -> bool:
    if is_caption(block.text):
        return block.pictures > 0
    return (block.beside_picture and is_prose_block(block)) or (block.pictures > 0 and block.centred)


def _notices(page: Page, place: Place, trimmed: Trimmed, body: Sequence[Block]) -> list[Part]:
    """Say what the page does not give: the text in pictures, and what is to be paid for."""
    lines = [block.text for block in page.blocks]
    parts = []
    pictures = sum(
        place.start <= index <= place.end and closest(picture, "a") is None
        for picture, index in page.pictures
    )
    letters = sum(block.letters for block in body)
    if (
        pictures
        and letters < _PER_PICTURE * pictures
        and (pictures >= _FEW_PICTURES or letters < _PER_PICTURE)
    ):
        parts.append(Part("notice", notice("pictures", lines, pictures=pictures)))
    if trimmed.for_sale:
        parts.append(Part("notice", notice("paywall", lines)))
    elif lines and not parts and not any(map(is_prose_block, body)):
        parts.append(Part("notice", notice("short", lines)))
    return parts
