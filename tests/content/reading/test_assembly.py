"""Parts become numbered passages in sections."""

from __future__ import annotations

import pytest

from content.reading.assembly import Break, Part, assemble
from content.reading.sentences import LONGEST_PASSAGE, pieces


def sections(*parts):
    return [(s.title, s.level, s.derived, s.first, s.last) for s in assemble(parts, title="题").sections]


def test_headings_and_breaks_open_sections():
    assert sections(
        Part("body", "茶放在仓库里。"),
        Part("heading", "雨", 2),
        Part("body", "下了一夜。"),
        Break("岸"),
        Part("body", "到了。"),
    ) == [("茶放在仓库里", 1, True, 1, 1), ("雨", 2, False, 2, 3), ("岸", 1, True, 4, 4)]


def test_a_break_before_a_heading_or_at_an_end_opens_nothing():
    assert sections(Break(), Break(), Part("heading", "雨", 1), Break()) == [("雨", 1, False, 1, 1)]


def test_the_text_is_the_passages_joined_by_newlines():
    document = assemble(
        [Part("body", "一"), Part("caption", "二"), Part("body", "三")], title="题", removed=["四"]
    )
    assert document.text == "一\n二\n三"
    assert [(p.number, p.start, p.end, p.kind) for p in document.passages] == [
        (1, 0, 1, "body"),
        (2, 2, 3, "caption"),
        (3, 4, 5, "body"),
    ]
    assert document.removed == ("四",)


def test_nothing_makes_no_document():
    with pytest.raises(ValueError, match="at least one passage"):
        assemble([Break()], title="题")


def test_an_empty_title_is_the_first_sections():
    assert assemble([Part("heading", "雨", 1), Part("body", "水")], title="").title == "雨"


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("茶" * 2000, [2000]),
        ("茶" * 2001, [2000, 1]),
        ("茶" * 1500 + "。" + "纸" * 1000, [1501, 1000]),
        ("茶" * 1500 + "。」" + "纸" * 1000, [1502, 1000]),
        ("茶。" * 1500, [1992, 1008]),
        ("a" * 1500 + ". " + "b" * 1000, [1501, 1000]),
        (" " * 5000 + "茶", [1]),
        ("茶" * 1500 + "，" + "纸" * 1000, [1501, 1000]),
        ("茶" * 1500 + "——" + "纸" * 1000, [1502, 1000]),
        ("茶" * 100 + "。" + "纸" * 1000 + "，" + "竹" * 1500, [101, 1001, 1500]),
        ("a" * 1500 + " " + "b" * 1000, [1500, 1000]),
        ("茶" * 1999 + "葛\U000e0100" + "纸", [1999, 3]),
        ("👨\u200d" * 1500, [2000, 1000]),
    ],
)
def test_long_paragraphs_are_cut_behind_sentences(text, lengths):
    assert [len(piece) for piece in pieces(text)] == lengths
    assert max(lengths) <= LONGEST_PASSAGE


def test_a_derived_title_passes_over_stretches_of_time_and_captions():
    parts = [
        Part("caption", "溪山大厦"),
        Part("body", "2015 到 2018 年,老茶的价钱翻了将近两倍,别的厂也开始学着建库房。"),
    ]
    assert sections(*parts)[0][0] == "老茶的价钱翻了将近两倍"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("【望潮网】9月26日，渡船公司向港交所递交了招股书。", "渡船公司向港交所递交了招股书"),
        ("新华社北京11月23日电（记者 林舟）渡船在雾里走了一夜。", "渡船在雾里走了一夜"),
        ("〔記者林舟／台北報導〕渡船在霧裡走了一夜。", "渡船在霧裡走了一夜"),
        ("他说（这是第三次，谁也不信。渡船在雾里走了一夜。", "渡船在雾里走了一夜"),
        ("（完）", "完"),
    ],
)
def test_a_derived_title_leaves_out_what_stands_before_a_report(text, title):
    assert sections(Part("body", text))[0][0] == title


def test_a_derived_title_is_cut_where_no_clause_is_short_enough():
    title = sections(Part("body", "茶" * 100))[0][0]
    assert title == "茶" * 17 + "…"
