"""Rows for an empty search box: what was searched for lately, examples that hit, how to narrow a search."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.rows.hits import heading_row
from tui.strings import Language, say
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Document
    from tui.findings import Findings

PREFIX = "query:"
"""What the key of a row begins with that stands for a query; the rest is the query."""

_TELLING = 3  # characters of a word that says what a text is about; of those the most frequent is shown
_RECENT = 5  # of what was searched for lately: examples and the way to narrow shall be seen below them


def suggestion_rows(
    recent: Sequence[str], document: Document, findings: Findings, language: Language
) -> list[ListRow]:
    """Make rows of the queries, under their headings, and one of what else can be typed."""
    rows: list[ListRow] = []
    for heading, queries in (("recent", recent[:_RECENT]), ("examples", examples(document, findings))):
        if queries:
            rows.append(heading_row(f"heading:{heading}", say(language, f"search.{heading}")))
            rows += [ListRow(f"{PREFIX}{query}", (("  ", ""), (query, ""))) for query in queries]
    rows.append(heading_row("heading:", ""))
    rows.append(heading_row("heading:narrow", say(language, "search.narrow")))
    return rows


def examples(document: Document, findings: Findings) -> list[str]:
    """Return a name, and a word of the main theme by its initials and as it is: this text has them."""
    from content.chinese.sounding import initials_of

    names = sorted(findings.names, key=lambda finding: -finding.count)
    queries = [name.mentions[0].text for name in names[:1]]
    theme = max(findings.themes, key=lambda finding: finding.count, default=None)
    if theme:
        spans = [span for each in theme.passages for span in each.spans]
        words = Counter(document.text[span.start : span.end] for span in spans)
        word = max(words, key=lambda word: (min(len(word), _TELLING), words[word]))
        queries += [initials_of(word), word]
    return [query for query in dict.fromkeys(queries) if query]
