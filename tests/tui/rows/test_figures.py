"""Figures as rows: what is said of claims that were checked stands beside the figure that they state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.analysis.checks import Check, check_figures
from content.analysis.figures import find_figures
from content.document import Span
from tui.rows.figures import figure_rows

if TYPE_CHECKING:
    from tui.widgets.row_list import ListRow

TEXT = "去年投入 10 亿元，今年 3 月投入 20 亿元，同比增长 120%，员工增加了一倍。"
FIGURES = find_figures(document_of(TEXT))


def checked(claim: str, stated: float, *, holds: bool | None) -> Check:
    start = TEXT.index(claim)
    span = Span(start, start + len(claim))
    return Check("growth", 1, span, claim, stated, "%", 100.0, 0.5, holds, None, (1,))


def said(rows: list[ListRow]) -> dict[str, str]:
    return {
        row.found_by.split()[0]: "".join(text for text, _ in row.right).strip() for row in rows if row.right
    }


@pytest.mark.parametrize("claim", ["120%", "同比增长 120%", "今年 3 月投入 20 亿元，同比增长 120%"])
def test_a_check_is_said_beside_the_figure_that_its_claim_states(claim: str) -> None:
    rows = figure_rows(FIGURES, [checked(claim, 120, holds=False)], "position", "hans", "fine")
    assert said(rows) == {"120%": "不符（算得 100 %）"}


def test_amounts_speak_the_readers_language() -> None:
    document = document_of("甲公司30亿元，乙公司45亿元，合计80亿元。还有2亿港元。")
    figures = find_figures(document)
    span = next(each.span for each in figures if each.text == "80亿元")
    check = Check(
        "sum", 1, span, "合计80亿元", 8e9, "CNY", 7.5e9, 5e7, holds=False, reason=None, passages=(1,)
    )
    assert said(figure_rows(figures, [check], "position", "hans", "fine")) == {
        "80亿元": "不符（算得 75 亿元）"
    }
    headings = [row.text for row in figure_rows(figures, [], "value", "hans", "fine") if row.heading]
    assert headings == ["元 3", "港元 1"]
    english = figure_rows(figures, [check], "position", "en", "fine")
    assert " = CNY 3 bn" in english[0].text
    assert said(english) == {"80亿元": "differs (computed: CNY 7.5 bn)"}


def test_bars_compare_only_what_is_alike() -> None:
    text = "增长 300%，又增长 30%，占 40%，又占 10%。排名第三，另一年排名第一。有两张桌子。"
    rows = figure_rows(find_figures(document_of(text)), [], "value", "hans", "fine")
    drawn = [(row.text, "".join(part for part, _ in row.right).strip()) for row in rows]
    headings = [text for (text, _), row in zip(drawn, rows, strict=True) if row.heading]
    assert headings == ["% · 增长 2", "% 2", "张 1", "名次与次序 2"]
    bars = {text.split()[1]: bar for (text, bar), row in zip(drawn, rows, strict=True) if not row.heading}
    assert {bars["300%"], bars["40%"]} == {"█" * 8}
    assert not bars["第一"] + bars["第三"] + bars["两张"]
    assert drawn[-2][0].split()[1] == "第一"


def test_what_cannot_be_checked_is_said_only_where_it_is_asked_for() -> None:
    checks = [checked("同比增长 120%", 120, holds=True), checked("员工增加了一倍", 100, holds=None)]
    assert said(figure_rows(FIGURES, checks, "position", "hans", "fine")) == {"120%": "相符"}
    all_said = said(figure_rows(FIGURES, checks, "position", "hans", "fine", unknown=True))
    assert all_said == {"120%": "相符", "一倍": "无从核对"}


def test_what_the_analysis_checks_is_said() -> None:
    document = document_of("总收入从去年的 10 亿元增长到 20 亿元，增长 100%。", date="2019-05-01")
    figures = find_figures(document)
    checks = check_figures(document, figures)
    assert [check.holds for check in checks] == [True]
    assert "相符" in said(figure_rows(figures, checks, "position", "hans", "fine")).values()


@pytest.mark.parametrize(
    "printed", ["超过 20 亿元", "20 亿元以上", "20 亿元左右", "200 多人", "不到 20 亿元", "超过20亿元"]
)
def test_a_hedge_stands_where_it_is_printed(printed: str) -> None:
    figures = find_figures(document_of(f"去年投入{printed}。"))
    rows = figure_rows(figures, [], "position", "hans", "fine")
    assert printed in [row.left[1][0] for row in rows]
