"""Web pages to documents: the article out of all that surrounds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.reading.html.article import read_page
from content.reading.html.charset import decode_page
from content.reading.texts import stem

if TYPE_CHECKING:
    from content.document import Document

__all__ = ["read_html", "read_page"]


def read_html(data: bytes, name: str, *, encoding: str | None) -> Document:
    """Read a saved page; `encoding` overrides what its bytes look like.

    Raises ReadingError: empty, unsafe (nesting), binary, too_large, undecodable, unknown_encoding.
    """
    decoded = decode_page(data, name, encoding=encoding)
    return read_page(decoded.text, name, stem=stem(name), replaced=decoded.replaced)
