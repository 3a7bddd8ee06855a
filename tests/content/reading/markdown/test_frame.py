"""Title, head and tail of a Markdown text, and what its writer meant for headings."""

from __future__ import annotations

import pytest

from content.reading import read

PROSE = "码头上的集市从清早开到天黑，卖鱼的老周把账记在小程序里，茶铺照着做。"
OTHER = "到了雨季，货船晚到两天，保险公司的赔款当晚就进了账，谁也没有跑腿。"


def markdown(text, name="海港笔记.md"):
    return read(text.encode(), name)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"# 潮汐\n\n{PROSE}", "潮汐"),
        (f"![图](a.png)\n\n# 潮汐\n\n{PROSE}\n\n# 夜\n\n{OTHER}", "潮汐"),
        (f"## 潮汐\n\n{PROSE}\n\n### 夜\n\n{OTHER}", "潮汐"),
        (f"作者：顾半夏\n\n# 潮汐\n\n{PROSE}", "潮汐"),
        (f"---\ntitle: 潮汐\n---\n# 潮 汐\n\n{PROSE}", "潮汐"),
        (f"# 潮汐,夜\n\n{PROSE}", "潮汐，夜"),
        (f"# 第一章 潮\n\n{PROSE}\n\n# 第二章 夜\n\n{OTHER}", "海港笔记"),
        (f"## 潮\n\n{PROSE}\n\n## 夜\n\n{OTHER}", "海港笔记"),
        (f"{PROSE}\n\n# 潮\n\n{OTHER}", "海港笔记"),
        (f"{PROSE}\n\n{OTHER}", "海港笔记"),
        (f"潮汐的早晚\n\n{PROSE}\n\n{OTHER}", "海港笔记"),
        (f"潮汐的早晚\n\n作者：顾半夏\n\n{PROSE}", "潮汐的早晚"),
    ],
)
def test_the_title(text, title):
    document = markdown(text)
    assert document.title == title
    if title != "海港笔记":
        assert next(p.text for p in document.passages if p.kind == "body") == PROSE


def test_a_title_that_a_header_gives_otherwise_leaves_the_heading():
    document = markdown(f"---\ntitle: 笔记\n---\n# 潮汐\n\n{PROSE}")
    assert (document.title, document.passages[0].text, document.passages[0].kind) == (
        "笔记",
        "潮汐",
        "heading",
    )


@pytest.mark.parametrize(
    "lines",
    [
        "来源：望潮月刊\n作者：顾半夏\n2021-03-04",
        "> 来源：望潮月刊\n>\n> 作者：顾半夏\n>\n> 发布时间：2021年3月4日 08:30",
        "- **来源**: 望潮月刊\n- **作者**: 顾半夏\n- **日期**: 2021/3/4\n- **原文链接**: https://x.example/a?b=c",
        "*文 | 顾半夏*　*来源 | 望潮月刊*\n\n2021.03.04\n\n#渡船 #港口\n\n---",
        "[望潮月刊](https://x.example) 2021-03-04\n\n作者：[顾半夏](https://x.example/g)\n\nhttps://x.example/long/address",
    ],
)
def test_the_lines_below_the_title(lines):
    document = markdown(f"# 潮汐\n\n{lines}\n\n{PROSE}\n\n{OTHER}")
    assert (document.byline, document.source, document.date) == (("顾半夏",), "望潮月刊", "2021-03-04")
    assert document.text == f"{PROSE}\n{OTHER}"
    assert document.removed


def test_what_the_text_says_goes_before_what_the_header_says_and_that_before_the_end():
    header = "---\nauthor: 沈之遥\ndate: 2023-01-01\n---\n"
    text = f"# 潮汐\n\n2021-03-04\n\n{PROSE}\n\n{OTHER}\n\n来源：望潮月刊\n\n作者：顾半夏\n"
    document = markdown(header + text)
    assert (document.byline, document.source, document.date) == (("沈之遥",), "望潮月刊", "2021-03-04")
    assert markdown(text).byline == ("顾半夏",)
    assert document.text == f"{PROSE}\n{OTHER}"


@pytest.mark.parametrize("nobody", ["Community", "编辑部 团队", "team"])
def test_a_header_that_names_nobody_leaves_the_writer_to_the_end(nobody):
    text = f"---\nauthor: {nobody}\n---\n# 潮汐\n\n{PROSE}\n\n{OTHER}\n\n来源：望潮月刊\n\n作者：顾半夏\n"
    assert markdown(text).byline == ("顾半夏",)


def test_a_line_about_the_text_within_it_stays():
    text = f"# 潮汐\n\n{PROSE}\n\n作者：顾半夏\n\n{OTHER}\n\n{PROSE}\n"
    assert "作者：顾半夏" in markdown(text).text


def kinds(text):
    return [(p.kind, p.text) for p in markdown(text).passages if p.text not in (PROSE, OTHER)]


