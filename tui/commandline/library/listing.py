"""What the commands of the library print for people."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.commandline import listing
from tui.commandline.layout import columns, fit, width
from tui.commandline.listing import INDENT, attribution
from tui.commandline.words import counted, phrase
from tui.strings import say_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.library.adding import Report
    from content.library.records import Entry
    from content.search import Result
    from tui.commandline.library.searching import InDocument
    from tui.strings import Language

# Columns, and in how many cells there is room for each.
_ROOM = {"id": 0, "title": 0, "origin": 70, "progress": 0, "opened": 50}
_ID, _TITLE, _ORIGIN, _PROGRESS, _ = range(len(_ROOM))
_GAP = 2  # cells between columns
_ORIGIN_SHARE = 0.45  # of what titles and origins have together


def entries(listed: Sequence[Entry], language: Language) -> Iterator[str]:
    """Yield a row for each document: id, title, where it is from, how far it was read, and when."""
    if not listed:
        yield phrase(language, "library.none")
        return
    yield counted(language, "library.documents", len(listed))
    yield ""
    rows = [
        [
            str(each.id),
            title_of(each, language),
            attribution(each, language),
            f"{100 * each.progress:.0f} %" if each.opened else "",
            _day(each.opened),
        ]
        for each in listed
    ]
    yield from _fitted([[phrase(language, f"library.{name}") for name in _ROOM], *rows])


def title_of(entry: Entry, language: Language) -> str:
    """Return a document's title; a text may have none."""
    return entry.title or phrase(language, "bookmarks.untitled")


def _day(moment: str | None) -> str:
    """Return the day of a moment in UTC, where the reader is."""
    return str(datetime.fromisoformat(moment).astimezone().date()) if moment else ""


def _fitted(rows: Sequence[list[str]]) -> Iterator[str]:
    """Align rows, the first of which names the columns, in as many cells as there are.

    Titles and origins give way, then whole columns; one that is empty is left out.
    """
    shown = [
        place
        for place, least in enumerate(_ROOM.values())
        if width() >= least and any(row[place] for row in rows[1:])
    ]
    longest = [max(cell_len(row[place]) for row in rows) for place in range(len(_ROOM))]
    rest = width() - sum(longest[place] + _GAP for place in shown if place not in (_TITLE, _ORIGIN))
    room = {_TITLE: rest}
    if _ORIGIN in shown:
        rest -= _GAP
        room[_ORIGIN] = min(longest[_ORIGIN], max(round(rest * _ORIGIN_SHARE), rest - longest[_TITLE]))
        room[_TITLE] = rest - room[_ORIGIN]
    fitted = [
        [fit(row[place], room[place]) if place in room else row[place] for place in shown] for row in rows
    ]
    numbers = [number for number, place in enumerate(shown) if place in (_ID, _PROGRESS)]
    for line in columns(fitted, right=numbers):
        yield line.rstrip()


def removed(entries: Sequence[Entry], language: Language) -> Iterator[str]:
    """Yield what was removed, and what stays."""
    for each in entries:
        yield phrase(language, "library.removed", title=title_of(each, language))
    yield phrase(language, "library.bookmarks_stay")


def report(added: Report, language: Language) -> Iterator[str]:
    """Yield in one line what was done; nothing where only bad files were named."""
    counts = {"added": added.added, "changed": added.changed, "same": added.same}
    counts |= {"passed_over": added.passed_over, "bad": len(added.problems)}
    told = [counted(language, f"library.{key}", count) for key, count in counts.items() if count]
    if added.added or added.changed or added.same:
        yield " · ".join(told)
    elif not added.problems:
        yield " · ".join([phrase(language, "library.nothing_to_add"), *told])


def search(
    query: str, result: Result, found: Sequence[InDocument], documents: int, language: Language
) -> Iterator[str]:
    """Yield the hits under the documents they are in, that with the best first.

    `documents` counts also those whose hits are not listed.
    """
    if not found:
        yield listing.none_found(query, result, language, across=True)
        return
    where = counted(language, "library.documents", documents)
    yield f"{listing.found_in_all(query, result, language)} · {where}"
    for each in found:
        yield ""
        yield fit(title_of(each.entry, language), width())
        passages = say_count(language, "passages", each.passages)
        yield fit(" · ".join(filter(None, [attribution(each.entry, language), passages])), width())
        for hit in each.hits:
            yield from listing.hit(each.document, hit, language, INDENT)
