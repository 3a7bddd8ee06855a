"""Claims that were judged with a calculator before the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judged_figures import cases, check, read
from small_documents import document_of

from content import open_document
from content.analysis.checks import check_figures
from content.analysis.figures import find_figures

if TYPE_CHECKING:
    from content.analysis.checks import Check
    from content.document import Document

CASES = cases("checks")
TEXTS = read("figure_texts")["texts"]


def checks_of(*texts: str, date: str | None = "2018-11-28") -> tuple[Check, ...]:
    document = document_of(*texts, date=date)
    return check_figures(document, find_figures(document))


@pytest.mark.parametrize(("document", "lines"), CASES, ids=[document.text for document, _ in CASES])
def test_sentence(document: Document, lines: list[str]) -> None:
    found = check_figures(document, find_figures(document))
    assert len(found) == len(lines), found
    for each, line in zip(found, lines, strict=True):
        assert check(line).fits(each), (line, each)
        assert (each.reason is None) == (each.holds is not None)


@pytest.mark.parametrize("told", TEXTS, ids=[told["name"] for told in TEXTS])
def test_text(told: dict[str, Any]) -> None:
    found = checks_of(*told["passages"], date=told["date"])
    for line in told["checks"]:
        number, rest = line.split(" ", 1)
        assert any(each.passage == int(number) and check(rest).fits(each) for each in found), line
    # None of the other claims of these texts is wrong.
    wrong = [each for each in found if each.holds is False]
    assert len(wrong) == sum("-> false" in line for line in told["checks"])


def test_a_check_tells_its_claim_and_its_operands() -> None:
    text = "渔获值 20.35 亿元，比 2015 年的 6.27 亿元高出 224.6%，增速很快。"
    (found,) = checks_of(text)
    assert (found.claim, found.stated, found.unit) == ("比 2015 年的 6.27 亿元高出 224.6%", 224.6, "%")
    assert (found.computed, found.tolerance, found.passages) == (224.5614, 0.05, (1,))
    assert [text[span.start : span.end] for span in found.operands] == ["6.27 亿元", "20.35 亿元"]


def test_another_passage_may_confirm_a_claim_and_never_contradicts_it() -> None:
    before = "公司 2020 年营业收入为 100 亿元。"
    (right,) = checks_of(before, "2021 年营业收入 125 亿元，同比增长 25%。")
    assert (right.holds, right.passages) == (True, (1, 2))
    (unsure,) = checks_of(before, "2021 年营业收入 125 亿元，同比增长 35%。")
    assert (unsure.holds, unsure.reason) == (None, "no_base")


def test_a_span_of_years_counts_from_a_date_in_the_passage_before() -> None:
    (found,) = checks_of("2015 年 9 月，渡口停了船。", "三年之后，桥通了。")
    assert (found.holds, found.passages) == (True, (1, 2))
    assert checks_of("2011 年 9 月，渡口停了船。", "三年之后，桥通了。") == ()


def test_every_growth_of_the_story_is_checked() -> None:
    document = open_document()
    figures = find_figures(document)
    growth = [each for each in check_figures(document, figures) if each.kind == "growth"]
    assert len(growth) == sum(figure.kind == "growth" for figure in figures) == 4
    assert [each.stated for each in growth if each.holds] == [261.1]
    assert not [each for each in growth if each.holds is False]


AMOUNTS = st.integers(100, 99_999).map(lambda cents: cents / 100)


@settings(max_examples=60, deadline=None)
@given(AMOUNTS, AMOUNTS)
def test_growth_rounded_as_printed_holds(before: float, after: float) -> None:
    percent = (after - before) / before * 100
    verb = "增长" if percent >= 0 else "下降"
    (found,) = checks_of(f"收入由 {before:.2f} 亿元变为 {after:.2f} 亿元，{verb} {abs(percent):.1f}%。")
    assert found.holds is True
    assert found.computed == pytest.approx(abs(percent), abs=0.001)


@settings(max_examples=60, deadline=None)
@given(st.integers(1000, 99_999), st.integers(1000, 99_999))
def test_growth_far_from_what_is_printed_fails(before: int, after: int) -> None:
    percent = (after - before) / before * 100
    wrong = abs(percent) * 1.3 + 20
    verb = "增长" if percent >= 0 else "下降"
    (found,) = checks_of(f"用户由 {before} 名变为 {after} 名，{verb} {wrong:.1f}%。")
    assert found.holds is False


PIECES = [
    *"，。；的占共从到至由较比",
    *(
        "100 亿元",
        "50 亿元",
        "25%",
        "三成",
        "同比增长",
        "下降",
        "其中",
        "合计",
        "2015 年",
        "至今",
        "20 年",
        "47 岁",
        "今年",
        "出生",
        "上年同期",
        "0 元",
        "-3%",
        "之后",
        "分别",
        "签约率",
        "年均增长",
        "环比增长",
        "提高",
        "20 个百分点",
        "一季度",
        "二季度",
        "0 亿元",
    ),
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), min_size=1, max_size=3),
    st.sampled_from([None, "2018-11-28"]),
)
def test_any_text_is_checked_without_error(texts: list[str], date: str | None) -> None:
    document = document_of(*texts, date=date)
    for each in check_figures(document, find_figures(document)):
        assert document.text[each.span.start : each.span.end] == each.claim
        assert (each.reason is None) == (each.holds is not None)
        assert each.passage in each.passages
