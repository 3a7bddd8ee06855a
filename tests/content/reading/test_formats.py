"""Which format a file is, by its bytes first and by its name after that."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import content.reading
from content.reading import read
from content.reading.errors import ReadingError
from content.reading.formats import FORMATS, PLAIN, format_of
from content.reading.signatures import signature

TEXT = "灯塔每晚亮六个小时，看灯的人换了三代。".encode()


def zipped(*names):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "application/epub+zip" if name == "mimetype" else "x")
    return file.getvalue()


KINDS = [
    (b"%PDF-1.7\nplain enough to be read", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(80), "word"),
    (b"{\\rtf1\\ansi text}", "word"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff\xe0", "picture"),
    (b"GIF89a", "picture"),
    (b"RIFF\x24\0\0\0WEBPVP8 ", "picture"),
    (b"\0\0\0\x18ftypheic", "picture"),
    (b"BM\x36\0\x0c\0\0\0\0\0", "picture"),
    (b'<?xml version="1.0"?>\n<svg xmlns="x">', "picture"),
    (b"<!DOCTYPE html><p>", "html"),
    ("\ufeff <!-- saved -->\r\n<HTML lang=zh>".encode(), "html"),
    ('<?xml version="1.0"?>\n<html xmlns="x">'.encode("utf-16"), "html"),
    ("<!doctype html>".encode("utf-32"), "html"),
    (b"bplist00\xd1\x01", "webarchive"),
    (b'<?xml version="1.0"?><plist version="1.0"><dict><key>WebMainResource</key>', "webarchive"),
    (b'<?xml version="1.0"?><plist version="1.0"><dict><key>Other</key>', None),
    (b"From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\n y\r\nMIME-Version: 1.0\r\n\r\n", "mhtml"),
    (b'Content-Type: multipart/related;\n\tboundary="x"\n\n', "mhtml"),
    (b"A note on mail:\nMIME-Version: 1.0\nis a header line\n", None),
    (zipped("mimetype", "META-INF/container.xml"), "epub"),
    (zipped("META-INF/container.xml", "mimetype"), "epub"),
    (zipped("[Content_Types].xml", "word/document.xml"), "docx"),
    (zipped("a.txt"), "archive"),
    (TEXT, None),
    (b"BM", None),
    (b"", None),
]


@pytest.mark.parametrize(("data", "kind"), KINDS, ids=lambda value: repr(value)[:24])
def test_bytes_say_what_they_are(data, kind):
    assert signature(data) == kind


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"%PDF-1.7\nplain enough to be read", "文.txt", "pdf"),
        (TEXT, "文.PDF", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "文", "word"),
        (TEXT, "文.doc", "word"),
        (b"\x89PNG\r\n\x1a\n", "文.txt", "picture"),
        (TEXT, "文.svg", "picture"),
        (zipped("xl/workbook.xml"), "文.xlsx", "unsupported"),
        (zipped("a.txt"), "文.epub", "damaged"),
    ],
    ids=lambda value: repr(value)[:16],  # an archive holds the time at which it was made
)
def test_what_is_never_read_says_what_to_do(data, name, reason):
    with pytest.raises(ReadingError) as caught:
        read(data, name)
    assert caught.value.reason == reason
    assert caught.value.name == name


@pytest.mark.parametrize("name", ["文.txt", "文", "-", ".txt", "", "文.unheard"])
def test_what_nobody_knows_is_plain_text(name):
    assert format_of(TEXT, name) is PLAIN


def test_every_format_has_its_module_and_its_own_suffixes():
    suffixes = [suffix for each in FORMATS.values() for suffix in each.suffixes]
    assert len(suffixes) == len(set(suffixes))
    for each in FORMATS.values():
        assert callable(each.reader())
        assert format_of(TEXT, f"文{each.suffixes[0].upper()}") is each
        assert list(Path(content.reading.__file__).parent.glob(f"{each.name}*"))


@given(st.binary(max_size=200))
def test_any_bytes_are_of_some_format_or_none(data):
    for head in (b"", b"PK\x03\x04", b"<?xml ", b"<!--", b"A:"):
        assert signature(head + data) in {None, *(kind for _, kind in KINDS)}
