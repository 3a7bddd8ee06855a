"""Headings that are nothing but bold paragraphs, as authors without styles make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.reading.captions import is_caption
from content.reading.elements import Block
from content.reading.lines import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.assembly import Break

_LONGEST_BOLD = 30


def is_bold_heading(found: Sequence[Block | Break], index: int) -> bool:
    """Tell whether a paragraph is a heading by being short, bold and alone before one that is not bold."""
    block = found[index]
    if not (
        isinstance(block, Block) and block.bold and block.kind == "body" and len(block.text) <= _LONGEST_BOLD
    ):
        return False
    after = found[index + 1] if index + 1 < len(found) else None
    before = found[index - 1] if index else None
    if not isinstance(after, Block) or after.bold or after.kind != "body":
        return False
    if isinstance(before, Block) and before.bold and not before.level:
        return False
    return not (ends_sentence(block.text) or is_caption(block.text))
