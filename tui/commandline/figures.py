"""`figures`: the numbers of a document with what they count, and what they say of one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from content.analysis.checks import Check, check_figures
from content.analysis.figures import Figure, find_figures
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
_MAGNITUDES: dict[str, tuple[tuple[float, str], ...]] = {
    "hans": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")),
    "hant": ((1e12, "兆"), (1e8, "億"), (1e4, "萬")),
    "en": ((1e12, "tn"), (1e9, "bn"), (1e6, "m")),
}
_DIGITS = 6  # significant ones: more than a listing needs


def figures(request: Request, language: Language) -> int:
    """List the figures of a document and the checks of what it claims."""
    document = open_named(request, request.words)
    found = find_figures(document)
    if request.has("--csv"):
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
        [str(figure.passage), figure.text.replace("\n", " "), _value(figure.value, figure.unit, language)]
        for figure in found
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
    return say(language, "check.fails", computed=_value(check.computed, check.unit, language))


def _value(value: float | None, unit: str | None, language: Language) -> str:
    """Write a value with its unit as people do: 14.48 亿 CNY, CNY 1.448 bn, 40 %."""
    if value is None:
        return ""
    size, name = next(
        ((size, name) for size, name in _MAGNITUDES[language] if abs(value) >= size and unit != "%"),
        (1.0, ""),
    )
    number = f"{value / size:,.{_DIGITS}g}" if size > 1 or value != int(value) else f"{int(value):,}"
    is_money = unit is not None and unit.isascii() and unit.isupper() and len(unit) == len("CNY")
    if language == "en" and is_money:
        return " ".join(filter(None, (unit, number, name)))
    return " ".join(filter(None, (number, name, unit)))
