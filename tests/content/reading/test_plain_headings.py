"""Headings and verse in plain text: which lines they are, how deep, and which short lines are neither."""

from __future__ import annotations

import pytest
from opencc import OpenCC

from content.reading import read

PROSE = "这一段话足够长，长到没有人会把它当成标题，它说的只是山里的天气和渡口的船。"
OTHER = "另一段话说的是茶，说茶要放在不透光的屋子里，放到谁也不记得它为止。"
SCRIPTS = [str, OpenCC("s2tw").convert]


def headed(*lines, convert=str):
    document = read(convert("\n".join(lines)).encode(), "文.txt")
    return [(section.title, section.level) for section in document.sections if not section.derived]


def kinds(*lines):
    document = read("\n".join(lines).encode(), "文.txt")
    return [passage.kind for passage in document.passages if passage.text not in (PROSE, OTHER)]


HEADINGS = [
    [("第一章 雾", 1), ("第二章 灯", 1)],
    [("第一回 老茶厂夜话 慢邮局晨开", 1), ("第二回 渡口有雨", 1)],
    [("第001章 起风了", 1), ("第002章 雨（上）", 1), ("第003章 雨（下）", 1)],
    [("正文 第一章 雾", 1), ("正文 第二章 灯", 1), ("番外一 雪", 1)],
    [("第一卷 山 第一章 雾", 1), ("第一卷 山 第二章 灯", 1), ("大结局", 1)],
    [("第一部 山", 1), ("第一章 雾", 2), ("第二章 灯", 2), ("第二部 海", 1), ("第三章 岸", 2)],
    [("上篇 山", 1), ("一、雾", 2), ("二、灯", 2), ("下篇 海", 1), ("三、岸", 2)],
    [("第一幕", 1), ("第一场 码头", 2), ("第二场 船上", 2)],
    [("一、路线", 1), ("（一）山路", 2), ("（二）水路", 2), ("二、归途", 1)],
    [("1. 路线", 1), ("2. 归途", 1)],
    [("1 总则", 1), ("1.1 范围", 2), ("1.2 定义", 2), ("1.2.1 船", 3), ("2 分则", 1), ("2.1 其他", 2)],
    [("01 冷库", 1), ("02 渡口", 1)],
    [("【缘起】", 1), ("【经过】", 1)],
    [("楔子", 1), ("第一章 雾", 1), ("尾声", 1), ("后记", 1), ("附录一 船期", 1)],
    [("序", 1), ("一", 1), ("二", 1), ("跋", 1)],
]


@pytest.mark.parametrize("convert", SCRIPTS, ids=["hans", "hant"])
@pytest.mark.parametrize("expected", HEADINGS, ids=lambda expected: expected[0][0])
def test_numbered_headings_and_their_levels(expected, convert):
    lines = [line for title, _ in expected for line in (title, f"　　{PROSE}", f"　　{OTHER}")]
    assert headed(*lines, convert=convert) == [(convert(title), level) for title, level in expected]


def test_rules_below_the_headings_of_a_downloaded_book_are_left_out():
    lines = [f"第00{number}章 雾\n====\n　　{PROSE}\n\n　　{OTHER}\n\n" for number in range(1, 4)]
    document = read("\n".join(lines).encode(), "渡船.txt")
    assert [section.title for section in document.sections] == [
        f"第00{number}章 雾" for number in range(1, 4)
    ]
    assert "=" not in document.text


def test_a_table_of_contents_with_pages_is_a_list_and_its_head_no_title():
    contents = ["目录", "第一章 雾 …… 1", "第二章 灯 …… 23", "第三章 岸 …… 45"]
    chapters = ["第一章 雾", PROSE, "第二章 灯", OTHER, "第三章 岸", PROSE]
    document = read("\n".join([*contents, *chapters]).encode(), "渡船.txt")
    assert document.title == "渡船"
    assert [each.title for each in document.sections if not each.derived] == chapters[::2]
    assert [each.kind for each in document.passages[1:4]] == ["list"] * 3


SHORT = [
    "「好。」",
    "“走！”",
    "“谁在那里？”她问。",
    "雪停了！",
    "怎么办？",
    "他没有回头。",
    "林小舟",
    "2019年4月17日",
    "第一章就这样写完了。",
    "“第一章写完了？”",
    "然后——",
]


@pytest.mark.parametrize("line", SHORT)
def test_a_short_paragraph_is_no_heading(line):
    assert headed(PROSE, line, OTHER, PROSE, OTHER) == []


@pytest.mark.parametrize("line", [each for each in SHORT if not each[-1].isalnum()])
def test_not_even_where_it_comes_again(line):
    assert headed(PROSE, line, OTHER, line, PROSE, OTHER, PROSE, OTHER) == []


def test_short_lines_that_stand_alone_between_prose_are_headings():
    lines = ["茶事", PROSE, "茶厂的春天", OTHER, PROSE, "谁在守着？", PROSE, OTHER, "仓库的秋天", PROSE]
    assert headed(*lines) == [("茶厂的春天", 1), ("谁在守着？", 1), ("仓库的秋天", 1)]


FREE = ["灯在对岸", "船在雾里", "人在灯下，", "雾在人心", "潮来，潮去"]
REGULAR = ["床前的月光", "疑是地上霜", "举头望明月", "低头思故乡"]
COUPLETS = ["渡口孤灯照水明，船家夜半数归程。", "潮来不问人何去，雾散方知岸已平。"]


@pytest.mark.parametrize("lines", [FREE, REGULAR, COUPLETS, [f"{line}。" for line in REGULAR]])
def test_verse_is_told_by_its_lines(lines):
    assert kinds("夜渡", PROSE, *lines, OTHER) == ["verse"] * len(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["明前龙井", "武夷岩茶", "安溪铁观音", "云南普洱"],
        ["他走了。", "没有回头。", "雪还在下。", "天黑了，灯亮了。"],
        ["“还有多远？”", "“快了。”", "“快了是多远？”", "“就在前面。”"],
        ["沈之遥", "顾半夏", "许青禾", "韦小满"],
        ["地址：山里一号", "电话：没有", "邮编：没有", "联系人：老周"],
    ],
)
def test_other_short_lines_are_no_verse(lines):
    assert "verse" not in kinds("渡口", PROSE, *lines, OTHER)
