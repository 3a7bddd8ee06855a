from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.chinese.numerals import find_numerals
from content.search.numbers import Numbers, NumberTable, list_numbers

TEXT = (
    "2015 年 9 月 3 日营收 14.48 亿元,占 40%;二〇一五年九月前有 12 个部门,2018年十二家,"
    "q3 2018 涨了两百;2016 不是年,第三季度一台 3 台。"
)


def found(query: str, around: int = 6) -> list[str]:
    return [TEXT[start:end] for start, end in Numbers(TEXT, list_numbers(TEXT)).places(query, around)]


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("1448000000", ["14.48 亿"]),
        ("1.448bn", ["14.48 亿"]),
        ("14.5亿", []),
        ("百分之四十", ["40%"]),
        ("四成", ["40%"]),
        ("200", ["两百"]),
        ("2015-09", ["2015 年 9 月 3 日", "二〇一五年九月"]),
        ("sept 2015", ["2015 年 9 月 3 日", "二〇一五年九月"]),
        ("2015", ["2015 年 9 月 3 日", "二〇一五年九月"]),
        ("2015年9月3日", ["2015 年 9 月 3 日"]),
        ("2018", ["2018年", "q3 2018"]),
        ("2018年三季度", ["q3 2018"]),
        ("q3", ["q3 2018", "第三季度"]),
        ("九月", ["2015 年 9 月 3 日", "二〇一五年九月"]),
        ("2016年", []),
        ("12", ["12", "十二"]),
        ("12家", ["十二家"]),
        ("部门2018 年十二家", []),
        ("有12个部门", ["有 12 个部门"]),
        ("前有 12 个", ["前有 12 个"]),
        ("营收14.48亿元", ["营收 14.48 亿元"]),
        ("亏损14.48亿元", []),
        ("一亿", []),
        ("3", []),
        ("没有", []),
    ],
)
def test_finds_by_meaning(query: str, places: list[str]) -> None:
    assert found(query) == places


def test_no_more_may_stand_around_it_than_allowed() -> None:
    assert found("12家", around=1) == ["十二家"]
    assert found("12家", around=0) == []


@pytest.mark.parametrize(
    ("text", "query", "places"),
    [
        ("八零后和80 后", "80后", ["八零后", "80 后"]),
        ("做了20年,二十年", "二十年", ["20年", "二十年"]),
        ("有2亿用户和两亿 用户", "2 亿用户", ["2亿用户", "两亿 用户"]),
        ("营\n收30亿,营  收30 亿 元", "营收三十亿元", ["营  收30 亿 元"]),
        ("营收30亿\n元", "营收三十亿元", []),
    ],
)
def test_a_place_is_all_that_was_asked_for(text: str, query: str, places: list[str]) -> None:
    numbers = Numbers(text, list_numbers(text))
    assert [text[start:end] for start, end in numbers.places(query, 6)] == places


def test_the_table_is_read_once_for_all_dates_within_a_date() -> None:
    class Counted(str):
        counted = 0

        def count(self, sub: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
            Counted.counted += len(self[start:end])
            return super().count(sub, start, end)

    days = [f"{year}年3月{day}日" for year in range(1950, 2020) for day in range(1, 31)]
    table = list_numbers("\n".join(days))
    table = replace(table, meanings=Counted(table.meanings))
    assert len(table.dates_within("d--03")) == len(days)
    assert Counted.counted <= len(table.meanings)


def test_a_table_reads_back_what_it_wrote() -> None:
    table = list_numbers(TEXT)
    assert NumberTable.from_bytes(memoryview(table.to_bytes())) == table
    assert NumberTable.from_bytes(memoryview(list_numbers("").to_bytes())).places("1") == []


@given(st.data())
def test_a_table_cut_short_is_refused(data: st.DataObject) -> None:
    written = list_numbers(TEXT).to_bytes()
    cut = data.draw(st.integers(0, len(written) - 1))
    with pytest.raises(ValueError, match="numbers"):
        NumberTable.from_bytes(memoryview(written)[:cut])


@settings(max_examples=60)
@given(st.text(alphabet="一二三十百千万亿年月日季0123456789.,-% 的", max_size=60))
def test_every_number_of_a_text_is_in_its_table(text: str) -> None:
    table = list_numbers(text)
    for numeral in find_numerals(text):
        assert (numeral.start, numeral.end) in table.places(numeral.meaning)
        if numeral.meaning.startswith("d"):
            assert (numeral.start, numeral.end) in table.dates_within(numeral.meaning)
