"""The package of an EPUB: which files it has, and in which order they are read."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from content.reading.element_kinds import name_of
from content.reading.errors import ReadingError
from content.reading.markup import parse_xml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from content.reading.archive import Archive

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
# Fonts that are only scrambled (EPUB OCF, Adobe): the text is as open as ever.
_SCRAMBLED = frozenset(("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"))
_PAGES = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"))
_PAGE_SUFFIXES = (".xhtml", ".html", ".htm", ".xml")
_NCX = "application/x-dtbncx+xml"


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the manifest; `path` leads to it in the archive."""

    path: str
    media_type: str
    properties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Package:
    """What the package document says: `spine` are the paths of the pages in reading order.

    `nav` and `ncx` are the paths of the contents of EPUB 3 and 2, None where there are none.
    """

    metadata: Element | None
    spine: tuple[str, ...]
    nav: str | None
    ncx: str | None


def read_package(archive: Archive, name: str) -> Package:
    """Read the package document that the container names.

    Raises ReadingError: damaged, encrypted, unsafe, too_large.
    """
    _refuse_encrypted(archive, name)
    path = _package_path(archive, name)
    root = parse_xml(archive.read(path), name)
    parts = {name_of(element): element for element in root}
    items = _manifest(parts.get("manifest"), path)
    if any(each.path.startswith("../") for each in items.values()):
        raise ReadingError("unsafe", name)
    spine = parts.get("spine")
    ncx = items.get(spine.get("toc") or "") if spine is not None else None
    return Package(
        parts.get("metadata"),
        _spine(spine, items),
        next((each.path for each in items.values() if "nav" in each.properties), None),
        ncx.path if ncx else next((each.path for each in items.values() if each.media_type == _NCX), None),
    )


def resolve(href: str, base: str) -> tuple[str, str]:
    """Return the path in the archive and the fragment that a link in the file `base` leads to."""
    address, fragment = urldefrag(href)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(address))) if address else base
    return path.lstrip("/"), unquote(fragment)


def _refuse_encrypted(archive: Archive, name: str) -> None:
    if _ENCRYPTION not in archive:
        return
    for element in parse_xml(archive.read(_ENCRYPTION), name).iter():
        if name_of(element) == "encrypteddata":
            methods = [
                each.get("Algorithm") for each in element.iter() if name_of(each) == "encryptionmethod"
            ]
            if not methods or not _SCRAMBLED.issuperset(methods[:1]):
                raise ReadingError("encrypted", name)


def _package_path(archive: Archive, name: str) -> str:
    if _CONTAINER in archive:
        for element in parse_xml(archive.read(_CONTAINER), name).iter():
            path = unquote(element.get("full-path") or "")
            if name_of(element) == "rootfile" and path in archive:
                return path
    path = next((each for each in archive if each.lower().endswith(".opf")), "")
    if not path:
        raise ReadingError("damaged", name)
    return path


def _manifest(manifest: Element | None, base: str) -> dict[str, Item]:
    items: dict[str, Item] = {}
    for element in manifest if manifest is not None else ():
        href = element.get("href")
        if name_of(element) == "item" and href:
            properties = frozenset((element.get("properties") or "").split())
            media_type = (element.get("media-type") or "").lower()
            items[element.get("id") or href] = Item(resolve(href, base)[0], media_type, properties)
    return items


def _spine(spine: Element | None, items: Mapping[str, Item]) -> tuple[str, ...]:
    """Return the pages in order, those that are no part of it (`linear="no"`) behind the others."""
    references = [each for each in spine if name_of(each) == "itemref"] if spine is not None else []
    references.sort(key=lambda each: (each.get("linear") or "").lower() == "no")
    listed = [items[key] for each in references if (key := each.get("idref") or "") in items]
    pages = (each.path for each in listed or items.values() if _is_page(each))
    return tuple(dict.fromkeys(pages))


def _is_page(item: Item) -> bool:
    return item.media_type in _PAGES or (
        item.media_type in ("", "text/plain", "application/xml")
        and item.path.lower().endswith(_PAGE_SUFFIXES)
    )
