"""Bookmarks, and documents read lately, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.scrub import scrub_line
from tui.strings import Language, say
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from content.shelf.records import Bookmark, Place


def bookmark_rows(bookmarks: Iterable[Bookmark], display: Callable[[str], str]) -> list[ListRow]:
    """Make a row a bookmark, in reading order: its passage's number, its note or else its quote."""
    rows = []
    for bookmark in bookmarks:
        note = scrub_line(bookmark.note)
        quote = display(scrub_line(bookmark.quote))
        left = (
            (f"{bookmark.passage:>3}  ", "quiet"),
            (f"{note}  " if note else "", "mark"),
            (quote[:200], ""),
        )
        found_by = f"{quote} {note} {scrub_line(bookmark.section)} {' '.join(bookmark.tags)}"
        rows.append(ListRow(bookmark.id, left, found_by=found_by))
    return rows


def place_rows(places: Iterable[Place], language: Language) -> list[ListRow]:
    """Make a row a document that was read: title, file, how far. The key is its path, "" the edition."""
    rows = []
    for place in places:
        path = scrub_line(place.path or "")
        badge = path or say(language, "document.edition")
        left = ((scrub_line(place.title), ""), (f"  {badge}", "quiet"))
        right = ((f"  {round(place.progress * 100)} %", "quiet"),)
        rows.append(ListRow(place.path or "", left, right, found_by=f"{place.title} {path}"))
    return rows
