"""Pages saved as one file of MIME parts (RFC 2557), as Chrome, Edge and IE do."""

from __future__ import annotations

from email import message_from_bytes
from typing import TYPE_CHECKING

from content.reading.errors import ReadingError
from content.reading.stated import stated_encoding

if TYPE_CHECKING:
    from email.message import Message

    from content.document import Document

_PAGES = ("text/html", "application/xhtml+xml")


def read_mhtml(data: bytes, name: str, *, encoding: str | None) -> Document:
    """Read the page of a saved page; its frames, pictures and styles are left where they are.

    Raises ReadingError: damaged (no page in it), unsafe, and all that `read_html` raises.
    """
    try:
        message = message_from_bytes(data.lstrip())
        part = _page(message)
        content = part.get_payload(decode=True) if part is not None else None
        charset = part.get_content_charset() if part is not None else None
    except RecursionError as error:
        raise ReadingError("unsafe", name) from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:  # headers that nobody would write
        raise ReadingError("damaged", name) from error
    if part is None or not isinstance(content, bytes):
        raise ReadingError("damaged", name)
    encoding = encoding or stated_encoding(content, charset)
    if part.get_content_type() in _PAGES:
        from content.reading.html import read_html

        return read_html(content, name, encoding=encoding)
    from content.reading.plain import read_plain

    return read_plain(content, name, encoding=encoding)


def _page(message: Message) -> Message | None:
    """Return the part that is the page: the one that is named as the start, else the first of its kind."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    start, address = message.get_param("start"), message.get("Snapshot-Content-Location")
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    named = (
        part
        for part in pages
        if (start and part.get("Content-ID") == start)
        or (address and part.get("Content-Location") == address)
    )
    texts = (part for part in parts if part.get_content_type() == "text/plain" and part.get_payload())
    return next(named, None) or (pages[0] if pages else next(texts, None))
