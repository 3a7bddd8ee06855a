"""What is known of one theme as rows: how often it is touched in each section, and who stands beside it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from content.analysis.cooccurrence import names_by_theme
from tui.strings import say, say_count
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from content.analysis.themes import ThemeFinding
    from content.document import Document
    from tui.findings import Findings
    from tui.strings import Language

_INDENT = ("  ", "")


def about_theme(
    theme: ThemeFinding,
    findings: Findings,
    document: Document,
    language: Language,
    display: Callable[[str], str],
) -> list[ListRow]:
    """Make the rows of a theme: every section, one that it does not touch with a 0, then names beside it.

    A key is `sections` or `names` and the section's number or the name.
    """
    count: Counter[int] = Counter()
    for each in theme.passages:
        count[document.passages[each.passage - 1].section] += len(each.spans)
    rows = [_heading("sections", say(language, "pane.sections"), len(document.sections))]
    for section in document.sections:
        title = display(section.title) or say(language, "document.untitled")
        touched = count[section.number]
        rows.append(
            ListRow(
                f"sections:{section.number}",
                (_INDENT, (title, "" if touched else "quiet")),
                ((f"  {touched}", "quiet"),),
                found_by=section.title,
            )
        )
    together = names_by_theme(findings.names, [theme])
    if together:
        rows.append(_heading("names", say(language, "name.beside"), len(together)))
    for pair in together:
        passages = say_count(language, "passages", len(pair.passages))
        left = (_INDENT, (display(pair.name), ""))
        rows.append(ListRow(f"names:{pair.name}", left, ((f"  {passages}", "quiet"),), found_by=pair.name))
    return rows


def _heading(key: str, words: str, count: int) -> ListRow:
    return ListRow(key, ((f"{words} {count}", "quiet"),), heading=True)
