"""What the bytes of a file say that it is, whatever its name."""

from __future__ import annotations

import re

_HEAD = 8192
"""In bytes: how far the beginning of a file is looked at."""

# The first bytes of a format. The compound file of old Word is also how a DOCX with a password is kept.
_FIRST = (
    (re.compile(rb"%PDF-"), "pdf"),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\{\\rtf"), "word"),
    (
        re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0{4}", re.DOTALL),
        "picture",
    ),
    (re.compile(rb"RIFF.{4}WEBP|.{4}ftyp(?:hei[cx]|hevc|mif1|msf1|avi[fs])", re.DOTALL), "picture"),
    (re.compile(rb"bplist00"), "webarchive"),
)
_ZIP = b"PK\x03\x04"
# An EPUB's first entry says so, at a fixed place; where it does not, names in the directory at the end do.
_EPUB = re.compile(rb"PK\x03\x04.{26}mimetypeapplication/epub\+zip", re.DOTALL)
_ENTRIES = ((b"word/document.xml", "docx"), (b"META-INF/container.xml", "epub"))

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PROLOGUE = rb"(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*)*+"
_HTML = re.compile(_PROLOGUE + rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_SVG = re.compile(_PROLOGUE + rb"(?:<!doctype\s+svg[^>]{0,400}>\s*)?<svg\b", re.IGNORECASE | re.DOTALL)
_PROPERTY_LIST = re.compile(
    _PROLOGUE + rb"(?:<!doctype\s+plist[^>]{0,400}>\s*)?<plist\b", re.IGNORECASE | re.DOTALL
)

# The header of a Markdown text: `key: value` lines between two `---`, or `key = value` between two `+++`.
_MARKDOWN = re.compile(
    rb"(?:---[ \t]*\n(?:[^\s#:-][^\n:]*:[^\n]*\n|[ \t#][^\n]*\n|-[ \t][^\n]*\n|\n)++---"
    rb"|\+\+\+[ \t]*\n(?:[^\s#=+][^\n=]*=[^\n]*\n|[ \t#\[\]][^\n]*\n|\n)++\+\+\+)[ \t]*(?:\n|$)"
)
_HEADER_LINE = re.compile(rb"[A-Za-z][\w-]{0,60}:|[ \t]")
_MESSAGE = re.compile(rb"^(?:MIME-Version:|Content-Type:\s*multipart/related)", re.IGNORECASE | re.MULTILINE)


def signature(data: bytes) -> str | None:
    """Return what the bytes themselves say, None where they say nothing.

    That is html, markdown, mhtml, webarchive, epub, docx, archive (a ZIP of another sort), pdf, picture, or
    word: a document of old Word or an RTF. Whether the file is whole is for its reader to find out.
    """
    head = data[:_HEAD]
    for first, kind in _FIRST:
        if first.match(head):
            return kind
    if head.startswith(_ZIP):
        return _archive(data)
    # Markup and headers are ASCII: without its NULs UTF-16 and UTF-32 look like it.
    for mark in _MARKS:
        head = head.removeprefix(mark)
    head = head.translate(None, b"\0\r").lstrip()
    if _HTML.match(head):
        return "html"
    if _SVG.match(head):
        return "picture"
    if _PROPERTY_LIST.match(head):
        return "webarchive" if b"WebMainResource" in data else None
    if _MARKDOWN.match(head):
        return "markdown"
    return "mhtml" if _is_message(head) else None


def _archive(data: bytes) -> str:
    if _EPUB.match(data):
        return "epub"
    return next((kind for entry, kind in _ENTRIES if entry in data), "archive")


def _is_message(head: bytes) -> bool:
    """Tell whether a file begins with the header lines of a message that holds several parts."""
    header = head.partition(b"\n\n")[0]
    return bool(_MESSAGE.search(header)) and all(map(_HEADER_LINE.match, header.split(b"\n")))
