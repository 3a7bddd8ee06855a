"""Archives and pages made to do harm, or broken: one clear error each, and nothing is fetched or unpacked."""

from __future__ import annotations

import random
import socket
import stat
import zipfile
from io import BytesIO

import pytest
from books import PROSE, book, book_files, page, zipped
from hypothesis import example, given, settings
from hypothesis import strategies as st

from content.document import Document
from content.reading import archive, markup
from content.reading.archive import Archive
from content.reading.epub import chapters, read_epub
from content.reading.errors import ReadingError
from content.reading.markup import parse_page, parse_xml

PAGE = "OEBPS/text/1.xhtml"
LAUGHS = '<!DOCTYPE html [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def files() -> dict[str, bytes | str]:
    return book_files({"1.xhtml": f"<p>{PROSE}</p>"})


def reason_of(data: bytes) -> str:
    with pytest.raises(ReadingError) as caught:
        read_epub(data, "书.epub", encoding=None)
    assert "书.epub" in str(caught.value)
    assert "\n" not in str(caught.value)
    return caught.value.reason


def with_page(content: bytes | str) -> bytes:
    return zipped({**files(), PAGE: content})


@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE, LAUGHS.replace("<!ENTITY a", "<!entity % a")])
@pytest.mark.parametrize("where", [PAGE, "OEBPS/book.opf", "META-INF/container.xml"])
def test_entities_are_refused_wherever_they_stand(declared: str, where: str) -> None:
    made = files()
    text = str(made[where])
    root = "<html" if where == PAGE else "<package" if where.endswith("opf") else "<container"
    at = text.index(root)
    made[where] = f"{declared}{text[at:]}".replace(PROSE, "&b;")
    assert reason_of(zipped(made)) == "unsafe"


def test_a_document_type_without_entities_is_no_harm_and_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    own = '<!DOCTYPE html SYSTEM "http://x.invalid/x.dtd" [<!ELEMENT p ANY>]>'
    text = f'{own}<html><head><link href="http://x.invalid/"/></head><body><p>{PROSE}&nbsp;&mdash;</p></body></html>'
    assert read_epub(with_page(text), "书.epub", encoding=None).text == f"{PROSE}\u00a0—"


@pytest.mark.parametrize("end", ["</div>" * 100_000, ""])
def test_nesting_without_end_is_refused(end: str) -> None:
    assert reason_of(with_page(page("<div>" * 100_000 + "雾" + end))) == "unsafe"


@pytest.mark.parametrize("path", ["../../out.xhtml", "/etc/out", "OEBPS/../../x", "..\\x"])
def test_paths_that_lead_out_are_refused(path: str) -> None:
    assert reason_of(zipped({**files(), path: "x"})) == "unsafe"


def test_links_of_the_file_system_are_refused() -> None:
    packed = BytesIO(zipped(files()))
    with zipfile.ZipFile(packed, "a") as made:
        linked = zipfile.ZipInfo("OEBPS/link")
        linked.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(linked, "/etc/passwd")
    assert reason_of(packed.getvalue()) == "unsafe"


@pytest.mark.parametrize(
    ("href", "reason"),
    [
        ("../../../etc/passwd", "unsafe"),
        ("%2e%2e/%2e%2e/passwd", "unsafe"),
        ("/etc/passwd", "empty"),
        ("file:///etc/passwd", "empty"),
        ("http://x.invalid/1.xhtml", "empty"),
    ],
)
def test_hrefs_that_lead_out_are_not_followed(href: str, reason: str) -> None:
    made = files()
    made["OEBPS/book.opf"] = str(made["OEBPS/book.opf"]).replace("text/1.xhtml", href)
    assert reason_of(zipped(made)) == reason


def test_too_many_entries_are_refused() -> None:
    assert reason_of(zipped(files() | {f"x/{n}": "" for n in range(archive.MOST_ENTRIES)})) == "unsafe"


def test_an_entry_that_inflates_without_end_is_refused() -> None:
    bomb = with_page(b"<html><body>" + b" " * archive.LARGEST_ENTRY)
    assert len(bomb) < 100_000
    assert reason_of(bomb) == "too_large"


def test_a_bomb_that_nobody_asks_for_is_refused_and_a_large_picture_is_not() -> None:
    bomb = b"\0" * (archive.LARGEST_ENTRY + 1)
    assert reason_of(zipped({**files(), "OEBPS/x.jpg": bomb})) == "too_large"
    picture = random.Random(4).randbytes(archive.LARGEST_ENTRY + 1)
    assert read_epub(zipped({**files(), "OEBPS/x.jpg": picture}), "书.epub", encoding=None).text == PROSE


def test_bombs_that_are_small_each_are_refused_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_WHOLE", 3_000_000)
    assert read_epub(zipped({**files(), "1": b"\0" * 1_000_000}), "书.epub", encoding=None).passages
    assert reason_of(zipped({**files(), **{str(n): b"\0" * 1_000_000 for n in range(4)}})) == "too_large"


