"""Lists of alike pieces, each with its link: teasers of other articles, comments with their buttons."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from content.reading.html.sums import sums
from content.reading.html.tree import Element

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from content.reading.html.blocks import Block

_FEWEST = 3
"""Fewer alike pieces are no list."""

_MOST_LINES = 8
"""In lines of each: a longer piece is an article of its own, or a part of one."""

_NEARLY_ALL = 0.8
_MOST_LINKED = 0.5
_TAGS = frozenset(("div", "li", "dl", "article", "section", "a"))


def find_cards(order: Sequence[Element], blocks: Sequence[Block]) -> set[Element]:
    """Return the elements that are one of several neighbours of a class, each of a few lines and a link."""
    lines = sums(order, blocks, [1] * len(blocks))
    links = sums(order, blocks, [block.link_share > _MOST_LINKED for block in blocks])
    alike: dict[tuple[Element, str, str], list[Element]] = defaultdict(list)
    for element in order:
        classed = element.get("class") or element.tag == "li"
        if element.tag in _TAGS and lines[element] and element.parent is not None and classed:
            alike[element.parent, element.tag, element.get("class")].append(element)
    cards: set[Element] = set()
    for group in alike.values():
        like = [each for each in group if 1 < lines[each] <= _MOST_LINES and links[each]]
        if len(like) >= _FEWEST and len(like) >= _NEARLY_ALL * len(group) and _are_neighbours(group, lines):
            cards.update(group)
    return cards


def _are_neighbours(group: Sequence[Element], lines: Counter[Element]) -> bool:
    """Tell whether most of a group follow one another: the heads of sections have text between them."""
    parent = group[0].parent
    siblings = (
        [each for each in parent.children if isinstance(each, Element) and lines[each]] if parent else []
    )
    places = {element: place for place, element in enumerate(siblings)}
    close = sum(places[other] - places[one] == 1 for one, other in pairwise(group))
    return 2 * close >= len(group) - 1
