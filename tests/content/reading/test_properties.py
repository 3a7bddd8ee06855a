"""What holds for any bytes and any text."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from sound import check_sound

from content.reading import read
from content.reading.errors import ReadingError

HAN = re.compile("[\u3400-\u9fff]")

# Prose that speaks of what chrome is made of; paragraphs begin anywhere and end like sentences.
CLAUSES = st.sampled_from(
    [
        "他把那篇文章分享给了朋友",
        "类似文章她读过很多",
        "评论里没有人说话",
        "转载要先问过作者",
        "关注这件事的人渐渐少了",
        "这一章就此结束",
        "作者说来源已经查不到了",
        "二〇一八年的春天来得很晚",
        "2018年11月28日那天下着雨",
        "版权所有者并没有出现",
        "点击鼠标的声音在夜里很响",
        "总经理坐在大厦的顶层",
        "本站是山上最后一站",
    ]
)
PARAGRAPHS = st.lists(CLAUSES, min_size=2, max_size=5).map(lambda clauses: "，".join(clauses) + "。")
SPECIAL = [
    *(
        "",
        "\u00a0",
        "　　",
        "***",
        "分享",
        "文 | 沈之遥",
        "2019-04-17",
        "云麓周刊 原创出品",
        "- END -",
        "类似文章 更多",
    ),
    *(
        "第一章 雾",
        "一、路线",
        "（完）",
        "——顾山",
        "「时间是机器，人是零件。」",
        "责任编辑：林舟",
        "# 标题",
        "01",
        "《雾》",
    ),
]
LINES = st.one_of(
    PARAGRAPHS,
    st.sampled_from(SPECIAL),
    st.text(max_size=30),
)


@given(
    st.binary(max_size=200), st.sampled_from([None, "utf-8", "gb18030", "big5hkscs", "utf-16", "utf-7", "no"])
)
@settings(max_examples=200)
def test_bytes_become_a_document_or_a_reading_error(data, encoding):
    try:
        document = read(data, "x.txt", encoding=encoding)
    except ReadingError:
        return
    check_sound(document)


@given(st.lists(LINES, max_size=25).map("\n".join))
@settings(max_examples=300)
def test_lines_become_a_sound_document_that_has_lost_no_character(text):
    try:
        document = read(text.encode("utf-8", "surrogatepass"), "文.txt", encoding="utf-8")
    except ReadingError:
        assert not text.strip("\ufeff \n\t") or not text.split() or "<" in text
        return
    check_sound(document)
    kept = Counter(HAN.findall("".join([document.title, document.text, *document.removed])))
    assert Counter(HAN.findall(text)) - kept == Counter()


@given(st.lists(PARAGRAPHS, min_size=1, max_size=12))
@settings(max_examples=100)
def test_prose_without_a_page_around_it_loses_nothing(paragraphs):
    document = read("\n\n".join(paragraphs).encode(), "文.txt")
    assert [p.text for p in document.passages] == paragraphs
    assert document.removed == ()
    assert (document.title, document.byline, document.source, document.date) == ("文", (), None, None)


@given(st.lists(PARAGRAPHS, min_size=4, max_size=10), st.data())
@settings(max_examples=100)
def test_a_button_in_the_middle_is_the_articles_own(paragraphs, data):
    place = data.draw(st.integers(2, len(paragraphs) - 1))
    paragraphs.insert(
        place,
        data.draw(st.sampled_from(["分享", "类似文章 更多", "0条评论", "发表", "本站声明：请勿转载。"])),
    )
    document = read("\n".join(paragraphs).encode(), "文.txt")
    assert [p.text for p in document.passages] == paragraphs


@given(st.integers(1, 20_000), st.sampled_from(["茶", "茶。", "茶，慢。", "a b "]))
@settings(max_examples=40)
def test_a_long_line_becomes_passages_drawn_as_one_paragraph(times, stretch):
    text = (stretch * times).strip()
    document = read(text.encode(), "x.txt")
    check_sound(document)
    assert [p.continues for p in document.passages] == [False, *[True] * (len(document.passages) - 1)]
    assert "".join(p.text for p in document.passages).replace(" ", "") == text.replace(" ", "")
