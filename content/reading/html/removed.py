"""What of a page is not in the document, for the reader to see: the lines near the article, then the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 200
"""In characters."""


def removed_lines(near: Iterable[str], rest: Iterable[str], kept: Iterable[str]) -> tuple[str, ...]:
    """Return the lines that were left out, each once, those near the article first, cut at 200 characters."""
    in_document = set(kept)
    return tuple(_cut(each) for each in dict.fromkeys([*near, *rest]) if each not in in_document)


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
