"""Bytes in, a document out: decoding, site chrome, structure."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from content.reading.errors import ReadingError
from content.scrub import scrub, scrub_line

if TYPE_CHECKING:
    from content.document import Document

__all__ = ["read"]


def read(data: bytes, name: str, *, encoding: str | None = None) -> Document:
    """Read the bytes of a file as a document.

    `name` is the file's name, `-` for none: it gives the title where the text tells none, and is in errors.
    `encoding` overrides what the bytes look like.

    Raises ReadingError: empty, binary, unsupported, too_large, undecodable, unknown_encoding.
    """
    # Here and not above: the bundled edition starts the program without them.
    from content.reading.decoding import decode
    from content.reading.plain import read_plain

    name = scrub_line(name)
    decoded = decode(data, name, encoding=encoding)
    scrubbed = scrub(decoded.text)
    if not scrubbed.text.strip():
        raise ReadingError("empty", name)
    stem = "" if name == "-" else PurePath(name).stem
    return read_plain(scrubbed.text, stem, replaced=decoded.replaced + scrubbed.replaced)
