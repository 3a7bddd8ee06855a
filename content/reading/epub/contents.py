"""The contents of an EPUB: the titles of its sections, how deep each stands, and where it begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from content.reading.element_kinds import name_of
from content.reading.epub.package import resolve
from content.reading.errors import ReadingError
from content.reading.markup import parse_page
from content.reading.spacing import one_line
from content.scrub import scrub_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from content.reading.archive import Archive
    from content.reading.epub.package import Package

_TYPE = "{http://www.idpf.org/2007/ops}type"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: `level` counts from 1; `path` and `fragment` are "" where it leads nowhere."""

    title: str
    level: int
    path: str
    fragment: str


def read_contents(archive: Archive, package: Package, name: str) -> list[Entry]:
    """Read the contents, those of EPUB 3 before those of EPUB 2; [] where there are none that can be read.

    A line without a link, such as the title of a part, begins where the first line below it does.

    Raises ReadingError: unsafe, too_large.
    """
    for path, lines in ((package.nav, _nav), (package.ncx, _ncx)):
        if path is None or path not in archive:
            continue
        try:
            root = parse_page(archive.read(path), name)
        except ReadingError as error:
            if error.reason in ("unsafe", "too_large", "encrypted"):
                raise
            continue  # a book without contents is a book
        if entries := _placed([each for each in lines(root, path) if each.title]):
            return entries
    return []


def _nav(root: Element, path: str) -> Iterator[Entry]:
    navs = [each for each in root.iter() if name_of(each) == "nav"]
    told = [each for each in navs if "toc" in (each.get(_TYPE) or each.get("epub:type") or "").split()]
    waiting = [(each, 0) for each in (told or navs)[:1]]
    while waiting:
        element, level = waiting.pop()
        name = name_of(element)
        if level and name in ("a", "span"):
            yield _entry("".join(element.itertext()), level, element.get("href"), path)
            continue
        inner = level + (name in ("ol", "ul"))
        waiting += [(child, inner) for child in reversed(element)]


def _ncx(root: Element, path: str) -> Iterator[Entry]:
    waiting = [(each, 0) for each in root.iter() if name_of(each) == "navmap"][:1]
    while waiting:
        element, level = waiting.pop()
        inner = level + (name_of(element) == "navpoint")
        if inner > level:
            parts = {name_of(child): child for child in element}
            label, content = parts.get("navlabel"), parts.get("content")
            title = "".join(label.itertext()) if label is not None else ""
            yield _entry(title, inner, content.get("src") if content is not None else None, path)
        waiting += [(child, inner) for child in reversed(element)]


def _entry(title: str, level: int, href: str | None, base: str) -> Entry:
    return Entry(scrub_line(one_line(title)), level, *(resolve(href, base) if href else ("", "")))


def _placed(entries: list[Entry]) -> list[Entry]:
    placed = list(entries)
    for index in range(len(placed) - 2, -1, -1):
        below = placed[index + 1]
        if not placed[index].path and below.level > placed[index].level:
            placed[index] = replace(placed[index], path=below.path, fragment=below.fragment)
    return [each for each in placed if each.path]
