"""Markdown to a document: header, title and lines about the text, headings, lists, tables, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.reading.assembly import Part, assemble
from content.reading.datelines import read_datelines
from content.reading.markdown.blocks import blocks
from content.reading.markdown.dialects import without_dialects
from content.reading.markdown.frame import find_frame
from content.reading.markdown.header import read_header
from content.reading.markdown.structure import parts
from content.reading.markdown.tables import tells_something
from content.reading.metadata import is_medium
from content.reading.texts import clean_text, stem
from content.reading.titles import full_width_marks

if TYPE_CHECKING:
    from content.document import Document
    from content.reading.markdown.block import Block


def read_markdown(data: bytes, name: str, *, encoding: str | None) -> Document:
    """Read a Markdown file, with what blogs and notebooks add to it.

    What stands below the title goes before what the header says, that before what stands at the end. The
    name gives the title where neither header nor text does.

    A header with nothing below it is the text itself. Raises ReadingError: all that `clean_text` raises.
    """
    read = clean_text(data, name, encoding=encoding)
    header = read_header(read.text)
    found = [*blocks(without_dialects(header.text))]
    fallback = stem(name)
    frame = find_frame(found, header.told.title, named=bool(fallback))
    inside = sorted(set(range(frame.start, frame.end)) - set(frame.removed))
    within = read_datelines([found[index].text for index in inside if found[index].kind == "body"])
    told = frame.told | header.told | frame.behind | within
    source = told.source or (told.account if told.account and is_medium(told.account) else None)
    signed = any(block.kind == "heading" for block in found)
    kept = set(inside)
    body = [*parts([found[index] for index in inside], signed=signed)]
    left_out = [block for index, block in enumerate(found) if index not in kept and _says(block, frame.title)]
    return assemble(
        body or [Part("body", line) for line in read.text.split("\n") if line.strip()],
        title=frame.title or fallback,
        byline=frame.told.byline or (() if header.by_nobody else told.byline),
        source=source,
        date=told.date,
        removed=[*header.lines, *(block.text for block in left_out)] if body else (),
        replaced=read.replaced,
    )


def _says(block: Block, title: str | None) -> bool:
    """Tell whether a block that is left out says something, and not only what the title says."""
    if block.kind == "picture":
        return tells_something(block.text)
    return block.is_text and full_width_marks(block.text) != title
