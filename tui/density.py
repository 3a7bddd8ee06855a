"""Counts over a text drawn as a strip of bars, one cell a bin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Glyphs: TypeAlias = Literal["fine", "plain"]

_BARS: dict[Glyphs, str] = {"fine": " ▁▂▃▄▅▆▇", "plain": " .:-=+*#"}


def strip(counts: Sequence[int], peak: int, glyphs: Glyphs = "fine") -> str:
    """Draw counts as bars whose full height is `peak`; a count above nought is never drawn as nothing."""
    bars = _BARS[glyphs]
    top = len(bars) - 1
    return "".join(
        bars[min(top, max(1, round(top * count / max(1, peak))))] if count else bars[0] for count in counts
    )
