"""Headings in plain text: numbered ones by their shape, unnumbered ones by standing alone between prose."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from content.reading.captions import is_caption
from content.reading.lines import ends_sentence, is_prose
from content.reading.patterns import shape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LONGEST = 45
_LONGEST_UNNUMBERED = 22
# From the outermost to the innermost, as in the table of patterns.
_FAMILIES = (
    *("volume", "chapter", "section", "apart", "comma", "brackets"),
    *("bracketed", "digits", "decimal", "zero", "alone"),
)
# A line of these families is a heading only as one of a series.
_SERIAL = ("comma", "brackets", "bracketed", "digits", "decimal", "zero", "alone")
_FIRST = frozenset(
    "第卷上中下正序楔引前导導绪緒自代尾后後跋终終大结結番附致参參内內一二三四五六七八九十(（【0123456789IVXCP"
)
_MARKDOWN = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")
_OPENING = "“「『《"
_HEADING_ENDS = "？！?!”」』》"
_SPOKEN = re.compile(r"[“「『].*[？！?!…][”」』]")
_PAGE = re.compile(r"[\s.…·_-]+\d{1,4}$")
_PART = 0.1  # of a level: each further number in 1.2.3 makes it a level deeper
_NO_HEADING = re.compile("[。；;@]|https?:")
_CONTENTS = 3
"""So many headings of one family in a row, with nothing between, are a table of contents."""


def heading_family(line: str) -> str | None:
    """Return the family of numbered headings that a line could belong to, None for any other line."""
    if len(line) > _LONGEST:
        return None
    if line[0] == "#" and _MARKDOWN.fullmatch(line):
        return "markdown"
    if line[0] not in _FIRST:
        return None
    return next((each for each in _FAMILIES if shape("headings.families", each).fullmatch(line)), None)


def heading_text(line: str) -> str:
    """Return a heading without its Markdown signs."""
    marked = _MARKDOWN.fullmatch(line) if line[0] == "#" else None
    return marked[2] if marked else line


def find_headings(paragraphs: Sequence[str], breaks: frozenset[int]) -> dict[int, int]:
    """Return the level, from 1, of each paragraph that is a heading, by its index."""
    families: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(paragraphs):
        if len(line) <= _LONGEST and (family := heading_family(line)):
            families[family].append(index)
    for family, indexes in list(families.items()):
        kept = _without_contents(indexes, paragraphs)
        if not kept or (family in _SERIAL and not _is_series(kept, paragraphs)):
            del families[family]
        else:
            families[family] = kept
    if families:
        return _levels(families, paragraphs)
    return dict.fromkeys(_unnumbered(paragraphs, breaks), 1)


def _without_contents(indexes: Sequence[int], paragraphs: Sequence[str]) -> list[int]:
    """Leave out the runs of neighbours that make a table of contents.

    The first heading behind a table may touch it: it says again what stands in the table.
    """
    runs: list[list[int]] = []
    for index in indexes:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    kept: list[int] = []
    for run in runs:
        listed = [_PAGE.sub("", paragraphs[index]) for index in run]
        kept += run if len(run) < _CONTENTS else [run[-1]] if listed[-1] in listed[:-1] else []
    return kept


def _is_series(indexes: Sequence[int], paragraphs: Sequence[str]) -> bool:
    """Tell whether numbered lines have prose behind them, as headings do and the items of a list do not."""
    if len(indexes) < 2:
        return False
    followed = sum(index + 1 < len(paragraphs) and is_prose(paragraphs[index + 1]) for index in indexes)
    return followed * 2 > len(indexes)


def _levels(families: Mapping[str, Sequence[int]], paragraphs: Sequence[str]) -> dict[int, int]:
    depths: dict[int, float] = {
        index: _FAMILIES.index(family) + _PART * _dots(family, paragraphs[index])
        for family in families
        if family in _FAMILIES
        for index in families[family]
    }
    for index in families.get("markdown", ()):
        depths[index] = paragraphs[index].count("#", 0, 6)
    # A preface stands beside the chapters, or the volumes where there are no chapters.
    others = [depth for index, depth in depths.items() if index not in families.get("apart", ())]
    if others:
        depths |= dict.fromkeys(families.get("apart", ()), min(others))
    rank = {depth: level for level, depth in enumerate(sorted(set(depths.values())), start=1)}
    return {index: rank[depths[index]] for index in sorted(depths)}


def _dots(family: str, line: str) -> int:
    return line.split()[0].rstrip(".").count(".") if family == "decimal" else 0


def _unnumbered(paragraphs: Sequence[str], breaks: frozenset[int]) -> list[int]:
    """Return short lines between prose, where there are several and they are no captions; [] where unsure."""
    found = [
        index
        for index, line in enumerate(paragraphs)
        if len(line) <= _LONGEST_UNNUMBERED
        and index + 1 < len(paragraphs)
        and is_prose(paragraphs[index + 1])
        and (index == 0 or index in breaks or is_prose(paragraphs[index - 1]))
        and _could_head(line)
    ]
    said = [index for index in found if paragraphs[index][-1] in "？！?!"]
    if len(said) * 2 > len(found):  # cries and questions of a story, not of headings
        found = [index for index in found if index not in said]
    return found if len(found) >= 2 and len(found) * 3 <= len(paragraphs) else []


def _could_head(line: str) -> bool:
    if len(line) < 2 or not (line[0].isalnum() or line[0] in _OPENING) or _NO_HEADING.search(line):
        return False
    if _SPOKEN.search(line) or (ends_sentence(line) and line[-1] not in _HEADING_ENDS):
        return False
    return not is_caption(line)
