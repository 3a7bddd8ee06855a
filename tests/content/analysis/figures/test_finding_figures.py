from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from small_documents import document_of

from content import open_document
from content.analysis.checks import check_figures
from content.analysis.figures import Figure, find_figures
from content.analysis.timeline import timeline
from content.reading.assembly import Part, assemble

DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def only(text: str, date: str | None = "2018-11-28") -> Figure:
    (figure,) = find_figures(document_of(text, date=date))
    return figure


def in_chinese(number: int) -> str:
    """Write a whole number as people say it: 10^8 at a time, 10^4 at a time, 10 at a time."""
    for size, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            count, rest = divmod(number, size)
            gap = "零" if 0 < rest < size // 10 else ""
            return in_chinese(count) + name + gap + (in_chinese(rest) if rest else "")
    return DIGITS[number]


def decimals_in_chinese(number: str) -> str:
    whole, _, rest = number.partition(".")
    return in_chinese(int(whole)) + ("点" + "".join(DIGITS[int(each)] for each in rest) if rest else "")


@settings(max_examples=80, deadline=None)
@given(
    st.one_of(st.integers(0, 10**16), st.integers(0, 20_000), st.integers(0, 16).map(lambda power: 10**power))
)
def test_whole_numbers_are_read_back(number: int) -> None:
    written = in_chinese(number)
    assert only(f"共计{written}元。").value == number
    assert only(f"共计{written.replace('零', '〇')}元。").value == number
    assert only(f"共计{written.translate(FORMAL)}元。").value == number or not number
    if written.startswith("一十"):
        assert only(f"共计{written[1:]}元。").value == number
    assert only(f"共计 {number} 元。").value == number
    assert only(f"共计 {number:,} 元。").value == number


@settings(max_examples=60, deadline=None)
@given(st.decimals(0, 99_999, places=2, allow_nan=False, allow_infinity=False))
def test_decimals_and_percentages_are_read_back(number: object) -> None:
    written = f"{number:.2f}"
    for text in (f"{written}元", f"{written}%", f"百分之{written}", f"百分之{decimals_in_chinese(written)}"):
        assert only(f"约为{text}。").value == pytest.approx(float(written))
    assert only(f"约为{decimals_in_chinese(written)}元。").value == pytest.approx(float(written))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 9999),
    st.sampled_from([("万", 10**4), ("亿", 10**8), ("万亿", 10**12), ("兆", 10**12), ("千万", 10**7)]),
)
def test_magnitudes_multiply(number: int, magnitude: tuple[str, int]) -> None:
    name, size = magnitude
    assert only(f"约 {number} {name}元。").value == number * size


PIECES = [
    *"〇零一二两三四五六七八九十百千万亿兆半多余几数第前翻成倍个年月日号季度元块点分之周天岁人家大中上下",
    *"，。；、《》「」 \n",
    *(
        "去年",
        "今年",
        "百分之",
        "2018",
        "11",
        "3.5",
        "%",
        "-",
        ":",
        "/",
        "US$",
        "nm",
        "Q3",
        "壹佰",
        "民国",
        "世纪",
        "年代",
        "分别",
        "同比增长",
        "较",
        "其中",
        "占",
    ),
    *("İ", "😀", "\u200d", "①", "½", "²", "٣", "億", "個"),
]


FRAGMENTS = [
    *PIECES,
    *"翻番.~0兆第",
    *(
        "增至",
        "下降",
        "由",
        "环比",
        "年均",
        "合计",
        "至今",
        "12月",
        "下旬",
        "上年同期",
        "公元前",
        "618",
        "之后",
        "出生",
    ),
    *("9999年", "1368", "0000", "大前年", "前年", "底", "分之", "位数", "万亿", "1.2", "Q3 2018", "2018-11-"),
]


@settings(max_examples=150, deadline=None)
@example(["百分之一月"], None)
@given(
    st.lists(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), min_size=1, max_size=3),
    st.sampled_from([None, "2018", "2018-11-28", "--11-28"]),
)
def test_any_text_has_true_spans_that_never_overlap(texts: list[str], date: str | None) -> None:
    document = document_of(*(text.replace("\n", "") for text in texts), date=date)
    figures = find_figures(document)
    for figure in figures:
        passage = document.passages[figure.passage - 1]
        assert passage.start <= figure.span.start < figure.span.end <= passage.end
        assert document.text[figure.span.start : figure.span.end] == figure.text
        assert (figure.unit == "date") == (figure.kind == "date")
        assert figure.kind != "date" or figure.value is None
    assert all(one.span.end <= other.span.start for one, other in pairwise(figures))


