"""Bytes to text: which encoding they are in, and which bytes are no text at all."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.reading.errors import ReadingError
from content.reading.everyday import everyday_share
from content.reading.limits import LARGEST, LARGEST_SAID
from content.reading.resync import TWO_BYTES, decode_broken, is_out_of_step
from content.reading.stated import wider
from content.scrub import REPLACEMENT

if TYPE_CHECKING:
    from collections.abc import Iterable

_SAMPLE = 64 * 1024
"""In bytes: how much of a text is looked at to tell its encoding."""

_MOST_CONTROLS = 0.1
"""Of all bytes: a text in UTF-8 may hold stray control characters, a program or a picture holds more."""

_LEAST_EVERYDAY = 0.3
"""Of all characters: below this share of everyday characters, or none lost, it was no text."""

_DOUBTED = 0.7
"""Of all characters: a text that is whole has more everyday characters, one that is out of step has fewer."""

_BEGINNING = 4 * 1024
"""In bytes: how much is put in step to tell the encoding of what looks like a text in none."""

# The byte order marks of Unicode; the longer first, for that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# GB18030 contains GBK and GB2312, Big5-HKSCS contains Big5.
_WITHOUT_MARK = ("utf-8", "gb18030", "big5hkscs")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")

# PDF, ZIP (EPUB, DOCX), PNG, JPEG, old Office, gzip, 7z, SQLite, binary plist: what may hold much that looks
# like text. Others tell themselves by having none in them.
_NO_TEXT = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"SQLite format 3\0",
    b"bplist00",
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how many U+FFFD stand in it for bytes that could not be decoded."""

    text: str
    replaced: int


def decode(data: bytes, name: str, *, encoding: str | None = None) -> Decoded:
    """Decode a file: by its byte order mark, else as what makes the most everyday characters of it.

    Valid UTF-8 is UTF-8; otherwise GB18030, Big5-HKSCS, UTF-8 with errors and UTF-16/32 are tried on its
    beginning. `encoding`, a name Python knows, overrides all that; GB2312 and GBK are read as GB18030, which
    contains them, as web pages are (WHATWG Encoding). What cannot be decoded becomes U+FFFD; a line that is
    whole in another encoding than the file is read in that one.

    Raises ReadingError: too_large, empty, binary, undecodable, unknown_encoding.
    """
    if len(data) > LARGEST:
        raise ReadingError("too_large", name, LARGEST_SAID)
    if not data.strip():
        raise ReadingError("empty", name)
    if data.startswith(_NO_TEXT):
        raise ReadingError("binary", name)
    return _decode_as(data, wider(encoding), name) if encoding is not None else _decode(data, name)


def _decode(data: bytes, name: str) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding, name)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    many = controls > len(data) * _MOST_CONTROLS
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:  # a short text that is hostile holds many too, but Chinese between them
        if not many or (not text.isascii() and everyday_share(text[:_SAMPLE]) >= _LEAST_EVERYDAY):
            return Decoded(text, 0)
    sample = data[:_SAMPLE]
    shares = _shares(sample, _WIDE if many else (*_WITHOUT_MARK, *_WIDE))
    if not many and max(shares.values()) < _DOUBTED:
        shares = _shares(sample[:_BEGINNING], shares, in_step=True)
    best = max(shares, key=shares.__getitem__)
    if shares[best] < _LEAST_EVERYDAY:
        raise ReadingError("binary", name)
    return _decode_as(data, best, name, mixed=best in _WITHOUT_MARK)


def _shares(sample: bytes, encodings: Iterable[str], *, in_step: bool = False) -> dict[str, float]:
    """Return how everyday a sample looks in each encoding, put in step where it lost a byte if so wanted."""
    return {
        each: everyday_share(
            decode_broken(sample, each, mixed=False)
            if in_step and each in TWO_BYTES
            else sample.decode(each, "replace")
        )
        for each in encodings
    }


def _decode_as(data: bytes, encoding: str, name: str, *, mixed: bool = False) -> Decoded:
    try:
        text = data.decode(encoding, "replace")
        lost = REPLACEMENT in text and (mixed or encoding in TWO_BYTES)
        if lost or is_out_of_step(text, encoding):
            text = decode_broken(data, encoding, mixed=mixed)
    except UnicodeError:
        raise ReadingError("undecodable", name, encoding) from None
    except (LookupError, ValueError):  # ValueError: a NUL in the encoding's name
        raise ReadingError("unknown_encoding", name, encoding) from None
    stated = data.count(REPLACEMENT.encode()) if encoding.startswith("utf-8") else 0
    return Decoded(text, max(0, text.count(REPLACEMENT) - stated))
