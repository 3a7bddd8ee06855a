"""`figures`: the numbers of a document with what they count, and what they say of one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from content.analysis.checks import Check, check_figures
from content.analysis.figures import Figure, find_figures
from tui.amounts import amount
from tui.commandline.commands import FOUND, NOTHING, open_named
from tui.commandline.layout import columns, hanging, width, wrapped
from tui.commandline.output import write_json, write_lines
from tui.commandline.records import inside
from tui.commandline.tables import write_csv
from tui.commandline.words import phrase, ranges
from tui.strings import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.document import Document
    from tui.commandline.options import Request
    from tui.strings import Language

_INDENT = "  "
_COLUMNS = ("passage", "start", "end", "text", "value", "unit", "what", "period", "qualifier", "kind")


def figures(request: Request, language: Language) -> int:
    """List the figures of a document and the checks of what it claims."""
    document = open_named(request, request.words)
    found = find_figures(document)
    if request.has("--csv") and not request.has("--json"):
        records = (_record(document, figure) for figure in found)
        write_csv(_COLUMNS, ([record[column] for column in _COLUMNS] for record in records))
        return FOUND if found else NOTHING
    checks = check_figures(document, found)
    if request.has("--json"):
        write_json(
            {
                "figures": [_record(document, figure) for figure in found],
                "checks": [_check_record(document, check) for check in checks],
            }
        )
    else:
        write_lines(_listing(found, checks, language))
    return FOUND if found else NOTHING


def _record(document: Document, figure: Figure) -> dict[str, Any]:
    start, end = inside(document, figure.passage, figure.span)
    return {
        "passage": figure.passage,
        "start": start,
        "end": end,
        "text": figure.text,
        "value": figure.value,
        "unit": figure.unit,
        "what": figure.what,
        "period": figure.period,
        "qualifier": figure.qualifier,
        "kind": figure.kind,
    }


def _check_record(document: Document, check: Check) -> dict[str, Any]:
    start, end = inside(document, check.passage, check.span)
    return {
        "claim": check.claim,
        "stated": check.stated,
        "computed": check.computed,
        "tolerance": check.tolerance,
        "holds": check.holds,
        "reason": check.reason,
        "passages": check.passages,
        "passage": check.passage,
        "start": start,
        "end": end,
        "kind": check.kind,
        "unit": check.unit,
    }


def _listing(found: Sequence[Figure], checks: Sequence[Check], language: Language) -> Iterator[str]:
    """Yield the figures with what they come to, a line each, and below them the checks."""
    if not found:
        yield phrase(language, "figures.none")
        return
    rows = [
        [str(figure.passage), figure.text.replace("\n", " "), _value(figure, language)] for figure in found
    ]
    for start, figure in zip(columns(rows, right=[0]), found, strict=True):
        yield from hanging(
            start, " · ".join(filter(None, (figure.what, figure.period, figure.qualifier))), width()
        )
    if checks:
        yield ""
        yield phrase(language, "figures.checks")
    for check in checks:
        yield ""
        where = phrase(language, "text.passages", ranges=ranges(check.passages, language))
        yield f"{_verdict(check, language)} · {where}"
        yield from wrapped(check.claim, width(), _INDENT)


def _verdict(check: Check, language: Language) -> str:
    """Say whether a claim agrees, differs, or why that cannot be told."""
    if check.holds:
        return say(language, "check.holds")
    if check.holds is None:
        return f"{say(language, 'check.unknown')} · {phrase(language, f'figures.{check.reason}')}"
    return say(language, "check.fails", computed=amount(check.computed or 0, check.unit, language))


def _value(figure: Figure, language: Language) -> str:
    return "" if figure.value is None else amount(figure.value, figure.unit, language)
