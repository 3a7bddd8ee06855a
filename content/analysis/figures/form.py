"""The form in which figures are looked for: folded, one character for one, its clauses and sentences told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

# Folded, ，is the comma that also parts thousands.
_COMMA = str.maketrans("，", "；")
_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]*")
CLAUSE_ENDS = ",;:。!?\n"


def even(text: str) -> str:
    """Return a text folded; a full-width comma becomes a semicolon, so that it parts no thousands."""
    return fold(text.translate(_COMMA))


def sentences(folded: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a folded text begins and ends."""
    for found in _SENTENCE.finditer(folded):
        yield found.start(), found.end()


def clause_start(folded: str, at: int, lowest: int) -> int:
    """Return where the clause begins in which a place stands, not before `lowest`."""
    start = at
    while start > lowest and not _ends_clause(folded, start - 1):
        start -= 1
    return start


def clause_end(folded: str, at: int, highest: int) -> int:
    """Return where the clause ends in which a place stands, not behind `highest`."""
    end = at
    while end < highest and not _ends_clause(folded, end):
        end += 1
    return end


def _ends_clause(folded: str, at: int) -> bool:
    """Tell whether a clause ends at a character; a comma or colon between digits ends none."""
    if folded[at] not in CLAUSE_ENDS:
        return False
    between = folded[at] in ",:" and folded[at - 1 : at].isdigit() and folded[at + 1 : at + 2].isdigit()
    return not between
