"""Every encoding is told from a text of 60 characters, and what is broken costs only itself."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from snippets import LENGTH, prose, snippets

from content.reading import read
from content.reading.decoding import decode
from content.reading.errors import ReadingError

UNICODE = ["utf-8", "utf-8-sig", *(f"utf-{bits}{order}" for bits in (16, 32) for order in ("", "-le", "-be"))]
CHINESE = ["gb18030", "gbk", "gb2312", "big5", "cp950", "big5hkscs"]
ARTICLE = 4000  # characters
SHORT = "今天天气很好，我们去公园散步，后来下了雨，大家都回家了，讨论产业互联网的前景与困难。"


def misread(count: int, script: str) -> Counter[tuple[str, str]]:
    """Count the snippets that are read as something else, by encoding and sort."""
    wrong: Counter[tuple[str, str]] = Counter()
    for sort, text in snippets(count, script):
        for codec in UNICODE + CHINESE:
            try:
                data = text.encode(codec)
            except UnicodeEncodeError:
                continue  # simplified characters in Big5
            try:
                right = decode(data, "x").text.removeprefix("\ufeff") == text
            except ReadingError:
                right = False
            wrong[codec, sort] += not right
    return +wrong


@pytest.mark.parametrize("script", ["", "s2t", "s2hk"])
def test_every_encoding_is_told_from_sixty_characters(script):
    assert misread(8, script) == {}


@pytest.mark.thorough
@pytest.mark.parametrize("script", ["", "s2t", "s2tw", "s2hk"])
def test_every_encoding_is_told_from_a_thousand_snippets(script):
    assert misread(150, script) == {}


@pytest.mark.parametrize("script", ["", "s2hk"])
@pytest.mark.parametrize("codec", UNICODE + CHINESE)
def test_an_article_in_every_encoding(codec, script):
    data = prose(script)[:ARTICLE].encode(codec, "ignore")
    document = read(data, "文.txt")
    assert "".join(each.text for each in document.passages) == data.decode(codec).removeprefix("\ufeff")
    assert document.replaced == 0


def test_four_bytes_of_gb18030():
    text = f"{prose()[:LENGTH]}\U00020bb7野家的{chr(0x4DB5)}字，還有\U0002a6a5。"
    assert decode(text.encode("gb18030"), "x").text == text


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5hkscs", "utf-16"])
def test_a_file_that_is_cut_within_a_character(codec):
    text = prose()[:200] if codec == "gb18030" else prose("s2tw")[:200]
    decoded = decode(text.encode(codec)[:-1], "x")
    assert decoded.text.removeprefix("\ufeff") == f"{text[:-1]}\ufffd"
    assert decoded.replaced == 1


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5hkscs"])
def test_a_file_that_begins_within_a_character(codec):
    data = prose("s2hk")[:2000].encode(codec, "ignore")
    assert decode(data[1:], "x").text.endswith(data.decode(codec)[8:])


@pytest.mark.parametrize("break_it", [b"\xff", b"\xc4", b""], ids=["foreign", "inserted", "taken out"])
@pytest.mark.parametrize("codec", ["gb18030", "big5hkscs"])
def test_a_lost_byte_costs_a_few_characters_and_not_the_line(codec, break_it):
    text = prose("s2hk")[:ARTICLE]
    data = bytearray(text.encode(codec, "ignore"))
    text = data.decode(codec)
    for place in (len(data) // 3, 2 * len(data) // 3 + 1):
        data[place : place + (not break_it)] = break_it
    decoded = decode(bytes(data), "x")
    assert decoded.replaced == decoded.text.count("\ufffd")
    kept = Counter(text) & Counter(decoded.text)
    assert len(text) - kept.total() <= 60
    assert decoded.text.startswith(text[: ARTICLE // 4])
    assert decoded.text.endswith(text[-ARTICLE // 4 :])


@pytest.mark.parametrize("length", [60, 300])
@pytest.mark.parametrize("lost", [6, 12, 30])
def test_the_encoding_of_a_short_text_is_told_though_a_byte_is_lost_early(length, lost):
    text = SHORT * (length // len(SHORT) + 1)
    data = bytearray(text[:length].encode("gb18030"))
    del data[lost]
    assert decode(bytes(data), "x").text.endswith(text[20:length])


def test_random_damage_is_bounded():
    chance = random.Random(7)
    text = prose()[:ARTICLE]
    for codec in ("gbk", "gb18030"):
        data = bytearray(text.encode(codec, "ignore"))
        for place in chance.sample(range(len(data)), 8):
            data[place] = chance.randrange(256)
        assert len(text) - (Counter(text) & Counter(decode(bytes(data), "x").text)).total() <= 240


def test_lines_in_another_encoding_than_the_file():
    lines = [prose()[start : start + 40] for start in range(0, 800, 40)]
    for own, other in (("utf-8", "gbk"), ("gb18030", "utf-8")):
        encoded = [line.encode(other if number % 7 == 3 else own) for number, line in enumerate(lines)]
        encoded[5] = encoded[5][:10] + b"\xff" + encoded[5][10:]
        decoded = decode(b"\n".join(encoded), "x")
        assert [mine == read for mine, read in zip(lines, decoded.text.split("\n"), strict=True)] == [
            number != 5 for number in range(len(lines))
        ]
        assert 1 <= decoded.replaced <= 4


@pytest.mark.parametrize("stated", ["gb2312", "GBK", "gb18030", " cp936 "])
def test_an_override_takes_what_contains_it(stated):
    text = "朱镕基与喆堃垚，嘅咗喺冇"
    assert decode(text.encode("gb18030"), "x", encoding=stated).text == text


@pytest.mark.parametrize("stated", ["GB18030", "gb2312", "MS936", "chinese"])
def test_what_lost_a_byte_is_put_in_step_however_its_encoding_is_written(stated):
    pieces = [prose().replace("\n", "")[start : start + 400] for start in (0, 400)]
    data = pieces[0].encode("gb18030")[:-1] + pieces[1].encode("gb18030")
    assert pieces[1][20:60] in decode(data, "x", encoding=stated).text


@pytest.mark.parametrize("stated", ["utf-8", "UTF-8", "utf8", "utf_8", "U8"])
def test_what_a_file_holds_itself_is_not_lost_however_its_encoding_is_written(stated):
    assert decode("雾\ufffd来了".encode(), "x", encoding=stated).replaced == 0


def test_an_override_is_not_second_guessed():
    data = f"{prose()[:40]}\n".encode() + prose()[:40].encode("gbk")
    decoded = decode(data, "x", encoding="utf-8")
    assert decoded.text.startswith(prose()[:40])
    assert decoded.replaced > 10


@pytest.mark.parametrize("newline", ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029", "\f", "\v", "\r\n\f\r"])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16"])
def test_newlines_of_every_kind(newline, codec):
    lines = [f"{prose()[start : start + 30]}。" for start in range(0, 300, 30)]
    document = read(newline.join(lines).encode(codec), "文.txt")
    assert [each.text for each in document.passages] == lines
    assert document.replaced == 0


def test_newlines_that_are_mixed():
    lines = [f"{prose()[start : start + 30]}。" for start in range(0, 240, 30)]
    kinds = ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029", "\f", ""]
    text = "".join(line + newline for line, newline in zip(lines, kinds, strict=True))
    assert [each.text for each in read(text.encode(), "文.txt").passages] == lines


def test_marks_where_files_were_put_together_are_dropped():
    document = read("\ufeff雾来了。\n\ufeff雾走了。".encode(), "文.txt")
    assert document.text == "雾来了。\n雾走了。"
