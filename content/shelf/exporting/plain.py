"""Bookmarks as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.shelf.exporting.excerpt import by_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.shelf.exporting.excerpt import Excerpt


def write_plain(excerpts: Sequence[Excerpt]) -> str:
    """Return quotes with where they stand, notes and tags under them, a blank line between."""
    blocks = []
    for first, together in by_document(excerpts):
        blocks.append("\n".join(filter(None, (first.document.title, first.origin))))
        blocks += map(_block, together)
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _block(excerpt: Excerpt) -> str:
    bookmark = excerpt.bookmark
    where = " · ".join(filter(None, (excerpt.section, excerpt.place)))
    tags = " ".join(f"#{tag}" for tag in bookmark.tags)
    return "\n".join(filter(None, (f"{bookmark.quote}\n　　—— {where}", bookmark.note, tags)))
