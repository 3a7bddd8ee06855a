"""Search hits as rows, grouped by section, each with a snippet cut around what matched.

The best hit is the first row: sections stand in the order of their best hits and the hits of a section
the best first, as the search ranked them. So each section comes once, Enter on what was just typed goes to
the best hit, and nothing has to be scrolled to see it. Reading order is that of `n` in the article.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.rows.snippet import snippet
from tui.strings import Language, say
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from content.document import Document
    from content.search import Hit


def hit_rows(
    document: Document, hits: Iterable[Hit], display: Callable[[str], str], language: Language
) -> list[ListRow]:
    """Make rows of hits that come the best first: the sure ones by section, then the guesses."""
    sections: dict[int, list[ListRow]] = {}
    guesses: list[ListRow] = []
    for hit in hits:
        section = document.passages[hit.passage - 1].section
        rows = guesses if hit.weak else sections.setdefault(section, [])
        rows.append(_hit_row(document, hit, display, language))
    grouped: list[ListRow] = []
    for section, rows in sections.items():
        title = display(document.sections[section - 1].title) or say(language, "document.untitled")
        grouped += [heading_row(f"section:{section}", title), *rows]
    if guesses:
        grouped += [heading_row("weak", say(language, "match.weak")), *guesses]
    return grouped


def heading_row(key: str, words: str) -> ListRow:
    """Make a quiet row that cannot be chosen."""
    return ListRow(key, ((words, "quiet"),), heading=True)


def _hit_row(document: Document, hit: Hit, display: Callable[[str], str], language: Language) -> ListRow:
    how = "" if hit.match == "exact" else f" {say(language, f'match.{hit.match}')} "
    digits = len(str(len(document.passages)))
    right = ((f"{how} {hit.passage:>{digits}}", "quiet"),)
    passage = document.passages[hit.passage - 1]
    return ListRow(str(hit.passage), (("  ", ""),), right, cut=partial(snippet, passage, hit.spans, display))
