"""The pages of an EPUB to parts, headed by their own headings and by what the book's contents say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from content.reading.assembly import Break, Part
from content.reading.element_kinds import name_of
from content.reading.elements import Block, blocks
from content.reading.epub.headed import Headings
from content.reading.errors import ReadingError
from content.reading.headings import find_headings
from content.reading.markup import parse_page
from content.scrub import scrub, scrub_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from xml.etree.ElementTree import Element

    from content.reading.archive import Archive
    from content.reading.epub.contents import Entry
    from content.reading.epub.package import Package

MOST_ELEMENTS = 3_000_000
"""In a whole book: more would take minutes."""

_SKIPPABLE = ("empty", "binary", "damaged")
_MOST_LINKED, _FEWEST_LINKS = 0.8, 4
"""A page of so many links that hold this share of its text is a list of contents."""


@dataclass(slots=True)
class Chapters:
    """The parts of a whole book, the lines of its own contents, and how many characters were replaced."""

    parts: list[Part | Break] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    replaced: int = 0


def read_chapters(
    archive: Archive, package: Package, entries: Sequence[Entry], name: str, encoding: str | None
) -> Chapters:
    """Read the pages of the spine. A page that is missing, or holds no text, is passed over.

    Raises ReadingError: damaged, unsafe, too_large, encrypted, undecodable, unknown_encoding.
    """
    chapters = Chapters()
    headings = Headings(contents=bool(entries))
    by_path: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_path[entry.path].append(entry)
    left = MOST_ELEMENTS
    for path in package.spine:
        page = _page(archive.read(path), name, encoding) if path in archive else None
        if page is None:
            continue
        left -= sum(1 for _ in page.iter())
        if left < 0:
            raise ReadingError("unsafe", name)
        here = by_path[path]
        found = _scrubbed(blocks(page, anchors={each.fragment for each in here} - {""}), chapters)
        if _is_contents(page, found, is_nav=path == package.nav, alone=len(package.spine) == 1):
            chapters.removed += [each.text for each in found if isinstance(each, Block)]
        else:
            chapters.parts += headings.head(found, here)
    told = [each for each in chapters.parts if isinstance(each, Part)]
    if any(each.kind == "heading" for each in told):
        chapters.parts = [
            *(told if entries else _ranked(told))
        ]  # a rule within a chapter divides no chapters
    else:
        chapters.parts = _headed_by_shape(chapters.parts)
    return chapters


def _page(data: bytes, name: str, encoding: str | None) -> Element | None:
    try:
        return parse_page(data, name, encoding=encoding)
    except ReadingError as error:
        if error.reason in _SKIPPABLE:
            return None
        raise


def _scrubbed(found: Iterable[Block | Break], chapters: Chapters) -> list[Block | Break]:
    kept: list[Block | Break] = []
    for each in found:
        if isinstance(each, Block) and not each.text.isprintable():
            chapters.replaced += scrub(each.text).replaced
            each = replace(each, text=scrub_line(each.text))
        kept.append(each)
    return kept


def _is_contents(page: Element, found: Sequence[Block | Break], *, is_nav: bool, alone: bool) -> bool:
    """Tell whether a page is the book's contents and nothing else: its text says all that they say."""
    if alone:
        return False
    told = [each for each in found if isinstance(each, Block)]
    if is_nav and all(each.kind == "heading" for each in told):
        return True
    links = [
        sum(map(len, (text.strip() for text in each.itertext())))
        for each in page.iter()
        if name_of(each) == "a" and ":" not in (each.get("href") or ":")
    ]
    length = sum(len(each.text) for each in told if each.kind != "heading")
    return len(links) >= _FEWEST_LINKS and sum(links) >= length * _MOST_LINKED


def _ranked(parts: Sequence[Part]) -> list[Part]:
    """Give the headings of a book without contents levels that leave none out."""
    ranks = sorted({each.level for each in parts if each.level})
    return [replace(each, level=ranks.index(each.level) + 1) if each.level else each for each in parts]


def _headed_by_shape(parts: Sequence[Part | Break]) -> list[Part | Break]:
    """Head a book without any heading as a plain text is."""
    lines = [each.text for each in parts if isinstance(each, Part)]
    levels = find_headings(lines, frozenset()) if lines else {}
    headed: list[Part | Break] = []
    index = 0
    for each in parts:
        if isinstance(each, Part):
            headed.append(Part("heading", each.text, levels[index]) if index in levels else each)
            index += 1
        elif not levels:
            headed.append(each)
    return headed
