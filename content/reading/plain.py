"""Plain text to a document: a line is a paragraph, and its neighbours tell what kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.reading.assembly import Break, Part, assemble
from content.reading.captions import is_caption, says_it_is_a_caption
from content.reading.chrome import tail_start
from content.reading.datelines import read_datelines, read_signature
from content.reading.front import read_front
from content.reading.headings import find_headings, heading_family, heading_text
from content.reading.lines import ends_sentence, is_item, split_lines
from content.reading.metadata import Metadata, is_medium, read_metadata
from content.reading.texts import clean_text, stem
from content.reading.titles import full_width_marks
from content.reading.verse import find_verse
from content.reading.wrapping import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.document import Document, Kind

_LONGEST_SPECIAL = 56
"""In characters: a longer paragraph is body, or an item of a list."""

_QUOTATION = re.compile(r"「[^「」]{8,60}」|“[^“”]{8,60}”|『[^『』]{8,60}』")
_BOOK = re.compile(r"《([^《》]+)》")


def read_plain(data: bytes, name: str, *, encoding: str | None) -> Document:
    """Read a plain text, whose name gives the title where the text tells none.

    Raises ReadingError: all that `clean_text` raises.
    """
    read = clean_text(data, name, encoding=encoding)
    lines = split_lines(unwrapped(read.text.split("\n")))
    end = tail_start(lines.paragraphs) or len(lines.paragraphs)
    front = read_front(lines.paragraphs[:end])
    told = front.metadata
    while end > front.start + 1 and read_signature(lines.paragraphs[end - 1]):
        end -= 1
    for line in lines.paragraphs[end:]:
        told |= read_metadata(line) or read_signature(line) or Metadata()
    told |= read_datelines(lines.paragraphs[front.start : end])
    source = told.source or (told.account if told.account and is_medium(told.account) else None)
    removed = [lines.paragraphs[index] for index in front.removed] + lines.paragraphs[end:]
    return assemble(
        _parts(lines.paragraphs, front.epigraph, front.start, end, lines.breaks),
        title=_clean(front.title, source) if front.title else stem(name),
        byline=told.byline,
        source=source,
        date=told.date,
        removed=removed,
        replaced=read.replaced,
    )


def _clean(title: str, source: str | None) -> str:
    """Take a title out of 《》 or a Markdown heading, and away from the name of the medium behind it."""
    if source:
        title = re.sub(rf"\s*[-_|｜—–]+\s*{re.escape(source)}$", "", title) or title
    book = _BOOK.fullmatch(title)
    return full_width_marks(book[1] if book else heading_text(title))


def _parts(
    paragraphs: Sequence[str], epigraph: Sequence[int], start: int, end: int, breaks: frozenset[int]
) -> Iterator[Part | Break]:
    for index in epigraph:
        yield Part("epigraph", paragraphs[index])
    body = paragraphs[start:end]
    breaks = frozenset(index - start for index in breaks)
    headings = find_headings(body, breaks)
    verse = find_verse(body, headings)
    for index, line in enumerate(body):
        if index in breaks and not headings:
            yield Break()
        if index in headings:
            yield Part("heading", heading_text(line), headings[index])
        elif index in verse:
            yield Part("verse", line)
        else:
            yield Part(_kind(body, index), line)


def _kind(body: Sequence[str], index: int) -> Kind:
    line = body[index]
    if len(line) > _LONGEST_SPECIAL and line[0].isalpha():
        return "body"
    if _is_item(line) and any(map(_is_item, _neighbours(body, index))):
        return "list"
    if len(line) > _LONGEST_SPECIAL:
        return "body"
    if is_caption(line) and (
        says_it_is_a_caption(line)
        or all(ends_sentence(each) or is_caption(each) for each in _neighbours(body, index))
    ):
        return "caption"
    if index == 0 and _QUOTATION.fullmatch(line) and len(body) > 1 and not _QUOTATION.fullmatch(body[1]):
        return "pullquote"
    return "body"


def _is_item(line: str) -> bool:
    """Tell whether a line could be in a list: by bullet or number, or as a chapter in a table of contents."""
    return is_item(line) or heading_family(line) is not None


def _neighbours(body: Sequence[str], index: int) -> list[str]:
    return [body[each] for each in (index - 1, index + 1) if 0 <= each < len(body)]
