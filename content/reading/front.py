"""What stands above an article: the page's head, the title, who and when, an epigraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.reading.chrome import is_chrome, is_everyday_button
from content.reading.datelines import read_signature
from content.reading.headings import heading_family
from content.reading.lines import ends_sentence
from content.reading.metadata import Metadata, read_metadata
from content.reading.patterns import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD = 40
"""In paragraphs: how far a page's head may reach."""

_LONGEST_TITLE = 50
_LONGEST_EPIGRAPH = 120
_EPIGRAPH_LINES = 4
_ATTRIBUTION = re.compile(r"(?:——|—|――|――|－－|--|──|⸺)\s*[^\s—\-][^。！？]{0,40}")
_OPENING_QUOTES = '「『“‘"(（—-*•·'


@dataclass(frozen=True, slots=True)
class Front:
    """The head of a text, in indexes of its paragraphs; `start` is that of the article's first paragraph."""

    title: str | None
    metadata: Metadata
    epigraph: tuple[int, ...]
    removed: tuple[int, ...]
    start: int


def read_front(paragraphs: Sequence[str]) -> Front:
    """Read a text from its first line down to the first that can only be the article's."""
    told, above = _above_title(paragraphs)
    titled = not told.title and _opens_with_title(paragraphs[above : above + 2])
    if above and not (titled or told.title):  # no page's head then, but the text itself
        told, above = Metadata(), 0
        titled = _opens_with_title(paragraphs, buttons_too=True)
    title = paragraphs[above] if titled else told.title
    index = above + titled
    removed = list(range(above))
    epigraph: list[int] = []
    while index < min(len(paragraphs) - 1, _HEAD):
        if found := read_metadata(paragraphs[index]) or read_signature(paragraphs[index]):
            told |= found
            removed.append(index)
            index += 1
        elif title and (is_chrome(paragraphs[index]) or (removed and is_everyday_button(paragraphs[index]))):
            removed.append(index)
            index += 1
        elif not epigraph and (length := _epigraph_length(paragraphs, index)):
            epigraph = list(range(index, index + length))
            index += length
        else:
            break
    return Front(title or told.title, told, tuple(epigraph), tuple(removed), index)


def _opens_with_title(paragraphs: Sequence[str], *, buttons_too: bool = False) -> bool:
    """Tell whether the first line is a title: short, no sentence, no heading, no metadata, and not alone."""
    if len(paragraphs) < 2 or len(line := paragraphs[0]) > _LONGEST_TITLE:
        return False
    if line[-1] in "。；;，,、：:" or "。" in line or (line[0] in _OPENING_QUOTES and ends_sentence(line)):
        return False
    if (
        line in words("headings", "contents")
        or heading_family(line) not in (None, "markdown")
        or _ATTRIBUTION.fullmatch(line)
        or read_metadata(line)
    ):
        return False
    return any(map(str.isalnum, line)) and (buttons_too or not is_chrome(line))


def _above_title(paragraphs: Sequence[str]) -> tuple[Metadata, int]:
    told, index = Metadata(), 0
    while index < min(len(paragraphs) - 1, _HEAD):
        line = paragraphs[index]
        if found := read_metadata(line):
            told |= found
        elif not (is_chrome(line) or is_everyday_button(line)):
            break
        index += 1
    return told, index


def _epigraph_length(paragraphs: Sequence[str], index: int) -> int:
    """Return how many paragraphs from `index` on are a quotation and the dash with its author; 0 for none."""
    for length, line in enumerate(paragraphs[index : index + _EPIGRAPH_LINES + 1], start=1):
        if length > 1 and _ATTRIBUTION.fullmatch(line):
            return length
        if len(line) > _LONGEST_EPIGRAPH or read_metadata(line):
            return 0
    return 0
