"""Which encoding bytes are in, and which bytes are no text."""

from __future__ import annotations

import pytest

from content.reading import decoding, read
from content.reading.decoding import decode
from content.reading.errors import ReadingError

SIMPLIFIED = (
    "去年春天，镇上开了一间慢邮局，信寄出去要一年才到，邮票比普通的贵一块钱。来寄信的人里有一半把信寄给自己，"
    "地址写得很慢，像是在想一年以后自己会住在哪里。"
)
TRADITIONAL = (
    "司機開了三十一年，他說自己閉著眼睛也知道哪一段鐵軌會響，響的時候就知道天要下雨。他不打算上觀光車，"
    "他說那不是電車，那是會動的茶館。"
)
CODECS = [
    *((codec, SIMPLIFIED) for codec in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")),
    *((codec, SIMPLIFIED) for codec in ("utf-32-le", "utf-32-be", "gb18030", "gbk", "gb2312")),
    *((codec, TRADITIONAL) for codec in ("utf-8", "utf-16-le", "gb18030", "big5", "big5hkscs", "cp950")),
]


@pytest.mark.parametrize(("codec", "text"), CODECS)
@pytest.mark.parametrize("length", [20, 60, 6000])
def test_the_encoding_is_told_from_the_bytes(codec, text, length):
    text = (text * (length // len(text) + 1))[:length]
    assert decode(text.encode(codec), "x").text.removeprefix("\ufeff") == text


@pytest.mark.parametrize(
    ("codec", "text"), [("utf-8", SIMPLIFIED), ("gbk", SIMPLIFIED), ("big5", TRADITIONAL)]
)
def test_broken_bytes_are_counted_and_cost_only_themselves(codec, text):
    half = len(text) // 2
    data = text[:half].encode(codec) + b"\xff\xff\n" + text[half:].encode(codec)
    decoded = decode(data, "x")
    assert decoded.text.startswith(text[:half])
    assert decoded.text.endswith(text[half + 1 :])
    assert decoded.replaced == decoded.text.count("\ufffd") > 0


def test_a_replacement_character_of_the_file_is_not_counted():
    assert decode("字\ufffd字".encode(), "x").replaced == 0


def test_an_override_wins():
    assert decode(SIMPLIFIED.encode("gbk"), "x", encoding="gbk").text == SIMPLIFIED
    assert decode(TRADITIONAL.encode("big5"), "x", encoding="gbk").text != TRADITIONAL


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\ufeff\u00a0\u3000\n".encode(), "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"\x00\x01\x02 binary \x00\x03", "binary"),
        (b"\x7fELF\x02\x01\x01" + bytes(60), "binary"),
        (b"\x1f\x8b plain enough to be read", "binary"),
        (b"PK\x03\x04 an archive of some sort", "unsupported"),
    ],
    ids=lambda value: repr(value[:12]) if isinstance(value, bytes) else value,
)
def test_what_is_no_text_says_why(data, reason):
    with pytest.raises(ReadingError) as caught:
        read(data, "文.txt")
    assert caught.value.reason == reason


@pytest.mark.parametrize("encoding", ["klingon", "hex", "zlib", "", "utf-8\0", "../utf-8"])
def test_an_unknown_encoding_says_so(encoding):
    with pytest.raises(ReadingError) as caught:
        read(b"text", "x.txt", encoding=encoding)
    assert caught.value.reason == "unknown_encoding"


def test_an_encoding_that_always_fails_says_so():
    with pytest.raises(ReadingError) as caught:
        read(b"text", "x.txt", encoding="undefined")
    assert caught.value.reason == "undecodable"


def test_too_large_names_the_limit(monkeypatch):
    monkeypatch.setattr(decoding, "LARGEST", 10)
    with pytest.raises(ReadingError, match="256 MiB"):
        read(b"a" * 11, "x.txt")


def test_a_stray_control_character_makes_no_binary_of_a_text():
    document = read(("钟声\x00" + SIMPLIFIED).encode(), "x.txt")
    assert document.text.startswith("钟声\ufffd去年")
    assert document.replaced == 1


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le"])
def test_a_hostile_text_is_read_and_disarmed(codec):
    hostile = "".join(map(chr, [*range(9), *range(14, 27), *range(28, 32), 127]))
    document = read(f"钟声响了，{SIMPLIFIED * 3}{hostile}\x1b]52;c;YQ==\x07".encode(codec), "x.txt")
    assert document.text.startswith("钟声响了，去年")
    assert document.replaced == len(hostile) + 2


def test_a_text_of_few_characters_may_hold_many_controls():
    assert read("云上\x00\x01\x02的天和地".encode(), "x.txt").text == "云上\ufffd\ufffd\ufffd的天和地"