def test_what_an_archive_says_of_its_size_is_not_believed() -> None:
    size = archive.LARGEST_ENTRY + 1_234_567
    bomb = bytearray(with_page(b" " * size))
    honest = size.to_bytes(4, "little")
    assert bomb.count(honest) == 2
    for _ in range(2):
        at = bomb.index(honest)
        bomb[at : at + 4] = (100).to_bytes(4, "little")
    assert reason_of(bytes(bomb)) in ("damaged", "too_large")


def test_entries_that_are_too_much_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_WHOLE", 4096)
    made = book({f"{n}.xhtml": f"<p>{'雾' * 500}</p>" for n in range(4)})
    assert reason_of(made) == "too_large"


def test_elements_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    made = book({f"{n}.xhtml": f"<p>{PROSE}</p>" + "<p/>" * 60 for n in range(3)})
    monkeypatch.setattr(markup, "MOST_ELEMENTS", 70)
    monkeypatch.setattr(chapters, "MOST_ELEMENTS", 200)
    assert read_epub(made, "书.epub", encoding=None).passages
    monkeypatch.setattr(chapters, "MOST_ELEMENTS", 150)
    assert reason_of(made) == "unsafe"
    monkeypatch.setattr(markup, "MOST_ELEMENTS", 50)
    assert reason_of(made) == "unsafe"


def test_an_entry_may_be_read_again_and_is_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_WHOLE", 10)
    opened = Archive(zipped({"a": "12345"}), "x")
    assert opened.read("a") == opened.read("A") == b"12345"
    with pytest.raises(ReadingError):
        opened.read("a")


ENCRYPTED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:EncryptedData '
    'xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptionMethod Algorithm="{}"/></e:EncryptedData>'
    "</encryption>"
)


def test_an_encrypted_book_is_refused_and_scrambled_fonts_are_no_encryption() -> None:
    locked = {
        **files(),
        "META-INF/encryption.xml": ENCRYPTED.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc"),
    }
    assert reason_of(zipped(locked)) == "encrypted"
    fonts = {**files(), "META-INF/encryption.xml": ENCRYPTED.format("http://www.idpf.org/2008/embedding")}
    assert read_epub(zipped(fonts), "书.epub", encoding=None).text == PROSE


def test_an_archive_with_a_password_is_refused() -> None:
    data = bytearray(zipped(files()))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    assert reason_of(bytes(data)) == "encrypted"


def test_a_truncated_book_is_damaged() -> None:
    data = book({"1.xhtml": f"<p>{PROSE * 50}</p>"})
    assert {reason_of(data[:length]) for length in range(0, len(data) - 1, 50)} == {"damaged"}


@pytest.mark.parametrize("missing", ["META-INF/container.xml", "OEBPS/book.opf"])
def test_a_book_without_its_package_is_damaged(missing: str) -> None:
    made = files()
    del made[missing]
    if missing.endswith("opf"):
        assert reason_of(zipped(made)) == "damaged"
    else:  # the package is found without being named
        assert read_epub(zipped(made), "书.epub", encoding=None).text == PROSE


@pytest.mark.parametrize("content", ["", "<p", "\0\0\0", b"\x89PNG\r\n\x1a\n\0\0"])
def test_a_book_without_text_is_empty(content: bytes | str) -> None:
    assert reason_of(with_page(content)) == "empty"


def test_a_page_that_is_missing_is_passed_over() -> None:
    made = book_files({"1.xhtml": f"<p>{PROSE}</p>", "2.xhtml": "<p>雾。</p>"})
    del made["OEBPS/text/2.xhtml"]
    assert read_epub(zipped(made), "书.epub", encoding=None).text == PROSE


def test_one_flipped_byte_is_a_document_or_a_reading_error() -> None:
    data = book({"1.xhtml": f"<h1>雾</h1><p>{PROSE}</p>"}, ncx="<navPoint/>")
    chance = random.Random(4)
    for _ in range(150):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            read_epub(bytes(broken), "书.epub", encoding=None)
        except ReadingError:
            continue


PIECES = (
    "<p> </p> <div id='a'> <a href='#a'> <br/> < & &nbsp; &#0; &#xd800; <![CDATA[ ]]> <!-- --> <? ?> ]> "
    "<pre> 雾 <h1> <!DOCTYPE <!DOCTYPE[ <tr><td> <sup> </sup> <x:y > <aside/role='doc-footnote'> <script> "
    "<title/> \0 \ufeff \u202e"
)
MARKUP = st.lists(st.sampled_from([*PIECES.split(" "), " ", "\ud800"]), max_size=25).map("".join)


@given(MARKUP)
@example("<pre>\ufeff")
@settings(max_examples=200)
def test_markup_of_any_kind_is_a_document_or_a_reading_error(written: str) -> None:
    data = written.encode("utf-8", "surrogatepass")
    for made in (with_page(data), zipped({**files(), "OEBPS/book.opf": data})):
        try:
            document = read_epub(made, "书.epub", encoding=None)
        except ReadingError:
            continue
        assert isinstance(document, Document)
        assert not {"\0", "\u202e", "\n"} & set("".join(each.text for each in document.passages))


@given(st.binary(max_size=80))
def test_bytes_of_any_kind_are_elements_or_a_reading_error(data: bytes) -> None:
    for parse in (parse_xml, parse_page):
        try:
            assert parse(data, "x") is not None
        except ReadingError:
            continue
