"""`cooccurrence`: which names share passages, and which share them with a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.analysis.cooccurrence import NamePair, ThemeName, names_by_theme, names_together
from tui.commandline.commands import FOUND, NOTHING, open_named
from tui.commandline.layout import columns, hanging, width
from tui.commandline.output import write_json, write_lines
from tui.commandline.tables import write_csv
from tui.commandline.words import phrase, ranges
from tui.strings import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.analysis.themes import ThemeFinding
    from tui.commandline.options import Request
    from tui.strings import Language

_LEAST = 2  # passages: what stands together once is listed in JSON and CSV alone


def cooccurrence(request: Request, language: Language) -> int:
    """List names and themes that share passages."""
    document = open_named(request, request.words)

    from tui.commandline.naming import naming

    known = naming(document, request.words, language)
    names, found = known.names, known.themes
    pairs, beside = names_together(names), names_by_theme(names, found)
    if request.has("--json"):
        write_json(
            {
                "pairs": [
                    {
                        "names": [pair.first, pair.second],
                        "count": len(pair.passages),
                        "passages": pair.passages,
                    }
                    for pair in pairs
                ],
                "themes": [
                    {
                        "id": each.theme,
                        "name": each.name,
                        "count": len(each.passages),
                        "passages": each.passages,
                    }
                    for each in beside
                ],
            }
        )
    elif request.has("--csv"):
        rows = [("name", pair.first, pair.second, len(pair.passages), pair.passages) for pair in pairs]
        rows += [("theme", each.theme, each.name, len(each.passages), each.passages) for each in beside]
        write_csv(("kind", "first", "second", "count", "passages"), rows)
    else:
        write_lines(_listing(pairs, beside, found, language))
    return FOUND if pairs or beside else NOTHING


def _listing(
    pairs: Sequence[NamePair], beside: Sequence[ThemeName], found: Sequence[ThemeFinding], language: Language
) -> Iterator[str]:
    """Yield those that share several passages: names, then each theme with its names."""
    together = [pair for pair in pairs if len(pair.passages) >= _LEAST]
    if not together and not any(len(each.passages) >= _LEAST for each in beside):
        yield phrase(language, "cooccurrence.none")
        return
    yield from _rows([(f"{pair.first} · {pair.second}", pair.passages) for pair in together], language)
    for theme in found:
        rows = [(each.name, each.passages) for each in beside if each.theme == theme.id]
        rows = [row for row in rows if len(row[1]) >= _LEAST]
        if rows:
            yield ""
            yield f"{say(language, 'pane.themes')} {theme.name}"
            yield from _rows(rows, language)


def _rows(rows: Sequence[tuple[str, tuple[int, ...]]], language: Language) -> Iterator[str]:
    cells = [[f"  {label}", f"{len(passages)}"] for label, passages in rows]
    starts = columns(cells, right=[1]) if cells else []
    for start, (_, passages) in zip(starts, rows, strict=True):
        where = phrase(language, "text.passages", ranges=ranges(passages, language))
        yield from hanging(start, where, width())
