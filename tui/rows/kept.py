"""Bookmarks, and documents read lately, as rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.scrub import scrub_line
from tui.colours import COLOURS
from tui.strings import Language, say
from tui.text import fit
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from content.library.kept import Kept
    from content.library.placing import Placed
    from content.shelf import Bookmark, State
    from content.shelf.records import Place

_TITLE = 24  # cells


def bookmark_rows(
    bookmarks: Iterable[Placed], display: Callable[[str], str], language: Language
) -> list[ListRow]:
    """Make a row a bookmark: its passage's number, its note and tags, then its quote.

    One that is not where it was made says so; one that is nowhere has no number. It is found by tags, by the
    name of its colour and by its section too.
    """
    named = _colour_names(language)
    return [
        _row(each.bookmark, each.anchor.state, each.passage if each.span else None, display, language, named)
        for each in bookmarks
    ]


def all_bookmark_rows(
    kept: Iterable[Kept], display: Callable[[str], str], language: Language
) -> list[ListRow]:
    """Make a row a bookmark of whichever document, with the title at its end; it is found by that too."""
    named, rows = _colour_names(language), []
    for some in kept:
        title = scrub_line(some.about.title) or say(language, "document.untitled")
        badge = say(language, "document.edition") if some.about.edition else ""
        right = ((f"  {fit(display(title), _TITLE)}", "quiet"),)
        for each in some.placed:
            state, number = each.anchor.state, each.passage if each.span else None
            row = _row(each.bookmark, state, number, display, language, named)
            rows.append(replace(row, right=right, found_by=f"{row.found_by} {title} {badge}"))
    return rows


def _colour_names(language: Language) -> dict[str | None, str]:
    return {each: say(language, f"colour.{each}") for each in COLOURS}


def _row(
    bookmark: Bookmark,
    state: State,
    passage: int | None,
    display: Callable[[str], str],
    language: Language,
    colours: Mapping[str | None, str],
) -> ListRow:
    note = scrub_line(bookmark.note)
    quote = display(scrub_line(bookmark.quote))
    tags = " ".join(f"#{tag}" for tag in bookmark.tags)
    moved = "" if state == "ok" else say(language, f"anchor.{state}")
    told = say(language, "anchor.lost_short") if state == "lost" else moved  # its quote is nowhere else
    left = (
        (f"{passage or '?':>3}  ", "quiet"),
        ("● " if bookmark.colour else "", COLOURS.get(bookmark.colour or "", "quiet")),
        (f"{told}  " if told else "", "warning"),
        (f"{note}  " if note else "", "mark"),
        (f"{tags}  " if tags else "", "quiet"),
        (quote[:200], ""),
    )
    section, tinted = scrub_line(bookmark.section), colours.get(bookmark.colour, "")
    found_by = f"{quote} {note} {section} {tags} {moved} {tinted}"
    return ListRow(bookmark.id, left, found_by=found_by)


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
