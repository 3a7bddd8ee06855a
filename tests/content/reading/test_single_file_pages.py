"""Pages saved as one file: which part is the page, and in which encoding it reaches the reader of pages."""

from __future__ import annotations

import base64
import plistlib
import quopri
from dataclasses import dataclass

import pytest
from books import PROSE
from hypothesis import given, settings
from hypothesis import strategies as st

import content.reading.html
from content.reading.errors import ReadingError
from content.reading.mhtml import read_mhtml
from content.reading.stated import stated_encoding
from content.reading.webarchive import read_webarchive

HTML = f"<html><head><title>雾港纪事</title></head><body><p>{PROSE}</p></body></html>"


@dataclass
class Handed:
    """What the reader of pages was given."""

    content: bytes = b""
    encoding: str | None = None


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> Handed:
    seen = Handed()

    def read_html(data: bytes, name: str, *, encoding: str | None) -> None:
        assert name == "雾.mhtml"
        seen.content, seen.encoding = data, encoding

    monkeypatch.setattr(content.reading.html, "read_html", read_html)
    return seen


def part(content: bytes, media_type: str, *headers: str, base: bool = False) -> bytes:
    body = base64.encodebytes(content) if base else quopri.encodestring(content)
    lines = [f"Content-Type: {media_type}", *headers]
    lines.append(f"Content-Transfer-Encoding: {'base64' if base else 'quoted-printable'}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def saved(*parts: bytes, headers: str = "", end: bool = True) -> bytes:
    head = (
        "From: <Saved by a browser>\r\nSubject: =?utf-8?Q?=E9=9B=BE?=\r\nMIME-Version: 1.0\r\n"
        f'{headers}Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n'
    )
    marked = b"".join(b"\r\n------x\r\n" + each for each in parts)
    return head.encode() + marked + (b"\r\n------x--\r\n" if end else b"")


PICTURE = part(b"\x89PNG\r\n", "image/png", "Content-Location: http://x.invalid/a.png", base=True)


@pytest.mark.parametrize("base", [False, True])
def test_the_page_is_taken_out_of_its_wrapping(handed: Handed, base: bool) -> None:
    made = saved(PICTURE, part(HTML.encode(), "text/html", base=base), PICTURE)
    read_mhtml(made, "雾.mhtml", encoding=None)
    assert handed.content.replace(b"\r\n", b"\n").strip().decode() == HTML
    assert handed.encoding is None


@pytest.mark.parametrize(
    ("written", "charset", "encoding"),
    [
        ("gb18030", "gb2312", "gb18030"),
        ("big5", "big5", "big5hkscs"),
        ("utf-8", "gb2312", None),
        ("gb18030", "utf-8", None),
        ("gb18030", "no-such-charset", None),
    ],
)
def test_a_charset_is_believed_where_it_can_be_right(
    handed: Handed, written: str, charset: str, encoding: str | None
) -> None:
    html = HTML.replace("雾港纪事", "港口").replace(PROSE, "港口的夜晚")
    read_mhtml(
        saved(part(html.encode(written), f'text/html; charset="{charset}"')), "雾.mhtml", encoding=None
    )
    assert handed.encoding == encoding
    read_mhtml(
        saved(part(html.encode(written), f"text/html; charset={charset}")), "雾.mhtml", encoding="utf-16"
    )
    assert handed.encoding == "utf-16"


def test_the_page_that_is_named_comes_before_its_frames(handed: Handed) -> None:
    frame = part(b"<html>frame</html>", "text/html", "Content-Location: cid:frame")
    main = part(HTML.encode(), "text/html", "Content-Location: http://x.invalid/")
    read_mhtml(
        saved(frame, main, headers="Snapshot-Content-Location: http://x.invalid/\r\n"),
        "雾.mhtml",
        encoding=None,
    )
    assert "雾港纪事" in handed.content.decode()


def test_a_page_cut_off_gives_what_there_is(handed: Handed) -> None:
    read_mhtml(saved(part(HTML.encode(), "text/html"), end=False)[:-60], "雾.mhtml", encoding=None)
    assert "雾港纪事" in handed.content.decode("utf-8", "replace")


def test_a_message_in_plain_text_is_a_text() -> None:
    document = read_mhtml(saved(part(PROSE.encode(), "text/plain; charset=utf-8")), "雾.mhtml", encoding=None)
    assert document.text == PROSE


@pytest.mark.parametrize(
    "data", [saved(PICTURE), saved(), b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx"]
)
def test_a_file_without_a_page_is_damaged(data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read_mhtml(data, "雾.mhtml", encoding=None)
    assert caught.value.reason == "damaged"


def test_parts_within_parts_without_end_are_refused() -> None:
    deep = b"MIME-Version: 1.0\r\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(3000)
    )
    with pytest.raises(ReadingError):
        read_mhtml(deep, "雾.mhtml", encoding=None)


def archived(
    html: bytes, *, encoding: str = "UTF-8", media_type: str = "text/html", binary: bool = True
) -> bytes:
    page = {
        "WebResourceData": html,
        "WebResourceMIMEType": media_type,
        "WebResourceTextEncodingName": encoding,
        "WebResourceURL": "http://x.invalid/",
    }
    made = {"WebMainResource": page, "WebSubresources": [{"WebResourceData": b"\x89PNG"}]}
    return plistlib.dumps(made, fmt=plistlib.FMT_BINARY if binary else plistlib.FMT_XML)


@pytest.mark.parametrize("binary", [False, True])
@pytest.mark.parametrize(("encoding", "stated"), [("UTF-8", None), ("gb18030", "gb18030")])
def test_the_main_resource_is_the_page(
    handed: Handed, binary: bool, encoding: str, stated: str | None
) -> None:
    read_webarchive(
        archived(HTML.encode(encoding), encoding=encoding, binary=binary), "雾.mhtml", encoding=None
    )
    assert (handed.content.decode(encoding), handed.encoding) == (HTML, stated)


def webarchive_reason(data: bytes) -> str:
    with pytest.raises(ReadingError) as caught:
        read_webarchive(data, "雾.webarchive", encoding=None)
    return caught.value.reason


def test_archives_that_are_none_are_refused() -> None:
    whole = archived(HTML.encode())
    assert {webarchive_reason(whole[:length]) for length in range(0, len(whole) - 1, 40)} == {"damaged"}
    assert webarchive_reason(plistlib.dumps({"WebMainResource": []})) == "damaged"
    assert webarchive_reason(plistlib.dumps([])) == "damaged"
    assert webarchive_reason(archived(b"x", media_type="image/png")) == "unsupported"
    assert webarchive_reason(b"bplist00" + b"\0" * 7 + b"\1\1" + b"\xff" * 24) == "damaged"


def test_entities_in_an_archive_are_refused() -> None:
    laughs = archived(HTML.encode(), binary=False).replace(
        b"<plist", b'<!DOCTYPE plist [<!ENTITY a "b">]><plist', 1
    )
    laughs = laughs.replace(b'<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" ', b"", 1)
    laughs = laughs.replace(b'"http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n', b"", 1)
    assert webarchive_reason(laughs) == "unsafe"


def test_lists_within_lists_without_end_are_refused() -> None:
    deep = b"<plist version='1.0'>" + b"<array>" * 100_000 + b"</array>" * 100_000 + b"</plist>"
    assert webarchive_reason(b"<?xml version='1.0'?>" + deep) == "damaged"


@given(
    st.binary(max_size=60),
    st.sampled_from([b"", b"bplist00", b"MIME-Version: 1.0\n", b"<?xml version='1.0'?><plist>"]),
)
@settings(max_examples=150)
def test_bytes_of_any_kind_are_a_document_or_a_reading_error(data: bytes, start: bytes) -> None:
    for reader in (read_mhtml, read_webarchive):
        try:
            assert reader(start + data, "x", encoding=None).passages
        except ReadingError:
            continue


def test_a_stated_charset_with_a_nul_is_nothing() -> None:
    assert stated_encoding(b"\xff\xfe", "utf\0") is None
    assert stated_encoding(b"\xff\xfe", None) is None
