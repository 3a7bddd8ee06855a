"""`concordance`: every place of a term in one column, with what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from content.analysis.concordance import ConcordanceLine, Order
from content.analysis.concordance import concordance as find_lines
from content.scrub import scrub_line
from tui.commandline.commands import FOUND, NOTHING, open_named
from tui.commandline.layout import emphasised, fit, width
from tui.commandline.options import as_text
from tui.commandline.output import write_json, write_lines
from tui.commandline.problems import CommandLineError
from tui.commandline.records import inside
from tui.commandline.tables import write_csv
from tui.commandline.words import phrase
from tui.concordance import LONGEST_TERM, Columns, set_line
from tui.strings import say_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.document import Document
    from tui.commandline.options import Request
    from tui.strings import Language

_ORDERS: tuple[Order, ...] = get_args(Order)


def concordance(request: Request, language: Language) -> int:
    """List a term with what stands before and after it."""
    if not request.words:
        raise CommandLineError("usage.term_missing")
    term, *words = scrub_line(as_text(request.words[0])), *request.words[1:]
    wanted = request.value("--sort") or "position"
    order = next((each for each in _ORDERS if each == wanted), None)
    if order is None:
        raise CommandLineError("usage.sort", value=wanted, orders=" ".join(_ORDERS))
    document = open_named(request, words)
    lines = find_lines(document, term, order)
    if request.has("--json"):
        write_json({"term": term, "count": len(lines), "lines": [_record(document, line) for line in lines]})
    elif request.has("--csv"):
        rows = ([line.passage, *_offsets(document, line), line.left, line.text, line.right] for line in lines)
        write_csv(("passage", "start", "end", "left", "text", "right"), rows)
    elif lines:
        write_lines(_listing(document, term, lines, language))
    else:
        write_lines([phrase(language, "search.none", query=fit(term, LONGEST_TERM))])
    return FOUND if lines else NOTHING


def _offsets(document: Document, line: ConcordanceLine) -> tuple[int, int]:
    return inside(document, line.passage, line.span)


def _record(document: Document, line: ConcordanceLine) -> dict[str, Any]:
    start, end = _offsets(document, line)
    return {
        "passage": line.passage,
        "start": start,
        "end": end,
        "left": line.left,
        "text": line.text,
        "right": line.right,
    }


def _listing(
    document: Document, term: str, lines: Sequence[ConcordanceLine], language: Language
) -> Iterator[str]:
    """Yield the lines with the term in one column, as wide as the terminal."""
    yield f"「{fit(term, LONGEST_TERM)}」 {say_count(language, 'places', len(lines))}"
    yield ""
    columns = Columns.of(lines, document.passages[-1].number)
    for line in lines:
        before, term, after = set_line(line, columns, width())
        yield emphasised(before + term + after, [(len(before), len(before) + len(term))])
