"""The sections of a document as rows."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.strings import Language, say
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from content.document import Document, Span


def section_rows(
    document: Document,
    present: int,
    members: Sequence[Span] | None,
    display: Callable[[str], str],
    language: Language,
    kept: Mapping[int, int] = MappingProxyType({}),
) -> list[ListRow]:
    """Make a row a section: a mark on the `present` one, and how many of the current set's members it holds.

    Members are sorted. A section without any says 0; `members` is None where there is no current set.
    `kept` tells how many bookmarks a section has, by its number; that of one without any is not said.
    """
    starts = [document.passages[section.first - 1].start for section in document.sections]
    places = [bisect_left(members or (), start, key=attrgetter("start")) for start in starts[1:]]
    rows = []
    for section, (first, last) in zip(
        document.sections, pairwise([0, *places, len(members or ())]), strict=False
    ):
        mark = ("▸ ", "mark") if section.number == present else ("  ", "")
        title = display(section.title) or say(language, "document.untitled")
        part = "strong" if section.number == present else ""
        left = (mark, ("  " * (section.level - 1), ""), (title, part))
        marks = ((f" ●{kept[section.number]}", "mark"),) if kept.get(section.number) else ()
        held = ((f" {last - first}", "quiet"),) if members is not None else ()
        rows.append(ListRow(str(section.number), left, marks + held, found_by=section.title))
    return rows