TEXTS_OF_FRAGMENTS = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)
)
DATES = st.sampled_from(["2018-11-28", "9999-12-15", "0001-01-01", None])


@settings(max_examples=50, deadline=None)
@example("收入翻1..2番，涨幅翻1.2.倍", "2018-11-28")
@example("12月下旬", "9999-12-15")
@example("去年12月下旬，大前年同期", "0001-01-01")
@example("9999年年底，五年后收入比上年同期增长。", "9999")
@given(TEXTS_OF_FRAGMENTS, DATES)
def test_no_text_raises(text: str, date: str | None) -> None:
    look_through(text, date)


@pytest.mark.thorough
@settings(max_examples=5000, deadline=None)
@given(TEXTS_OF_FRAGMENTS, DATES)
def test_none_of_many_texts_raises(text: str, date: str | None) -> None:
    look_through(text, date)


def look_through(text: str, date: str | None) -> None:
    document = document_of(text, date=date)
    figures = find_figures(document)
    check_figures(document, figures)
    timeline(document, figures)


def test_notices_have_no_figures() -> None:
    document = assemble([Part("notice", "共 30 家。"), Part("body", "共 40 家。")], title="镇")
    assert [figure.value for figure in find_figures(document)] == [40]


def test_what_is_counted_is_told() -> None:
    told = {
        figure.text: figure.what
        for figure in find_figures(
            document_of(
                "鲸海银行营收达到 52.36 亿元，净利润有 31.07 亿元，同比增长 20%，"
                "在 60 多个细分行业有四大业务板块。"
            )
        )
    }
    assert told == {
        "52.36 亿元": "鲸海银行营收",
        "31.07 亿元": "净利润",
        "20%": "净利润同比增长",
        "60 多个": "细分行业",
        "四大": "业务板块",
    }


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("甲公司30亿元，乙公司45亿元，合计75亿元。", ["甲公司", "乙公司", None]),
        ("收入从0亿元增长到5亿元。", ["收入", "收入"]),
        ("小店开7×24小时。", ["小店开"]),
        ("9月份收入10亿元。", [None, "收入"]),
        ("裁员120人，占员工总数600人的20%。", ["裁员", "员工总数", "员工总数"]),
        (
            "沿海渔港码头冷链仓库运输车队配套道路桥梁建设工程投资10亿元。",
            ["…港码头冷链仓库运输车队配套道路桥梁建设工程投资"],
        ),
    ],
)
def test_a_sum_names_none_of_its_parts_and_no_numeral_is_counted(text: str, what: list[str | None]) -> None:
    assert [figure.what for figure in find_figures(document_of(text))] == what


def test_the_rounding_of_a_figure_is_told() -> None:
    steps = [
        (figure.text, figure.step) for figure in find_figures(document_of("占 261.1%、四成和 14.48 亿元。"))
    ]
    assert steps == [("261.1%", 0.1), ("四成", 10), ("14.48 亿元", 10**6)]


def test_a_reporting_period_is_the_one_told_last() -> None:
    figures = find_figures(
        document_of("公司公布 2021 年年报。", "报告期内，营业收入 5 亿元。", date="2022-03-01")
    )
    assert [figure.period for figure in figures] == ["2021", "2021"]


def test_a_day_that_no_month_has_is_no_date() -> None:
    assert find_figures(document_of("2 月 30 日开会，11 月 31 日也开。", date="2018-11-28")) == ()


def test_the_story_has_its_figures() -> None:
    found = {(figure.text, figure.value, figure.unit) for figure in find_figures(open_document())}
    assert found >= {
        ("202.99 亿元", 20_299_000_000, "CNY"),
        ("一万亿港元", 10**12, "HKD"),
        ("近四成"[1:], 40, "%"),
        ("24 岁", 24, "岁"),
        ("200 多个", 200, "个"),
    }
