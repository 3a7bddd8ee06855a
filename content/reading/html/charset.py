"""A page's bytes to text: by what they are, whatever charset the page declares."""

from __future__ import annotations

import codecs
import re

from content.reading.decoding import Decoded, decode
from content.reading.errors import ReadingError
from content.reading.everyday import everyday_share
from content.scrub import scrub

_HEAD = 4096  # in bytes: where a charset is declared
_SAMPLE = 96 * 1024
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z][\w.:-]{1,30})", re.IGNORECASE)
# Tags and scripts are ASCII and say nothing of the text. No second byte of GB18030 or Big5 is `<` or `>`.
_MARKUP = re.compile(rb"<(script|style)\b.*?</\1|<[^<>]*>|\s+", re.IGNORECASE | re.DOTALL)
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs")
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "cp936": "gb18030",
    "cp950": "big5hkscs",
}
_LEAST_LEAD = 0.05
"""By so much of all characters a candidate must look better than what the page declares."""

_MOST_LOST = 0.01


def decode_page(data: bytes, name: str, *, encoding: str | None = None) -> Decoded:
    """Decode and scrub a page: by its mark, as UTF-8 where it is valid, else as what its text looks like.

    What the page declares counts where that looks as good.

    Raises ReadingError: empty, binary, undecodable, unknown_encoding, too_large.
    """
    decoded = decode(data, name, encoding=encoding or _encoding(data))
    scrubbed = scrub(decoded.text)
    if not scrubbed.text.strip():
        raise ReadingError("empty", name)
    return Decoded(scrubbed.text, decoded.replaced + scrubbed.replaced)


def _encoding(data: bytes) -> str | None:
    """Return the encoding of a page's text, None where its first bytes or its NULs tell it."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:_HEAD]:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    sample = _text_bytes(data)
    shares = {each: everyday_share(sample.decode(each, "replace")) for each in _CANDIDATES}
    declared = _declared(data)
    if declared and declared not in shares:
        text = sample.decode(declared, "replace")
        shares[declared] = everyday_share(text) if text.count("\ufffd") <= _MOST_LOST * len(text) else -1.0
    best = max(shares, key=shares.__getitem__)
    return declared if declared and shares[declared] >= shares[best] - _LEAST_LEAD else best


def _text_bytes(data: bytes) -> bytes:
    """Return the beginning of what is no markup, from the first byte on that is not ASCII."""
    text = _MARKUP.sub(b" ", data[: 64 * _SAMPLE])
    first = next((found.start() for found in re.finditer(rb"[\x80-\xff]", text)), 0)
    return text[first : first + _SAMPLE]


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        b"a".decode(name)
    except (LookupError, UnicodeError):  # unknown, or no encoding of text
        return None
    return _WIDER.get(name, name)
