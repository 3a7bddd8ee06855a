"""`themes`: what a text speaks of; where the lexicon knows little of it, what it seems to speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.commandline.commands import FOUND, NOTHING, open_named
from tui.commandline.layout import columns, hanging, width
from tui.commandline.listing import heading
from tui.commandline.output import write_json, write_lines
from tui.commandline.tables import write_csv
from tui.commandline.words import phrase, ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.analysis.themes import ThemeFinding
    from content.document import Document
    from tui.commandline.options import Request
    from tui.strings import Language

_COLUMNS = ("id", "name", "english", "count", "proposed", "passage", "weight")


def themes(request: Request, language: Language) -> int:
    """List the themes of a document."""
    document = open_named(request, request.words)

    from tui.commandline.naming import naming

    found = naming(document, request.words, language).themes
    if request.has("--json"):
        write_json({"themes": [_record(theme) for theme in found]})
    elif request.has("--csv"):
        write_csv(_COLUMNS, _rows(found))
    else:
        write_lines(_listing(document, found, language))
    return FOUND if found else NOTHING


def _record(theme: ThemeFinding) -> dict[str, Any]:
    return {
        "id": theme.id,
        "name": theme.name,
        "english": theme.english,
        "count": theme.count,
        "proposed": theme.proposed,
        "passages": [{"passage": each.passage, "weight": each.weight} for each in theme.passages],
    }


def _rows(found: Sequence[ThemeFinding]) -> Iterator[tuple[object, ...]]:
    """Yield a row for each passage of each theme."""
    for theme in found:
        proposed = "true" if theme.proposed else "false"
        for each in theme.passages:
            start = (theme.id, theme.name, theme.english, theme.count, proposed)
            yield (*start, each.passage, each.weight)


def _listing(document: Document, found: Sequence[ThemeFinding], language: Language) -> Iterator[str]:
    """Yield the themes, each with how often it is spoken of and in which passages."""
    if not found:
        yield phrase(language, "themes.none")
        return
    yield from heading(document, language)
    yield ""
    rows = [
        [_name(theme, language), f"theme:{theme.id}", phrase(language, "text.times", count=theme.count)]
        for theme in found
    ]
    for start, theme in zip(columns(rows, right=[2]), found, strict=True):
        numbers = tuple(each.passage for each in theme.passages)
        yield from hanging(
            start, phrase(language, "text.passages", ranges=ranges(numbers, language)), width()
        )


def _name(theme: ThemeFinding, language: Language) -> str:
    if theme.proposed:
        return phrase(language, "themes.proposed", name=theme.name)
    return f"{theme.english} {theme.name}" if language == "en" and theme.english else theme.name
