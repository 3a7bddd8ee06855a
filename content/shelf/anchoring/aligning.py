"""A remembered stretch laid beside a stretch of the new text, letter by letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from content.shelf.anchoring.remembered import Remembered

_STRAY = 3  # letters: so few at an end of the quote, far from the rest of it, stand there by chance


class _Block(NamedTuple):
    """Letters that are the same: from `old` on among the remembered ones, from `new` on in the text."""

    old: int
    new: int
    length: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where a quote is in a text, `[start, end)`, and how much of it is there.

    The shares, 0 to 1, are of the letters of the quote, and of what stood before and after it; 1 where
    nothing did.
    """

    start: int
    end: int
    quote: float
    prefix: float
    suffix: float

    @property
    def score(self) -> float:
        """What to choose the likeliest of several by, 0 to 4."""
        return 2 * self.quote + self.prefix + self.suffix


def align(remembered: Remembered, text: str, first: int, last: int) -> Alignment | None:
    """Lay what a bookmark remembers beside the characters `[first, last)` of a text.

    None where nothing of the quote is there.
    """
    from rapidfuzz.distance import Levenshtein  # slow to import, and most bookmarks stand where they did

    first = max(0, first)
    window = text[first:last]
    head, tail, whole = remembered.quote_start, remembered.quote_end, len(remembered.letters)
    same = [
        _Block(each.src_start, each.dest_start, each.src_end - each.src_start)
        for each in Levenshtein.opcodes(remembered.letters, window)
        if each.tag == "equal"
    ]
    before, after = _within(same, 0, head), _within(same, tail, whole)
    low = before[-1].new + before[-1].length if before else 0
    high = after[0].new if after else len(window)
    quoted = _without_strays(_within(same, head, tail), low, high)
    if not quoted:
        return None
    # Letters that are not the same were put in place of those of the quote, as far as there is room for them.
    start = max(quoted[0].new - (quoted[0].old - head), low)
    end = min(quoted[-1].new + tail - quoted[-1].old, high)
    return Alignment(
        first + start,
        first + end,
        _letters(quoted) / max(tail - head, end - start),
        _letters(before) / head if head else 1.0,
        _letters(after) / (whole - tail) if whole > tail else 1.0,
    )


def _within(blocks: list[_Block], low: int, high: int) -> list[_Block]:
    """Return what of the blocks lies in a stretch of the remembered letters."""
    cut = []
    for block in blocks:
        old, end = max(block.old, low), min(block.old + block.length, high)
        if old < end:
            cut.append(_Block(old, block.new + old - block.old, end - old))
    return cut


def _without_strays(blocks: list[_Block], low: int, high: int) -> list[_Block]:
    """Leave out letters at either end that stand farther from the others than they did.

    Those right behind the prefix, which ends at `low`, or right before the suffix, at `high`, are none.
    """
    while len(blocks) > 1 and blocks[0].new > low and _is_stray(blocks[0], _gap(blocks[0], blocks[1])):
        blocks = blocks[1:]
    while (
        len(blocks) > 1
        and blocks[-1].new + blocks[-1].length < high
        and _is_stray(blocks[-1], _gap(blocks[-2], blocks[-1]))
    ):
        blocks = blocks[:-1]
    return blocks


def _is_stray(block: _Block, gap: int) -> bool:
    return block.length <= _STRAY and gap > block.length


def _gap(block: _Block, following: _Block) -> int:
    """Return how many letters more than before stand between two blocks."""
    return (following.new - block.new) - (following.old - block.old)


def _letters(blocks: list[_Block]) -> int:
    return sum(block.length for block in blocks)
