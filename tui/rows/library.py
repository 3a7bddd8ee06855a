"""The documents of a library as rows, in columns that give way one by one as the list narrows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from content.scrub import scrub_line
from tui.rows.days import day_words
from tui.strings import Language, say
from tui.text import cells, pad
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from content.library.records import Entry
    from tui.density import Glyphs
    from tui.widgets.row_list import Part

EDITION = 0
"""The id of the entry that stands for the bundled edition."""

_GAP = 2
_DAY, _LENGTH, _PERCENT, _BAR = 10, 10, 5, 8  # cells of the columns at the right
# Cells of a list from which it has the column.
_WITH_DAY, _WITH_ORIGIN, _WITH_BAR, _WITH_LENGTH = 46, 64, 84, 124
_TITLE_SHARE = 0.55  # of what the columns at the right leave; the rest says where it comes from
_DONE = {"fine": "━", "plain": "#"}
_TO_DO = {"fine": "─", "plain": "-"}
_MANY: dict[Language, tuple[int, int, int]] = {  # from how many characters they are counted in which unit
    "hans": (100_000, 10_000, 0),
    "hant": (100_000, 10_000, 0),
    "en": (1_000_000, 1_000_000, 1),
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """How rows are drawn: in which language, script and glyphs, seen from which day."""

    language: Language
    display: Callable[[str], str]
    glyphs: Glyphs
    now: date


def entry_row(entry: Entry, origin: str, drawing: Drawing, *, present: bool) -> ListRow:
    """Make the row of a document; `origin` says where it comes from, `present` marks the one that is read."""
    title = drawing.display(entry.title) or say(drawing.language, "document.untitled")
    badge = say(drawing.language, "document.edition") if entry.id == EDITION else ""
    return ListRow(
        str(entry.id),
        (("▸ " if present else "  ", "mark"),),
        found_by=found_by(entry),
        cut=partial(_columns, entry, title, badge, drawing.display(origin), drawing),
    )


def found_by(entry: Entry) -> str:
    """Return what a filter looks in: title, byline, source, the name of the file."""
    name = scrub_line(os.path.basename(entry.path)) if entry.path else ""  # noqa: PTH119 - of thousands
    return " ".join([entry.title, *entry.byline, entry.source or "", name])


def characters(count: int, language: Language) -> str:
    """Say how long texts are: 6,120 字, 134 万字."""
    least, unit, digits = _MANY[language]
    if count < least:
        return say(language, "library.characters", n=f"{count:,}")
    return say(language, "library.many_characters", n=f"{count / unit:.{digits}f}")


def _columns(
    entry: Entry, title: str, badge: str, origin: str, drawing: Drawing, width: int
) -> tuple[Part, ...]:
    """Set the columns of a row in `width` cells."""
    read = entry.opened is not None
    right: list[Part] = []
    if width >= _WITH_LENGTH:
        right.append((_at_right(characters(entry.characters, drawing.language), _LENGTH), "quiet"))
    if width >= _WITH_BAR:
        right += [("  ", ""), *(_bar(entry.progress, drawing.glyphs) if read else [(" " * _BAR, "")])]
    right.append((_at_right(f"{round(entry.progress * 100)} %" if read else "", _PERCENT + 1), "quiet"))
    if width >= _WITH_DAY:
        day = day_words(entry.opened, drawing.now, drawing.language) if entry.opened else ""
        right.append((_at_right(day, _DAY + _GAP), "quiet"))
    room = width - sum(cells(string) for string, _ in right) - _GAP
    title_room = round(room * _TITLE_SHARE) if width >= _WITH_ORIGIN else room
    named = title_room - (cells(badge) + _GAP if badge else 0)
    left: list[Part] = [(pad(title, named) if not badge else _fitted(title, named), "")]
    if badge:
        left.append((pad(f"  {badge}", title_room - cells(left[0][0])), "badge"))
    if width >= _WITH_ORIGIN:
        left.append((pad(f"  {origin}", room - title_room), "quiet"))
    return (*left, (" " * _GAP, ""), *right)


def _fitted(title: str, width: int) -> str:
    return pad(title, min(width, cells(title)))


def _at_right(words: str, width: int) -> str:
    return " " * (width - cells(words)) + words


def _bar(progress: float, glyphs: Glyphs) -> list[Part]:
    """Draw how far a document was read; what was begun is never drawn as nothing."""
    done = min(_BAR, max(1, round(progress * _BAR))) if progress else 0
    return [(_DONE[glyphs] * done, "mark"), (_TO_DO[glyphs] * (_BAR - done), "bar")]
