"""What was pasted: a text that becomes a document, or a line that does not."""

from __future__ import annotations

_LONG = 200  # characters: a line so long is no query and no path, but an article in one line


def is_text(pasted: str) -> bool:
    """Tell whether a paste is a text: several lines that say something, or one long one."""
    text = pasted.strip()
    lines = text.splitlines() if len(text) <= _LONG else ()
    return len(text) > _LONG or sum(bool(line.strip()) for line in lines) > 1


def length(text: str) -> int:
    """Count the characters of a text but its white space."""
    return sum(map(len, text.split()))