BOLD = f"{PROSE}\n\n**船比桥早**\n\n{OTHER}\n\n**这句话要紧。**\n\n{PROSE}\n\n**谁在守着？**\n\n{OTHER}"


def test_bold_lines_are_headings_where_no_sign_makes_any():
    assert kinds(BOLD) == [("heading", "船比桥早"), ("body", "这句话要紧。"), ("heading", "谁在守着？")]


def test_bold_lines_open_sections_where_only_the_title_has_the_sign():
    document = markdown(f"# 潮汐\n\n{BOLD}")
    assert [(s.title, s.derived) for s in document.sections[1:]] == [("船比桥早", True), ("谁在守着？", True)]
    assert not [p for p in document.passages if p.kind == "heading"]


def test_bold_lines_are_only_bold_beside_headings():
    document = markdown(f"# 潮汐\n\n## 夜\n\n{BOLD}")
    assert [s.title for s in document.sections] == ["夜"]


def test_levels_count_from_the_outermost_heading_of_the_text():
    document = markdown(f"# 潮汐\n\n### 夜\n\n{PROSE}\n\n##### 灯\n\n{OTHER}\n\n### 晨\n\n{PROSE}")
    assert [(s.title, s.level) for s in document.sections] == [("夜", 1), ("灯", 2), ("晨", 1)]


def test_rules_divide_a_text_without_headings():
    document = markdown(f"# 潮汐\n\n{PROSE}\n\n***\n\n{OTHER}")
    assert [section.derived for section in document.sections] == [True, True]


def test_pictures_and_their_captions():
    first = f"{PROSE}\n\n![夜里的灯塔](a)\n\n{OTHER}"
    second = "![image-1](b)\n\n渡口的班次\n\n图片来源：望潮月刊"
    text = f"{first}\n\n{second}\n\n{PROSE}\n\n短句\n\n{OTHER}"
    assert kinds(text) == [
        ("caption", "夜里的灯塔"),
        ("caption", "渡口的班次"),
        ("caption", "图片来源：望潮月刊"),
        ("body", "短句"),
    ]


def test_an_epigraph_a_lead_and_a_quotation():
    epigraph = f"# 潮汐\n\n> 潮水来时，船先知道。\n>\n> ——渔歌\n\n{PROSE}\n\n> 看天。\n\n{OTHER}"
    assert [kind for kind, _ in kinds(epigraph)] == ["epigraph", "epigraph", "pullquote"]
    assert kinds(f"# 潮汐\n\n> 导语说的是船。\n\n{PROSE}") == [("body", "导语说的是船。")]


def test_sources_at_the_end_are_footnotes():
    assert kinds(f"{PROSE}\n\n[1] 县志\n\n[2] 年报") == [("footnote", "[1] 县志"), ("footnote", "[2] 年报")]


def test_an_only_heading_within_the_text_is_no_title():
    assert markdown(f"短短的一句。\n\n## 夜\n\n{PROSE}").title == "海港笔记"
    assert markdown(f"## 一、夜\n\n{PROSE}").title == "海港笔记"


def test_a_name_below_the_title_is_its_writer():
    document = markdown(f"# 夜航\n\n**顾半夏**\n\n{PROSE}\n\n沈之遥\n\n{OTHER}")
    assert document.byline == ("顾半夏",)
    assert "沈之遥" in document.text


def test_questions_of_an_interview_are_no_headings_and_numbered_bold_lines_are():
    interview = f"# 对话\n\n**记者：你开了多少年的船？**\n\n{PROSE}\n\n**问：以后呢？**\n\n{OTHER}"
    assert len(markdown(interview).sections) == 1
    numbered = f"# 渡船\n\n**一、结论**\n\n{PROSE}\n\n**二、原因**\n\n{OTHER}"
    assert [(s.title, s.derived) for s in markdown(numbered).sections] == [
        ("一、结论", False),
        ("二、原因", False),
    ]


def test_a_number_alone_heads_the_bold_line_below_it():
    text = f"# 渡船\n\n**01**\n\n**船比桥早**\n\n{PROSE}\n\n**02**\n\n**谁在守着**\n\n{OTHER}"
    found = [(s.title, s.level, s.derived) for s in markdown(text).sections]
    assert found == [("01", 1, False), ("船比桥早", 2, False), ("02", 1, False), ("谁在守着", 2, False)]


def test_a_paragraph_that_touches_a_table_is_none_of_its_rows():
    assert kinds(f"# 表\n\n|船|吨|\n|--|--|\n|甲|3|\n{PROSE}") == [("table", "船 | 吨"), ("table", "甲 | 3")]


@pytest.mark.parametrize("name", ["-", "海港.txt", "海港"])
def test_a_header_tells_markdown_whatever_the_name(name):
    assert markdown(f"---\ntitle: 潮汐\n---\n\n**{PROSE}**", name).title == "潮汐"
