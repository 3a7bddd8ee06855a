"""What an article is used to: the length of its lines, and whether its pictures have captions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.reading.headings import heading_family
from content.reading.lines import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.html.blocks import Block

SHORT = 48
"""In characters: a line that is no longer may be a caption."""

_MOST_UNFINISHED, _MOST_SHORT = 0.3, 0.6
_FEWEST, _NEARLY_ALL = 3, 0.8
_TIMES_LONGER = 2
"""So much longer than captions are the other lines of an article whose pictures all have one."""


@dataclass(frozen=True, slots=True)
class Habits:
    """`broken`: its sentences are set over many short lines, as on a poster; then a short line says nothing.

    `captioned`: what stands below its pictures is short, and other lines are long. `centred`: most lines are
    set in the middle of the column.
    """

    broken: bool
    captioned: bool
    centred: bool


def habits(blocks: Sequence[Block]) -> Habits:
    """Look over the lines of an article."""
    below = [block for block in blocks if block.pictures and not is_bare_number(block.text)]
    others = [block for block in blocks if not block.pictures and not block.all_bold]
    unfinished = sum(not ends_sentence(block.text) for block in others)
    short = sum(len(block.text) <= SHORT for block in others)
    return Habits(
        broken=unfinished > _MOST_UNFINISHED * len(others) and short > _MOST_SHORT * len(others),
        captioned=len(below) >= _FEWEST
        and sum(len(block.text) <= SHORT for block in below) >= _NEARLY_ALL * len(below)
        and _TIMES_LONGER * _mean(below) <= _mean(others),
        centred=2 * sum(block.centred for block in blocks) > len(blocks),
    )


def _mean(blocks: Sequence[Block]) -> float:
    return sum(len(block.text) for block in blocks) / len(blocks) if blocks else 0.0


def is_bare_number(text: str) -> bool:
    """Tell whether a line is nothing but the number of a part: 3, 03, 三."""
    return heading_family(text) in ("alone", "zero") and len(text) <= len("十二") + 1
