"""Lists of other articles below one: their heads look like its own, and what follows them are links."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from content.reading.html.staff import is_staff
from content.reading.lines import ends_sentence
from content.reading.patterns import shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.html.blocks import Block

_LONGEST_HEAD, _LONGEST_PROMOTION = 16, 40
_MOST_PROMOTIONS = 12
_NEAR = 3
_MOST_LINKED = 0.5
_FEWEST_STAFF = 2
"""In lines: several that name editors end an article; what is short below them promotes the site."""


def without_lists(blocks: Sequence[Block], kept: Sequence[int]) -> list[int]:
    """Return which lines of an article are left when the lists of others behind it are taken away."""
    left = _before_other_articles(blocks, kept)
    left = _before_promotions(blocks, left)
    usual = Counter((id(blocks[index].element.parent), blocks[index].element.tag) for index in left)
    while len(left) > 1 and _heads_links(blocks, left[-1], usual.most_common(1)[0][0]):
        left.pop()
    return left


def _before_other_articles(blocks: Sequence[Block], kept: Sequence[int]) -> list[int]:
    """End an article at the head of a list that stands outside of what holds its paragraphs."""
    total = sum(blocks[index].letters for index in kept)
    parents = Counter[object]()
    for index in kept:
        parents[blocks[index].element.parent] += blocks[index].letters
    main = parents.most_common(1)[0][0] if parents else None
    before = 0
    for place, index in enumerate(kept):
        block = blocks[index]
        if (
            2 * before > total
            and block.letters <= _LONGEST_HEAD
            and shape("pages", "list_heads").fullmatch(block.text.strip("【】[]:： "))
            and block.element.parent is not main
            and any(each.link_share > _MOST_LINKED for each in blocks[index + 1 : index + 1 + _NEAR])
        ):
            return list(kept[:place])
        before += block.letters
    return list(kept)


def _before_promotions(blocks: Sequence[Block], kept: Sequence[int]) -> list[int]:
    """End an article where several lines name its editors and nothing but short lines follows."""
    if not kept:
        return []
    named = [
        index
        for index in range(max(0, kept[-1] - 2 * _MOST_PROMOTIONS), kept[-1] + 1)
        if is_staff(blocks[index].text)
    ]
    if len(named) < _FEWEST_STAFF:
        return list(kept)
    below = [index for index in kept if index > named[0]]
    if len(below) > _MOST_PROMOTIONS or any(blocks[index].letters > _LONGEST_PROMOTION for index in below):
        return list(kept)
    return [index for index in kept if index < named[0]]


def _heads_links(blocks: Sequence[Block], index: int, usual: tuple[int, str]) -> bool:
    """Tell whether a short line has links below it, and is set otherwise than the article's paragraphs."""
    block = blocks[index]
    if block.letters > _LONGEST_HEAD or ends_sentence(block.text):
        return False
    if (id(block.element.parent), block.element.tag) == usual and not block.all_bold:
        return False
    below = blocks[index + 1 : index + 2]
    return bool(below) and all(each.link_share > _MOST_LINKED and not each.pictures for each in below)
