"""`timeline`: the dated sentences of a text in the order of their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.commandline.commands import FOUND, NOTHING, open_named
from tui.commandline.layout import columns, hanging, width
from tui.commandline.listing import heading
from tui.commandline.output import write_json, write_lines
from tui.commandline.records import inside
from tui.commandline.tables import write_csv
from tui.commandline.words import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.analysis.timeline import DatedStatement
    from content.document import Document
    from tui.commandline.options import Request
    from tui.strings import Language

_COLUMNS = ("date", "written", "passage", "start", "end", "text")


def timeline(request: Request, language: Language) -> int:
    """List what is dated, the earliest first."""
    document = open_named(request, request.words)

    from content.analysis.timeline import timeline as find_statements

    found = find_statements(document)
    records = [_record(document, statement) for statement in found]
    if request.has("--json"):
        write_json({"timeline": records})
    elif request.has("--csv"):
        write_csv(_COLUMNS, ([record[column] for column in _COLUMNS] for record in records))
    else:
        write_lines(_listing(document, found, language))
    return FOUND if found else NOTHING


def _record(document: Document, statement: DatedStatement) -> dict[str, Any]:
    start, end = inside(document, statement.passage, statement.span)
    return {
        "date": statement.date,
        "written": statement.written,
        "passage": statement.passage,
        "start": start,
        "end": end,
        "text": statement.text,
    }


def _listing(document: Document, found: Sequence[DatedStatement], language: Language) -> Iterator[str]:
    """Yield each date with the passage and its sentence beside it."""
    if not found:
        yield phrase(language, "timeline.none")
        return
    yield from heading(document, language)
    yield ""
    rows = [[each.date, phrase(language, "text.passage", number=each.passage)] for each in found]
    for start, statement in zip(columns(rows), found, strict=True):
        yield from hanging(start, statement.text, width())
