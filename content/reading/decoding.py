"""Bytes to text: which encoding they are in, and which bytes are no text at all."""

from __future__ import annotations

from dataclasses import dataclass

from content.reading.errors import ReadingError

LARGEST = 256 * 1024 * 1024
"""In bytes: what is read at most."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how many U+FFFD stand in it for bytes that could not be decoded."""

    text: str
    replaced: int


def decode(data: bytes, name: str, *, encoding: str | None = None) -> Decoded:
    """Decode."""
    if not data.strip():
        raise ReadingError("empty", name)
    text = data.decode(encoding or "utf-8", "replace")
    return Decoded(text, text.count("\ufffd"))
