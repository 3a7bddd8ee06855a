"""Search hits as rows, grouped by section, each with a snippet cut around what matched."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining

from tui.strings import Language, say
from tui.widgets.row_list import ListRow, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from content.document import Document, Passage, Span
    from content.search import Hit

_BEFORE = 10  # of this many cells of a row one character of context stands before the first match
_LONGEST = 160  # characters of a snippet: more than the widest terminal shows
_JOINERS = "\u200d\ufe0e\ufe0f"


def hit_rows(
    document: Document, hits: Sequence[Hit], display: Callable[[str], str], language: Language, width: int
) -> list[ListRow]:
    """Make rows, `width` cells wide, of hits: the sure ones by section in reading order.

    The guesses come after them, the best first.
    """
    sure = sorted((hit for hit in hits if not hit.weak), key=lambda hit: hit.passage)
    rows: list[ListRow] = []
    section = None
    for hit in sure:
        passage = document.passages[hit.passage - 1]
        if passage.section != section:
            section = passage.section
            title = display(document.section_of(passage).title)
            rows.append(ListRow(f"section:{section}", ((title, "quiet"),), heading=True))
        rows.append(_hit_row(passage, hit, display, language, width))
    guesses = [hit for hit in hits if hit.weak]
    if guesses:
        rows.append(ListRow("weak", ((say(language, "match.weak"), "quiet"),), heading=True))
        rows += [
            _hit_row(document.passages[hit.passage - 1], hit, display, language, width) for hit in guesses
        ]
    return rows


def query_rows(groups: Mapping[str, Sequence[str]], prefix: str) -> list[ListRow]:
    """Make rows of queries under the headings of their groups; a row's key is the query after `prefix`."""
    rows: list[ListRow] = []
    for heading, queries in groups.items():
        if queries:
            rows.append(ListRow(f"heading:{heading}", ((heading, "quiet"),), heading=True))
            rows += [ListRow(f"{prefix}{query}", (("  ", ""), (query, ""))) for query in queries]
    return rows


def _hit_row(
    passage: Passage, hit: Hit, display: Callable[[str], str], language: Language, width: int
) -> ListRow:
    how = "" if hit.match == "exact" else f" {say(language, f'match.{hit.match}')} "
    right = ((how, "mark"), (f" {passage.number}", "quiet"))
    left = (("  ", ""), *snippet(passage, hit.spans, display, width // _BEFORE))
    return ListRow(str(hit.passage), left, right)


def snippet(
    passage: Passage, spans: Sequence[Span], display: Callable[[str], str], before: int
) -> tuple[Part, ...]:
    """Cut a passage's text around the first of the spans, which are offsets in the document's text.

    About `before` characters of it stand before the first span.
    """
    text = display(passage.text)
    marks = [(span.start - passage.start, span.end - passage.start) for span in spans]
    marks = [(max(0, start), min(len(text), end)) for start, end in marks if end > 0 and start < len(text)]
    begin = max(0, (marks[0][0] if marks else 0) - before)
    while begin and (combining(text[begin]) or text[begin] in _JOINERS or text[begin - 1] == "\u200d"):
        begin -= 1
    end = min(len(text), begin + _LONGEST)
    parts: list[Part] = [("…", "quiet")] if begin else []
    position = begin
    for left, right in marks:
        if left >= end:
            break
        if left > position:
            parts.append((text[position:left], ""))
        parts.append((text[max(left, position) : right], "hit"))
        position = max(position, right)
    parts.append((text[position:end], ""))
    return tuple((string.replace("\n", " "), part) for string, part in parts if string)
