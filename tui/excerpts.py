"""Bookmarks with what is said of them where they are taken away, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commandline.listing import origin
from tui.commandline.words import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from content.library.placing import Placed
    from content.shelf import Bookmark, KeptDocument
    from content.shelf.exporting.excerpt import Excerpt
    from tui.strings import Language


def excerpts_of(
    kept: Iterable[Bookmark], known: Mapping[str, KeptDocument], language: Language
) -> list[Excerpt]:
    """Return bookmarks as they were made; those of documents of which nothing is `known` are left out."""
    return [
        _excerpt(bookmark, known[bookmark.document], bookmark.passage, language)
        for bookmark in kept
        if bookmark.document in known
    ]


def placed_excerpts(placed: Iterable[Placed], document: KeptDocument, language: Language) -> list[Excerpt]:
    """Return bookmarks of one document, made in whichever version of it, by where they stand now."""
    return [_excerpt(each.bookmark, document, each.passage, language) for each in placed]


def _excerpt(bookmark: Bookmark, document: KeptDocument, passage: int, language: Language) -> Excerpt:
    from content.shelf.exporting.excerpt import Excerpt

    place = phrase(language, "text.passage", number=passage)
    return Excerpt(bookmark, document, origin(document, language), place)
