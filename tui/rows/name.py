"""What is known of one name as rows: names and themes beside it, what it says, figures where it is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.analysis.cooccurrence import beside, names_by_theme
from tui.rows.figures import figure_rows
from tui.rows.findings import theme_name
from tui.rows.quotes import quote_rows
from tui.strings import say, say_count
from tui.themes import topic_variable
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from content.analysis.names import NameFinding
    from tui.density import Glyphs
    from tui.findings import Findings
    from tui.strings import Language

_INDENT = ("  ", "")
_LISTED = 1_000  # rows of a group: nobody walks more, and a book has many


def about_name(
    name: NameFinding, findings: Findings, language: Language, glyphs: Glyphs, display: Callable[[str], str]
) -> list[ListRow]:
    """Make the rows of a name in groups; a key is the list's id and that of the row there."""
    forms = {name.name, *name.aliases}
    passages = {mention.passage for mention in name.mentions}
    together = beside(name, findings.names)
    themes = list(_themes(name, findings, language, glyphs))
    quotes = [place for place, each in enumerate(findings.quotes) if each.speaker in forms]
    figures = [place for place, each in enumerate(findings.figures) if each.passage in passages]
    spoken = quote_rows([findings.quotes[place] for place in quotes[:_LISTED]], language, display)
    counted = figure_rows(
        [findings.figures[place] for place in figures[:_LISTED]],
        findings.checks,
        "position",
        language,
        glyphs,
        display,
        unknown=True,
    )
    groups = {
        "names": (len(together), [_beside(*each, language, display) for each in together[:_LISTED]]),
        "themes": (len(themes), themes[:_LISTED]),
        "quotes": (
            len(quotes),
            [replace(row, key=str(quotes[int(row.key)])) for row in spoken if not row.heading],
        ),
        "figures": (len(figures), [replace(row, key=str(figures[int(row.key)])) for row in counted]),
    }
    rows: list[ListRow] = []
    for group, (count, members) in groups.items():
        if members:
            words = say(language, "name.beside" if group == "names" else f"pane.{group}")
            more = f"  {say(language, 'context.more', n=_LISTED)}" if count > _LISTED else ""
            rows.append(ListRow(group, ((f"{words} {count}{more}", "quiet"),), heading=True))
            rows += [replace(row, key=f"{group}:{row.key}", left=(_INDENT, *row.left)) for row in members]
    return rows


def _themes(name: NameFinding, findings: Findings, language: Language, glyphs: Glyphs) -> Iterator[ListRow]:
    """Yield the themes of the passages that name it, the one of most passages first."""
    dot = "●" if glyphs == "fine" else "*"
    places = {theme.id: place for place, theme in enumerate(findings.themes)}
    shared = sorted(names_by_theme([name], findings.themes), key=lambda pair: -len(pair.passages))
    for pair in shared:
        theme = findings.themes[places[pair.theme]]
        left = ((f"{dot} ", topic_variable(places[pair.theme])), (theme_name(theme, language), ""))
        count = say_count(language, "passages", len(pair.passages))
        found_by = f"{theme.name} {theme.english or ''} {theme.id}"
        yield ListRow(theme.id, left, ((f"  {count}", "quiet"),), found_by=found_by)


def _beside(
    other: NameFinding, passages: tuple[int, ...], language: Language, display: Callable[[str], str]
) -> ListRow:
    kind = say(language, f"one.{other.kind}")
    count = say_count(language, "passages", len(passages))
    return ListRow(
        other.name,
        ((display(other.name), ""), (f"  {kind}", "quiet")),
        ((f"  {count}", "quiet"),),
        found_by=" ".join([other.name, *other.aliases, kind]),
    )
