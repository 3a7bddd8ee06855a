"""Plain text: a line is a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.reading.assembly import Part, assemble

if TYPE_CHECKING:
    from content.document import Document


def read_plain(text: str, stem: str, *, replaced: int = 0) -> Document:
    """Read scrubbed text."""
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    return assemble([Part("body", line) for line in lines], title=stem, replaced=replaced)
