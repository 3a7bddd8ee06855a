"""Which lines of an article say what a picture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.reading.captions import is_caption, says_it_is_a_caption
from content.reading.html.blocks import is_figure
from content.reading.html.habits import SHORT, is_bare_number
from content.reading.lines import ends_sentence
from content.reading.patterns import shape, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.html.blocks import Block
    from content.reading.html.habits import Habits

_LONGEST = 300
_NEAR = 6  # in elements


def is_picture_caption(blocks: Sequence[Block], index: int, used_to: Habits) -> bool:
    """Tell whether a line of an article is a caption: by its markup, its words, or its place and length."""
    block = blocks[index]
    if any(element.tag == "figcaption" for element in block.path[:_NEAR]):
        return True
    if len(block.text) > _LONGEST or is_bare_number(block.text):
        return False
    if says_it_is_a_caption(block.text):
        return True
    if not block.pictures and not block.beside_picture:
        return False
    named = any(element.names & words("pages", "captions") for element in block.path[:2])
    if named or is_caption(block.text) or shape("pages", "credited").fullmatch(block.text):
        return True
    centred = block.centred and not used_to.centred
    short = len(block.text) <= SHORT
    unfinished = not block.text.endswith(("。", "！", "？"))
    if block.beside_picture:
        framed = any(map(is_figure, block.path[:_NEAR]))
        return framed or (centred and (short or unfinished)) or (short and unfinished)
    if not short:
        return False
    if centred or used_to.captioned:
        return not block.all_bold or centred
    return not (used_to.broken or block.all_bold or ends_sentence(block.text)) and index + 1 < len(blocks)
