"""The colours that a bookmark can have, each one of those of the themes (topics)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

COLOURS: Mapping[str, str] = MappingProxyType(
    {"yellow": "topic-7", "green": "topic-2", "blue": "topic-1", "pink": "topic-6", "purple": "topic-4"}
)
"""The theme variable, and the part of `tui/styles.py`, of each colour as it is kept."""


def kept_part(colour: str | None) -> str:
    """Return the part that a kept stretch of a colour is drawn as; one we do not know is drawn as none."""
    return f"kept-{colour}" if colour in COLOURS else "kept"
