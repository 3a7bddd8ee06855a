"""Bytes to a clean text: decoded, scrubbed, and not empty."""

from __future__ import annotations

from pathlib import PurePath

from content.reading.decoding import Decoded, decode
from content.reading.errors import ReadingError
from content.scrub import scrub

_FEEDS = "\f\v"  # the ends of pages, and of lines within a paragraph: newlines of a text, if of no terminal's


def clean_text(data: bytes, name: str, *, encoding: str | None) -> Decoded:
    """Decode and scrub a file; `replaced` counts what either of them turned into U+FFFD.

    Raises ReadingError: empty, and all that `decode` raises.
    """
    decoded = decode(data, name, encoding=encoding)
    text = decoded.text.replace("\ufeff", "")  # where files were put together a mark stands within
    for feed in _FEEDS:
        text = text.replace(feed, "\n")
    scrubbed = scrub(text)
    if not scrubbed.text.strip():
        raise ReadingError("empty", name)
    return Decoded(scrubbed.text, decoded.replaced + scrubbed.replaced)


def stem(name: str) -> str:
    """Return what a file's name gives for a title where its text tells none: "" for standard input."""
    return "" if name == "-" else PurePath(name).stem
