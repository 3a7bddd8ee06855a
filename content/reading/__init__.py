"""Bytes in, a document out: decoding, site chrome, structure; a module for each format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.reading.errors import ReadingError
from content.scrub import scrub_line

if TYPE_CHECKING:
    from content.document import Document

__all__ = ["read"]


def read(data: bytes, name: str, *, encoding: str | None = None) -> Document:
    """Read the bytes of a file as a document, in whichever format of `content.reading.formats` they are.

    `name` is the file's name, `-` for none: it gives the title where the text tells none, and is in errors.
    `encoding` overrides what the bytes look like.

    Raises ReadingError: empty, too_large, binary, unsupported, undecodable, unknown_encoding; damaged,
    encrypted, unsafe; needs_office for DOCX without mammoth; pdf, word and picture for what is never read.
    """
    # Here and not above: the bundled edition starts the program without them.
    from content.reading.formats import format_of
    from content.reading.limits import LARGEST, LARGEST_SAID

    name = scrub_line(name)
    if len(data) > LARGEST:
        raise ReadingError("too_large", name, LARGEST_SAID)
    if not data.strip():
        raise ReadingError("empty", name)
    return format_of(data, name).reader()(data, name, encoding=encoding)
