"""Titles, headings, captions, parts: line by line."""

from __future__ import annotations

import pytest

from content.reading import read
from content.reading.captions import is_caption
from content.reading.chrome import tail_start
from content.reading.titles import full_width_marks

PROSE = "这一段话足够长，长到没有人会把它当成标题，它说的只是山里的天气和渡口的船。"
OTHER = "另一段话说的是茶，说茶要放在不透光的屋子里，放到谁也不记得它为止。"


def read_text(text, name="文.txt"):
    return read(text.encode(), name)


def kinds(text):
    return [passage.kind for passage in read_text(text).passages]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("茶厂的春天:一座县城", "茶厂的春天：一座县城"),
        ("谁在卖茶?", "谁在卖茶？"),
        ("慢, 再慢一点!", "慢，再慢一点！"),
        ("版本 2:1 与 3,000 人", "版本 2:1 与 3,000 人"),
        ("用 Python: 一个开始", "用 Python: 一个开始"),
        ("「茶」:旧事", "「茶」：旧事"),
    ],
)
def test_titles_take_full_width_marks_after_chinese(line, title):
    assert full_width_marks(line) == title


def test_the_text_keeps_its_own_marks_and_odd_spaces():
    document = read_text(f"茶厂\n茶放久了,就成了「时间 」.{PROSE}")
    assert document.passages[0].text.startswith("茶放久了,就成了「时间 」.")


def test_without_a_title_the_file_gives_it():
    assert read_text(f"{PROSE}\n{OTHER}", "山里的天气.txt").title == "山里的天气"
    assert read_text("只有一行", "雨.txt").title == "雨"
    assert read_text(f"第一章 雾\n{PROSE}", "渡船.txt").title == "渡船"


def test_standard_input_without_a_title_takes_one_from_the_text():
    assert read(f"茶要放久。{PROSE}\n{OTHER}".encode(), "-").title == "这一段话足够长"


def test_a_title_sheds_the_mediums_name():
    assert read_text(f"渡口 - 望潮日报\n来源：望潮日报\n{PROSE}").title == "渡口"
    assert read_text(f"渡口 - 一座桥\n来源：望潮日报\n{PROSE}").title == "渡口 - 一座桥"


def test_a_markdown_title_and_headings():
    document = read_text(f"# 山里\n## 雨\n{PROSE}\n### 雾 ###\n{PROSE}\n## 雪\n{PROSE}")
    assert document.title == "山里"
    assert [(s.title, s.level) for s in document.sections] == [("雨", 1), ("雾", 2), ("雪", 1)]


@pytest.mark.parametrize("rule", ["***", "* * *", "---", "◇◇◇", "\u00a0", "　"])
def test_a_rule_or_a_deliberately_empty_line_begins_a_part(rule):
    document = read_text(f"山里\n{PROSE}\n{PROSE}\n{rule}\n{OTHER}\n{PROSE}\n{OTHER}")
    assert [(s.first, s.last, s.derived) for s in document.sections] == [(1, 2, True), (3, 5, True)]


def test_empty_lines_between_all_paragraphs_are_spacing():
    document = read_text("山里\n" + "\n\u00a0\n".join([PROSE, OTHER] * 4))
    assert len(document.sections) == 1


def test_breaks_between_chapters_make_no_parts_of_their_own():
    document = read_text(f"第一章 山\n{PROSE}\n***\n{OTHER}\n第二章 海\n{PROSE}")
    assert [s.title for s in document.sections] == ["第一章 山", "第二章 海"]


def test_numbered_lines_without_prose_behind_them_are_a_list():
    assert kinds(f"{PROSE}\n1. 茶\n2. 纸\n3. 竹\n{PROSE}") == ["body", "list", "list", "list", "body"]


def test_one_short_line_between_prose_is_not_enough_for_a_heading():
    assert kinds(f"{PROSE}\n慢下来\n{PROSE}") == ["body", "body", "body"]


def test_verse_has_no_headings():
    lines = ["灯在对岸", "船在雾里", "人在灯下", "雾在人心", "潮来", "潮去"]
    assert set(kinds("夜渡\n" + "\n".join(lines))) == {"verse"}


def test_chapters_under_volumes():
    document = read_text(f"第一卷 山\n第一章 雨\n{PROSE}\n第一节\n{PROSE}\n第二卷 海\n后记\n{PROSE}")
    assert [(s.title, s.level) for s in document.sections] == [
        ("第一卷 山", 1),
        ("第一章 雨", 2),
        ("第一节", 3),
        ("第二卷 海", 1),
        ("后记", 1),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "溪山茶业总经理 郑怀川",
        "临溪茶厂厂长韦小满",
        "溪山大厦",
        "两代船工合影",
        "霧臺車站",
        "▲ 雾中的渡口",
        "图：渡口",
        "清晨（图/沈之遥）",
    ],
)
def test_captions(line):
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "总经理说不",
        "走进溪山大厦",
        "他是厂长。",
        "云麓的春天",
        "谁住在溪山大厦",
        "董事长的一天",
        "「溪山大厦」",
        "从县城到总部",
    ],
)
def test_headings_and_sentences_are_no_captions(line):
    assert not is_caption(line)


def test_a_quotation_opens_an_article_and_a_dialogue_does_not():
    assert kinds(f"题\n「时间是机器，人是零件。」\n{PROSE}\n{OTHER}")[0] == "pullquote"
    assert kinds("题\n「时间是机器，人是零件。」\n「你说的是谁的时间呢？」\n「你的。」")[0] == "body"


def test_an_indent_is_no_text():
    assert read_text(f"题\n　　{PROSE}\n\t{OTHER}  ").text == f"{PROSE}\n{OTHER}"


def test_rows_of_buttons_without_an_end_are_decided_at_once():
    assert tail_start(["相关阅读", *["分享"] * 100, PROSE]) == 102
    assert tail_start([PROSE, "发表评论" * 20 + "吗"]) == 2


@pytest.mark.parametrize(
    ("tail", "kept"),
    [
        (["（完）"], 1),
        (["（完）", "参考文献：", "[1] 《溪山县志》"], 4),
        (["（完）", "扫码关注望潮日报公众号"], 1),
        (["（完）", OTHER, PROSE, OTHER, "分享"], 5),
        (["责任编辑：林舟", "分享 收藏"], 1),
        (["关注"], 2),
        (["相关阅读", "灯塔", "盐场"], 1),
        (["灯在对岸", "船在雾里"], 3),
        (["（原标题：渡口）", "（责编：林舟）", "让更多人看到"], 1),
        (
            [
                "云麓周刊 首发 | yunlu",
                "专注于山里的长篇报道。",
                "精选代表作",
                "点击标题即可阅读",
                "竹海生意",
                "分享",
            ],
            1,
        ),
    ],
)
def test_where_the_page_begins_again(tail, kept):
    assert tail_start([PROSE, *tail]) == kept
