"""Which lines of an article are verse: short ones that a break divides, and those of one measure."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from content.reading.html.measures import clauses, measure
from content.reading.patterns import words
from content.reading.verse import find_verse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.html.blocks import Block

_FEWEST_CLAUSES = 4


def find_verses(blocks: Sequence[Block]) -> set[int]:
    """Return the indexes of the lines of verse.

    Their element says so, or they stand in one element with breaks between them, or their clauses are of one
    length: a paragraph of its own for each line is what prose has too.
    """
    named = words("pages", "verses")
    found = {
        index
        for index, block in enumerate(blocks)
        if not block.preformatted and any(element.names & named for element in block.path[:3])
    }
    for _, group in groupby(range(len(blocks)), key=lambda index: id(blocks[index].element)):
        indexes = list(group)
        if len(indexes) > 1 and not any(blocks[each].preformatted or blocks[each].linked for each in indexes):
            found.update(indexes[each] for each in find_verse([blocks[each].text for each in indexes], ()))
    measured = [measure(block.text) for block in blocks]
    for length, group in groupby(range(len(blocks)), key=measured.__getitem__):
        indexes = list(group)
        if length and sum(len(clauses(blocks[index].text)) for index in indexes) >= _FEWEST_CLAUSES:
            found.update(indexes)
    return found
