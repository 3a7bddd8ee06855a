"""Which lines of an article are verse: short ones that a break divides, and those of one measure."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from content.reading.html.measures import clauses, measure
from content.reading.html.pictured import is_bare_number
from content.reading.patterns import shape, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.html.blocks import Block

_LONGEST, _LONGEST_MEAN = 20, 14
_FEWEST = 4
"""Fewer short lines in one element are an address or a signature."""

_FEWEST_CLAUSES = 4


def find_verses(blocks: Sequence[Block]) -> set[int]:
    """Return the indexes of the lines of verse."""
    named = words("pages", "verses")
    found = {
        index
        for index, block in enumerate(blocks)
        if not block.preformatted and any(element.names & named for element in block.path[:3])
    }
    for _, group in groupby(range(len(blocks)), key=lambda index: id(blocks[index].element)):
        indexes = list(group)
        if _is_stanza([blocks[index] for index in indexes]):
            found.update(indexes)
    measured = [measure(block.text) for block in blocks]
    for each, group in groupby(range(len(blocks)), key=measured.__getitem__):
        indexes = list(group)
        if each and sum(len(clauses(blocks[index].text)) for index in indexes) >= _FEWEST_CLAUSES:
            found.update(indexes)
    return found


def _is_stanza(lines: Sequence[Block]) -> bool:
    """Tell whether the lines of one element, with breaks between them, are short enough for verse."""
    if len(lines) < _FEWEST or lines[0].preformatted or lines[0].link_share:
        return False
    texts = [block.text for block in lines]
    if any(len(text) > _LONGEST or is_bare_number(text) for text in texts):
        return False
    if sum(bool(shape("pages", "no_verse").search(text)) for text in texts) > 1:
        return False
    return sum(map(len, texts)) <= _LONGEST_MEAN * len(texts)
