"""Lines break where Chinese typesetting lets them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.typeset.breaking import break_paragraph, pieces

PROSE = "".join(
    [
        "到 2017 年底，这家银行的营收有 52.36 亿元，利润有 31.07 亿元，比上一年多出 24.5%。",
        "他说：「先把助手做好……再谈别的——一步一步来。」（全文完）",
    ]
)
ALPHABET = st.sampled_from("云金融腾讯A b7%，。、「」（）—…：？！ 《》字词\u3000é👩\u200d\u0301\ufe0f")


def lines_of(text: str, measure: int, indent: int = 0) -> list[str]:
    return [text[line.start : line.end] for line in break_paragraph(text, measure, indent)]


def test_short_text_is_one_line() -> None:
    assert lines_of("云", 40) == ["云"]
    assert lines_of("", 40) == [""]


@pytest.mark.parametrize("measure", range(14, 90, 2))
def test_no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one(measure: int) -> None:
    lines = lines_of(PROSE, measure, 4)
    assert not any(line[0] in "，。、；：？！」）》%" for line in lines[1:])
    assert not any(line[-1] in "「（《" for line in lines[:-1])


@pytest.mark.parametrize("measure", range(16, 90, 2))
@pytest.mark.parametrize("whole", ["2017 年", "52.36 亿元", "31.07 亿元", "24.5%", "……", "——"])
def test_numbers_with_units_and_double_marks_stay_whole(measure: int, whole: str) -> None:
    assert any(whole in line for line in lines_of(PROSE, measure, 4))


def test_latin_words_stay_whole() -> None:
    lines = lines_of("兼容 MySQL 和 PostgreSQL 的分布式数据库叫 CynosDB，带宽 3.5GHz。", 14)
    for word in ("MySQL", "PostgreSQL", "CynosDB", "3.5GHz"):
        assert any(word in line for line in lines)


def test_last_line_holds_two_characters() -> None:
    assert lines_of("一二三四五六七。", 12) == ["一二三四五", "六七。"]
    assert lines_of("一二三四五六七八", 14) == ["一二三四五六", "七八"]


def test_a_space_at_the_break_hangs() -> None:
    assert lines_of("一二三 四五六", 6) == ["一二三", "四五六"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert lines_of("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


@pytest.mark.parametrize("marked", ["7\ufe0f", "1\ufe0f\u20e3", "）\ufe0f", "a\u0301"])
def test_a_mark_stays_with_what_it_widens(marked: str) -> None:
    lines = lines_of("\u3000" + marked, 3)
    assert lines[-1].endswith(marked)
    assert all(cell_len(line) <= 3 for line in lines)


def test_a_run_after_a_space_fills_the_line() -> None:
    lines = lines_of("在 " + "长" * 60, 40)
    assert cell_len(lines[0]) >= 38


@given(st.text(ALPHABET, max_size=120), st.integers(2, 60), st.sampled_from([0, 4]))
@settings(max_examples=150)
def test_every_character_but_hanging_space_is_set_in_order_and_within_the_measure(
    text: str, measure: int, indent: int
) -> None:
    lines = break_paragraph(text, measure, min(indent, measure - 2))
    position = 0
    for line in lines:
        assert text[position : line.start].strip(" \t\u3000") == ""
        assert line.start <= line.end
        assert cell_len(text[line.start : line.end]) <= max(measure, 2)
        position = line.end
    assert text[position:].strip(" \t\u3000") == ""


@given(st.text(ALPHABET, max_size=80))
@settings(max_examples=100)
def test_pieces_cover_the_text(text: str) -> None:
    assert "".join(text[left:right] for left, right in pieces(text, 0, len(text))) == text
