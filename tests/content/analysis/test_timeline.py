from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_documents import document_of

from content.analysis.figures import find_figures
from content.analysis.timeline import timeline
from content.reading.assembly import Part, assemble

TEXTS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "judged" / "timeline.toml").read_text(encoding="utf-8")
)["texts"]


@pytest.mark.parametrize("text", TEXTS)
def test_dated_statements_stand_in_order(text: dict[str, Any]) -> None:
    document = document_of(*text["passages"], date=text.get("date"))
    found = timeline(document)
    assert [each.date for each in found] == [date for date, _ in text["statements"]]
    for statement, (_, begins) in zip(found, text["statements"], strict=True):
        assert statement.text.startswith(begins)


def test_a_sentence_keeps_its_marks_and_leaves_out_others() -> None:
    document = document_of("前一句。“2015 年 9 月，成立了。”他说。2015 年 9 月 3 日挂牌……后一句")
    assert [(each.text, each.written) for each in timeline(document)] == [
        ("“2015 年 9 月，成立了。”", "2015 年 9 月"),
        ("2015 年 9 月 3 日挂牌……", "2015 年 9 月 3 日"),
    ]


def test_a_number_with_a_point_ends_no_sentence() -> None:
    document = document_of("增长 3.5 倍，那是 2015 年的事")
    assert [each.text for each in timeline(document)] == ["增长 3.5 倍，那是 2015 年的事"]


def test_a_date_said_twice_in_a_sentence_is_one_statement() -> None:
    document = document_of("2015 年开工，2015 年完工。2015 年很长。")
    assert [each.text for each in timeline(document)] == ["2015 年开工，2015 年完工。", "2015 年很长。"]


def test_statements_of_one_date_stand_in_reading_order() -> None:
    document = document_of("2015 年开工。", "2014 年设计。2015 年完工。")
    assert [each.passage for each in timeline(document)] == [2, 1, 2]


def test_notices_state_nothing() -> None:
    document = assemble([Part("notice", "2015 年写成。"), Part("body", "一段话。")], title="未定")
    assert timeline(document) == ()


def test_figures_that_are_known_are_not_looked_for_again() -> None:
    document = document_of("2015 年开工。2016 年完工。")
    figures = find_figures(document)
    assert [each.date for each in timeline(document, figures[:1])] == ["2015"]
    assert timeline(document, figures) == timeline(document)
    assert timeline(document, ()) == ()


@settings(deadline=None)
@given(st.lists(st.text("2015年9月3日去今底初至到-/。！”“. \n！…aé國\U00020000", max_size=40), max_size=4))
def test_any_text_gives_sentences_that_hold_their_dates(texts: list[str]) -> None:
    document = document_of(*texts, date="2018-11-28")
    for statement in timeline(document):
        passage = document.passages[statement.passage - 1]
        assert passage.start <= statement.span.start <= statement.mention.start
        assert statement.mention.end <= statement.span.end <= passage.end
        assert document.text[statement.span.start : statement.span.end] == statement.text
        assert document.text[statement.mention.start : statement.mention.end] == statement.written
        assert statement.date[:1] in "12-0"
