"""Items of lists: which lines are some, and the numbers of those that are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.reading.html.tree import Element, closest
from content.reading.lines import is_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.html.blocks import Block

_LONGEST_PARAGRAPH = 100
"""In characters: a longer paragraph within an item of a list is running text that a list lays out."""

_MOST_PARAGRAPHS = 2  # in an item


def find_items(blocks: Sequence[Block]) -> dict[int, str]:
    """Return the lines that are items of lists by their indexes; those of an `ol` begin with their number."""
    numbers: dict[Element, int] = {}
    lists: dict[Element, int] = {}
    found: dict[int, str] = {}
    for index, block in enumerate(blocks):
        item = closest(block.element, "li")
        if item is None or block.preformatted or item not in block.path[:3] or item.parent is None:
            continue
        if item.parent not in lists:
            items = [each for each in item.parent.children if isinstance(each, Element) and each.tag == "li"]
            lists[item.parent] = len(items)
            if item.parent.tag == "ol":
                numbers.update((each, number) for number, each in enumerate(items, _first(item.parent)))
        lays_out = item.holds_many(_MOST_PARAGRAPHS, "p") or (
            block.element.tag == "p" and block.letters > _LONGEST_PARAGRAPH
        )
        if lists[item.parent] == 1 or lays_out:
            continue
        number = numbers.pop(item, None)  # of an item with several lines the first is numbered
        counted = number is not None and not is_item(block.text)
        found[index] = f"{number}. {block.text}" if counted else block.text
    return found


def _first(ordered: Element) -> int:
    start = ordered.get("start")
    return int(start[:4]) if start.isascii() and start.isdecimal() else 1
