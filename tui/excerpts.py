"""Bookmarks with what is said of them where they are taken away, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commandline.listing import origin, place
from tui.commandline.words import phrase
from tui.strings import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.library.kept import Kept
    from content.library.placing import Placed
    from content.shelf.exporting.excerpt import Excerpt
    from tui.strings import Language


def excerpts_of(kept: Iterable[Kept], language: Language) -> list[Excerpt]:
    """Return bookmarks by where they stand now; those that are nowhere stand together, as a section."""
    return [_excerpt(each, some, language) for some in kept for each in some.placed]


def _excerpt(placed: Placed, kept: Kept, language: Language) -> Excerpt:
    from content.shelf.exporting.excerpt import Excerpt

    section, where = kept.section(placed), place(placed, kept, language)
    if placed.anchor.state == "lost":
        former = phrase(language, "text.former", number=placed.passage)
        section, where = say(language, "anchor.lost"), " · ".join(filter(None, (former, section)))
    document = kept.about
    return Excerpt(placed.bookmark, document, origin(document, language), where, placed.passage, section)
