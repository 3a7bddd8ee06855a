"""Lines that were wrapped at a width are joined; lines that were meant stay."""

from __future__ import annotations

import re

import pytest
from opencc import OpenCC

from content.reading import read
from content.reading.edition import read_edition
from content.reading.wrapping import unwrapped

PARAGRAPHS = [passage.text for passage in read_edition().passages if passage.kind == "body"][:20]
TRADITIONAL = [OpenCC("s2tw").convert(each) for each in PARAGRAPHS]
ENGLISH = (
    "The ferry leaves at six in the morning, and nobody waits for it longer than they have to, because the "
    "fog comes back before noon and stays until the lamps are lit along the quay."
)
CLOSING = "，。、；：？！”」）》"


def cells(text):
    return len(text.encode("gb18030"))


def wrapped(paragraph, width, indent="", *, hanging=False):
    lines, line = [], indent
    for word in re.findall(r"[!-~]+ ?|.", paragraph):
        if cells(line) + cells(word.rstrip()) > width and not (hanging and word in CLOSING):
            lines.append(line.rstrip())
            line = ""
        line += word
    return [*lines, line.rstrip()]


def paragraphs_of(lines):
    return [passage.text for passage in read("\n".join(lines).encode(), "文.txt").passages]


def without_spaces(texts):
    return [text.replace(" ", "") for text in texts]


@pytest.mark.parametrize("hanging", [False, True])
@pytest.mark.parametrize(("indent", "blank"), [("　　", 0), ("    ", 0), ("", 1), ("　　", 1)])
@pytest.mark.parametrize("width", [24, 40, 60, 72, 76, 80, 120])
def test_paragraphs_that_are_marked_are_joined_at_any_width(width, indent, blank, hanging):
    for paragraphs in (PARAGRAPHS, TRADITIONAL):
        lines = []
        for each in paragraphs:
            lines += [*wrapped(each, width, indent, hanging=hanging), *[""] * blank]
        assert without_spaces(paragraphs_of(lines)) == without_spaces(paragraphs)


@pytest.mark.parametrize("width", [40, 60, 76])
def test_paragraphs_that_nothing_marks_are_mostly_told_from_their_lines(width):
    lines = [line for each in PARAGRAPHS for line in wrapped(each, width)]
    found = without_spaces(paragraphs_of(lines))
    whole = without_spaces(PARAGRAPHS)
    assert "".join(found) == "".join(whole)
    assert len(set(found) & set(whole)) >= len(whole) * 0.6


def test_words_are_joined_with_one_space_and_characters_with_none():
    lines = [*wrapped(ENGLISH, 60), "", *wrapped(PARAGRAPHS[0], 60), "", *wrapped(PARAGRAPHS[1], 60)]
    assert paragraphs_of(lines)[0] == ENGLISH


def test_a_space_stands_between_a_character_and_a_word_where_the_text_has_one():
    apart = "渡船在 2018 年修好了，船上装了 GPS 和一盏新灯，船老大说夜里也能开，票价还是 3 块钱。"
    for text in (apart, apart.replace(" ", "")):
        lines = [line for width in range(24, 40, 2) for line in [*wrapped(text * 2, 36), ""]]
        assert set(paragraphs_of(lines)) == {text * 2}


def test_a_mail_is_joined_within_its_quotations():
    lines = [
        "半夏你好：",
        "",
        "上次说的渡船已经修好了，船老大说下个月初就能开，票价还没有定，大概",
        "比去年贵两块钱。你要是来，最好提前三天告诉我，我去码头接你，码头的路",
        "还在修，不好走。",
        "",
        "> 上次你问的渡船，我去问过了，船老大不在，他的儿子说要等到月底，等零",
        "> 件从上海寄过来，寄过来还要装，装好了还要试。",
        "",
        "之遥",
    ]
    assert [len(each) for each in paragraphs_of(lines)] == [5, 75, 57, 2]


MEANT = [
    ["灯在对岸", "船在雾里", "人在灯下", "雾在人心"],
    ["渡口孤灯照水明，船家夜半数归程。", "潮来不问人何去，雾散方知岸已平。"] * 3,
    ["“还有多远的路要走才能到对岸的码头？”", "“快了，看见那盏灯就算是到对岸了。”"] * 3,
    ["1. 茶厂在山里面，仓库也在山里面", "2. 渡口在山脚下，码头也在山脚下", "3. 灯塔在海边上，雾港也在海边上"],
    [f"第{number}章 山里的天气和渡口的船 …… {number}" for number in "一二三四五六"],
    [f"2018-11-{day:02}  茶厂出货  {day * 12:04} 箱" for day in range(1, 20)],
    ["茶放在仓库里，放到谁也不记得它为止。", "船在雾里走了一夜，没有人开口说话。"] * 4,
    ["明前的龙井茶要在清明以前采", "武夷的岩茶要在火上慢慢焙干", "安溪的铁观音要反复摇青"] * 3,
]


@pytest.mark.parametrize("lines", MEANT, ids=lambda lines: lines[0][:6])
def test_lines_that_were_meant_stay(lines):
    assert unwrapped(lines) == lines


def test_nothing_but_the_marks_of_a_quotation_is_no_text_to_join():
    assert unwrapped([">" * 30] * 4) == [">" * 30] * 4
    assert unwrapped(["> " * 20, *["茶" * 20] * 3]) == ["> " * 20, *["茶" * 20] * 3]


def test_a_long_text_is_joined_to_its_ends():
    paragraphs = [f"{number}，{PARAGRAPHS[number % 20]}" for number in range(1800)]
    lines = [line for each in paragraphs for line in [*wrapped(each, 60), ""]]
    assert len(lines) > 5000
    assert without_spaces(paragraphs_of(lines)) == without_spaces(paragraphs)


def test_headings_between_wrapped_paragraphs_stay_alone():
    lines = [
        "第一章 雾",
        *wrapped(PARAGRAPHS[0] * 2, 60, "　　"),
        "第二章 灯",
        *wrapped(PARAGRAPHS[1] * 2, 60, "　　"),
    ]
    document = read("\n".join(lines).encode(), "文.txt")
    assert [section.title for section in document.sections] == ["第一章 雾", "第二章 灯"]
    assert [passage.kind for passage in document.passages] == ["heading", "body"] * 2


def test_an_address_that_nobody_wrapped_hides_no_width():
    lines = [line for each in PARAGRAPHS for line in [*wrapped(each, 60), ""]]
    lines += [f"https://page.example/{'x' * 90}", ""]
    assert without_spaces(paragraphs_of(lines)[:-1]) == without_spaces(PARAGRAPHS)
