"""Bookmarks, and documents read lately, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.scrub import scrub_line
from tui.colours import COLOURS
from tui.strings import Language, say
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from content.library.placing import Placed
    from content.shelf.records import Place


def bookmark_rows(
    bookmarks: Iterable[Placed], display: Callable[[str], str], language: Language
) -> list[ListRow]:
    """Make a row a bookmark: its passage's number, its note or else its quote.

    One that is not where it was made says so; one that is nowhere has no number. It is found by tags, by the
    name of its colour and by its section too.
    """
    colours: dict[str | None, str] = {each: say(language, f"colour.{each}") for each in COLOURS}
    rows = []
    for placed in bookmarks:
        bookmark, state = placed.bookmark, placed.anchor.state
        note = scrub_line(bookmark.note)
        quote = display(scrub_line(bookmark.quote))
        tags = " ".join(f"#{tag}" for tag in bookmark.tags)
        moved = "" if state == "ok" else say(language, f"anchor.{state}")
        left = (
            (f"{placed.passage if placed.span else '?':>3}  ", "quiet"),
            ("● " if bookmark.colour else "", COLOURS.get(bookmark.colour or "", "quiet")),
            (f"{moved}  " if moved else "", "warning"),
            (f"{note}  " if note else "", "mark"),
            (quote[:200], ""),
            (f"  {tags}" if tags else "", "quiet"),
        )
        section, tinted = scrub_line(bookmark.section), colours.get(bookmark.colour, "")
        found_by = f"{quote} {note} {section} {tags} {moved} {tinted}"
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
