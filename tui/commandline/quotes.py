"""`quotes`: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.commandline.commands import FOUND, NOTHING, open_named
from tui.commandline.layout import width, wrapped
from tui.commandline.output import write_json, write_lines
from tui.commandline.records import inside
from tui.commandline.tables import write_csv
from tui.commandline.words import phrase
from tui.strings import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.analysis.quotes.records import Quote
    from content.document import Document
    from tui.commandline.options import Request
    from tui.strings import Language

_INDENT = "  "
_COLUMNS = ("passage", "start", "end", "text", "kind", "speaker", "role")


def quotes(request: Request, language: Language) -> int:
    """List direct and reported speech with its speakers."""
    document = open_named(request, request.words)

    from tui.commandline.naming import naming

    found = naming(document, request.words, language).quotes
    records = [_record(document, quote) for quote in found]
    if request.has("--json"):
        write_json({"quotes": records})
    elif request.has("--csv"):
        write_csv(_COLUMNS, ([record[column] for column in _COLUMNS] for record in records))
    else:
        write_lines(_listing(found, language))
    return FOUND if found else NOTHING


def _record(document: Document, quote: Quote) -> dict[str, Any]:
    start, end = inside(document, quote.passage, quote.span)
    return {
        "passage": quote.passage,
        "start": start,
        "end": end,
        "text": quote.text,
        "kind": quote.kind,
        "speaker": quote.speaker,
        "role": quote.role,
    }


def _listing(found: Sequence[Quote], language: Language) -> Iterator[str]:
    """Yield each quote under who said it, what they are, and where it stands."""
    if not found:
        yield phrase(language, "quotes.none")
    for place, quote in enumerate(found):
        if place:
            yield ""
        who = quote.speaker or say(language, "quote.nobody")
        where = phrase(language, "text.passage", number=quote.passage)
        yield " · ".join(filter(None, (who, quote.role, say(language, f"quote.{quote.kind}"), where)))
        yield from wrapped(quote.text, width(), _INDENT)
