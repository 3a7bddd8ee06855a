"""EPUB to a document: the files of the spine in their order, headed as the book's contents say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.reading.archive import Archive
from content.reading.assembly import assemble
from content.reading.epub.chapters import read_chapters
from content.reading.epub.contents import read_contents
from content.reading.epub.metadata import read_book
from content.reading.epub.package import read_package
from content.reading.errors import ReadingError
from content.reading.texts import stem

if TYPE_CHECKING:
    from content.document import Document

__all__ = ["read_epub"]


def read_epub(data: bytes, name: str, *, encoding: str | None) -> Document:
    """Read an EPUB 2 or 3; `encoding` is for the files in it that are not in the one they declare.

    Raises ReadingError: damaged, encrypted, unsafe, too_large, empty; undecodable, unknown_encoding.
    """
    archive = Archive(data, name)
    package = read_package(archive, name)
    book = read_book(package.metadata)
    chapters = read_chapters(archive, package, read_contents(archive, package, name), name, encoding)
    if not chapters.parts:
        raise ReadingError("empty", name)
    return assemble(
        chapters.parts,
        title=book.title or stem(name),
        byline=book.byline,
        source=book.source,
        date=book.date,
        removed=chapters.removed,
        replaced=chapters.replaced,
    )
