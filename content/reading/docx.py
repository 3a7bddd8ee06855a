"""Word documents (DOCX), by way of the HTML that mammoth makes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from content.reading.archive import Archive
from content.reading.assembly import Part, assemble
from content.reading.datelines import read_datelines
from content.reading.elements import Block, blocks
from content.reading.errors import ReadingError
from content.reading.front import read_front
from content.reading.headings import find_headings
from content.reading.markup import parse_xml
from content.reading.metadata import Metadata, is_medium, read_metadata
from content.reading.subheads import is_bold_heading
from content.reading.texts import stem
from content.reading.titles import full_width_marks
from content.reading.word_properties import read_properties
from content.reading.word_styles import style_map
from content.scrub import scrub, scrub_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from content.document import Document
    from content.reading.assembly import Break

_DOCUMENT = "word/document.xml"
_UNREAD = ("customXml/", "docProps/")
_STYLES = "word/styles.xml"
_NOTES = ("footnote-", "endnote-")


def read_docx(data: bytes, name: str, *, encoding: str | None) -> Document:  # noqa: ARG001 it says its own
    """Read a Word document: its title is what is styled so, else its only highest heading, else as in a text.

    What the text does not tell the properties of the file do.

    Raises ReadingError: damaged, encrypted, unsafe, too_large, empty; needs_office where mammoth is missing.
    """
    archive = Archive(data, name)
    root = parse_xml(f"<html>{_html(archive, data, name)}</html>".encode("utf-8", "replace"), name)
    _mark_notes(root)
    found, replaced = _scrubbed(blocks(root))
    title = _title(root, found)
    front = _below_title(found[1:]) if title else _front(found)
    if not front.body:
        raise ReadingError("empty", name)
    within = read_datelines([each.text for each in front.body])
    told = front.told | within | read_properties(archive, name)
    return assemble(
        _parts(front.body),
        title=full_width_marks(title or told.title or "") or stem(name),
        byline=told.byline,
        source=told.source or (told.account if told.account and is_medium(told.account) else None),
        date=told.date,
        removed=front.removed,
        replaced=replaced,
    )


def _html(archive: Archive, data: bytes, name: str) -> str:
    """Let mammoth make HTML of it: after a look at each file that it parses, with no picture opened."""
    if _DOCUMENT not in archive:
        raise ReadingError("damaged", name)
    styles: Element | None = None
    for path in archive:
        if path.endswith((".xml", ".rels")) and not path.startswith(_UNREAD):
            root = parse_xml(archive.read(path), name)
            styles = root if path == _STYLES else styles
    try:
        import mammoth
    except ImportError:
        raise ReadingError("needs_office", name) from None
    try:
        converted = mammoth.convert_to_html(
            BytesIO(data),
            style_map=style_map(styles),
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=lambda _: [],
        )
    except RecursionError as error:
        raise ReadingError("unsafe", name) from error
    except Exception as error:
        raise ReadingError("damaged", name) from error
    return str(converted.value)


def _mark_notes(root: Element) -> None:
    """Mark the footnotes and endnotes as such, and number each as the text refers to it."""
    notes = [each for each in root.iter("li") if (each.get("id") or "").startswith(_NOTES)]
    for number, note in enumerate(notes, start=1):
        note.set("role", "doc-footnote")
        first = note[0] if len(note) else note
        first.text = f"[{number}] {first.text or ''}"


def _scrubbed(raw: Sequence[Block | Break]) -> tuple[list[Block], int]:
    found = [each for each in raw if isinstance(each, Block)]
    replaced = sum(scrub(each.text).replaced for each in found)
    return [replace(each, text=scrub_line(each.text)) for each in found], replaced


def _title(root: Element, found: Sequence[Block]) -> str | None:
    """Return the title that the document opens with, None where nothing is marked as one."""
    if len(found) < 2 or not found[0].level:
        return None
    styled = any(each.get("class") == "title" for each in root.iter("h1"))
    levels = [each.level for each in found if each.level]
    alone = levels.count(found[0].level) == 1 and min(levels) == found[0].level
    return found[0].text if styled or alone else None


@dataclass(frozen=True, slots=True)
class _Front:
    """What stands above the text: what it tells, the lines that told it; and what is left."""

    told: Metadata
    removed: tuple[str, ...]
    body: Sequence[Block]


def _below_title(found: Sequence[Block]) -> _Front:
    told, index = Metadata(), 0
    while index < len(found) - 1 and not found[index].level and (line := read_metadata(found[index].text)):
        told |= line
        index += 1
    return _Front(told, tuple(each.text for each in found[:index]), found[index:])


def _front(found: Sequence[Block]) -> _Front:
    if not found or found[0].level:
        return _Front(Metadata(), (), found)
    front = read_front([each.text for each in found])
    epigraph = [replace(found[index], kind="epigraph") for index in front.epigraph]
    removed = tuple(found[index].text for index in front.removed)
    told = replace(front.metadata, title=front.title)
    return _Front(told, removed, [*epigraph, *found[front.start :]])


def _parts(found: Sequence[Block]) -> Iterator[Part]:
    ranks = sorted({each.level for each in found if each.level})
    deepest = 0
    bold = [is_bold_heading(found, index) for index in range(len(found))]
    shaped = {} if ranks or any(bold) else find_headings([each.text for each in found], frozenset())
    for index, block in enumerate(found):
        if block.level:
            deepest = ranks.index(block.level) + 1
            yield Part("heading", block.text, deepest)
        elif bold[index]:
            yield Part("heading", block.text, deepest + 1)
        elif index in shaped:
            yield Part("heading", block.text, shaped[index])
        else:
            yield Part(block.kind, block.text)
