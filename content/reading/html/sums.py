"""What the lines of a page add up to in each of its elements."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from content.reading.html.blocks import Block
    from content.reading.html.tree import Element


def elements_in_order(blocks: Sequence[Block]) -> list[Element]:
    """Return all elements of the page that lines stand in, outer ones first; [] where there is no line."""
    if not blocks:
        return []
    *_, root = blocks[0].element.ancestors()
    return [node for node in root.walk() if not isinstance(node, str)]


def sums(order: Sequence[Element], blocks: Sequence[Block], values: Iterable[int]) -> Counter[Element]:
    """Add up a value of each line for the elements it stands in; going through a page once, however deep."""
    totals: Counter[Element] = Counter()
    for block, value in zip(blocks, values, strict=True):
        if value:
            totals[block.element] += value
    for element in reversed(order):
        if element.parent is not None and (total := totals[element]):
            totals[element.parent] += total
    return totals
