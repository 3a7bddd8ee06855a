"""What of a page is not in the document, for the reader to see: the lines near the article, then the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 40
"""In lines: a portal's page has a thousand, and nobody reads them."""

_LONGEST = 200


def removed_lines(near: Iterable[str], rest: Iterable[str], kept: Iterable[str]) -> tuple[str, ...]:
    """Return the lines that were left out, each once: all those near the article, then of the rest what fits.

    A line is cut at 200 characters, and there are at most 40 of the rest; the last then says how many more.
    """
    in_document = set(kept)
    first = dict.fromkeys(each for each in near if each not in in_document)
    others = [each for each in dict.fromkeys(rest) if each not in first and each not in in_document]
    lines = [_cut(each) for each in [*first, *others[:_MOST]]]
    return (*lines, f"… (+{len(others) - _MOST})") if len(others) > _MOST else tuple(lines)


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
