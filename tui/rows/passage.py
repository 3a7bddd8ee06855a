"""Everything that was found in one passage as rows in groups; a row's key is its list's id and its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.rows.figures import figure_rows
from tui.rows.findings import theme_name
from tui.rows.kept import bookmark_rows
from tui.strings import say
from tui.themes import topic_variable
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from content.analysis.quotes import Quote
    from content.library.placing import Placed
    from tui.density import Glyphs
    from tui.findings import Findings
    from tui.strings import Language

_INDENT = ("  ", "")
_SHOWN = 200  # characters of a quote: more is never in sight


def passage_rows(
    here: Findings,
    everywhere: Findings,
    bookmarks: Iterable[Placed],
    language: Language,
    glyphs: Glyphs,
    display: Callable[[str], str] = str,
) -> list[ListRow]:
    """Make the rows of a passage: names, themes, figures, quotes and its bookmarks, none of an empty group.

    `here` is what stands in the passage, `everywhere` what stands in the document. Figures and quotes have
    their place among those of the document for a key.
    """
    figures = figure_rows(here.figures, here.checks, "position", language, glyphs, display, unknown=True)
    first_figure = everywhere.figures.index(here.figures[0]) if here.figures else 0
    first_quote = everywhere.quotes.index(here.quotes[0]) if here.quotes else 0
    groups = {
        "names": _names(here, everywhere, language, display),
        "themes": _themes(here, everywhere, language, glyphs),
        "figures": (_without_number(row, first_figure + place) for place, row in enumerate(figures)),
        "quotes": _quotes(here.quotes, first_quote, language, display),
        "bookmarks": (_without_number(row, row.key) for row in bookmark_rows(bookmarks, display, language)),
    }
    rows: list[ListRow] = []
    for group, members in groups.items():
        found = [replace(row, key=f"{group}:{row.key}", left=(_INDENT, *row.left)) for row in members]
        if found:
            name = say(language, f"pane.{group}")
            rows.append(ListRow(group, ((f"{name} {len(found)}", "quiet"),), heading=True))
            rows += found
    return rows


def _without_number(row: ListRow, key: object) -> ListRow:
    """Leave out the number of the passage that a row of a list begins with: here it is always the same."""
    return replace(row, key=str(key), left=row.left[1:])


def _names(
    here: Findings, everywhere: Findings, language: Language, display: Callable[[str], str]
) -> Iterator[ListRow]:
    for finding in here.names:
        whole = everywhere.name(finding.name) or finding
        kind = say(language, f"one.{finding.kind}")
        about = f"  {kind}  {display(finding.role)}" if finding.role else f"  {kind}"
        yield ListRow(
            finding.name,
            ((display(finding.name), ""), (about, "quiet")),
            ((f"  {finding.count}/{whole.count}", "quiet"),),
            found_by=" ".join([finding.name, *finding.aliases, about]),
        )


def _themes(here: Findings, everywhere: Findings, language: Language, glyphs: Glyphs) -> Iterator[ListRow]:
    dot = "●" if glyphs == "fine" else "*"
    for index, whole in enumerate(everywhere.themes):
        finding = here.theme(whole.id)
        if finding:
            left = ((f"{dot} ", topic_variable(index)), (theme_name(finding, language), ""))
            found_by = f"{finding.name} {finding.english or ''} {finding.id}"
            count = f"  {finding.count}/{whole.count}"
            yield ListRow(finding.id, left, ((count, "quiet"),), found_by=found_by)


def _quotes(
    quotes: Sequence[Quote], first: int, language: Language, display: Callable[[str], str]
) -> Iterator[ListRow]:
    for place, quote in enumerate(quotes, first):
        direct = quote.kind == "direct"
        text = display(quote.text[:_SHOWN].replace("\n", " "))
        speaker = display(quote.speaker) if quote.speaker else say(language, "quote.nobody")
        yield ListRow(
            str(place),
            ((f"「{text}」" if direct else text, "" if direct else "quiet"),),
            ((f"  {speaker}", "quiet"),),
            found_by=f"{quote.text} {speaker} {quote.role or ''} {say(language, f'quote.{quote.kind}')}",
        )
