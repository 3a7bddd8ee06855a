"""Several words typed into one box."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[、,，;；]")


def typed_words(typed: str) -> tuple[str, ...]:
    """Return the words of a line, each once: what stands between 、 , or ;, without any between spaces."""
    pieces = _BETWEEN.split(typed) if _BETWEEN.search(typed) else typed.split()
    return tuple(dict.fromkeys(filter(None, (piece.strip() for piece in pieces))))
