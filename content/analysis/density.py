"""How often something stands in each stretch of a text: what the strips in the sidebars draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def density(offsets: Iterable[int], length: int, bins: int) -> tuple[int, ...]:
    """Count the offsets in each of `bins` equal stretches of a text of `length` characters.

    The counts add up to the number of offsets; an offset equal to `length` belongs to the last stretch.
    Raises ValueError when `bins` is less than 1, or an offset lies outside the text.
    """
    if bins < 1:
        raise ValueError("a text cannot be divided into fewer than one stretch")
    counts = [0] * bins
    for offset in offsets:
        if not 0 <= offset <= length:
            raise ValueError(f"offset {offset} lies outside a text of {length} characters")
        counts[min(offset * bins // max(length, 1), bins - 1)] += 1
    return tuple(counts)
