"""Bytes to a clean text: decoded, scrubbed, and not empty."""

from __future__ import annotations

from pathlib import PurePath

from content.reading.decoding import Decoded, decode
from content.reading.errors import ReadingError
from content.scrub import scrub


def clean_text(data: bytes, name: str, *, encoding: str | None) -> Decoded:
    """Decode and scrub a file; `replaced` counts what either of them turned into U+FFFD.

    Raises ReadingError: empty, and all that `decode` raises.
    """
    decoded = decode(data, name, encoding=encoding)
    scrubbed = scrub(decoded.text)
    if not scrubbed.text.strip():
        raise ReadingError("empty", name)
    return Decoded(scrubbed.text, decoded.replaced + scrubbed.replaced)


def stem(name: str) -> str:
    """Return what a file's name gives for a title where its text tells none: "" for standard input."""
    return "" if name == "-" else PurePath(name).stem
