"""Several words typed into one box."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[、,，;；\n]")


def typed_words(typed: str) -> tuple[str, ...]:
    """Return the words of a text, each once: what stands between 、 , ; or newlines, else between spaces."""
    pieces = _BETWEEN.split(typed) if _BETWEEN.search(typed) else typed.split()
    return tuple(dict.fromkeys(filter(None, (piece.strip() for piece in pieces))))
