import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.chinese.numerals import amounts, asked_numeral, find_numerals, number_value, other_writings


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("14.48亿", "1448000000"),
        ("14.48 亿", "1448000000"),
        ("1,448,000,000", "1448000000"),
        ("1.448bn", "1448000000"),
        ("1.448 billion", "1448000000"),
        ("3万亿", "3000000000000"),
        ("69 %", "69%"),
        ("百分之四十", "40%"),
        ("百分之2.5", "2.5%"),
        ("三成", "30%"),
        ("两成半", "25%"),
        ("二百", "200"),
        ("一百零五", "105"),
        ("三千二百万", "32000000"),
        ("一亿三千万", "130000000"),
        ("十二", "12"),
        ("三点五亿", "350000000"),
        ("1 448 000 000", "1448000000"),
        ("1448m", "1448000000"),
        ("1.4k", "1400"),
        ("4万5千", "45000"),
        ("1亿3000万", "130000000"),
        ("3千5百万", "35000000"),
        ("三万五", "35000"),
        ("叁佰万", "3000000"),
        ("两百", "200"),
        ("廿", "20"),
        ("卅一", "31"),
        ("三分之二", "2/3"),
        ("千分之三", "0.3%"),
        ("40 percent", "40%"),
        ("7成", "70%"),
        ("2015.09", "d2015-09"),
        ("2015/9", "d2015-09"),
        ("08年", "d2008"),
        ("sept 2015", "d2015-09"),
        ("september 2015", "d2015-09"),
        ("sep. 3, 2015", "d2015-09-03"),
        ("3 september 2015", "d2015-09-03"),
        ("十一月二十六日", "d--11-26"),
        ("q3 2018", "d2018-q3"),
        ("2018q3", "d2018-q3"),
        ("3q18", "d2018-q3"),
        ("third quarter of 2018", "d2018-q3"),
        ("2018年三季度", "d2018-q3"),
        ("2018 年第三季度", "d2018-q3"),
        ("第三季度", "d--q3"),
        ("2018年上半年", "d2018-h1"),
        ("h1 2018", "d2018-h1"),
        ("fy2018", "d2018-fy"),
        ("2018财年", "d2018-fy"),
        ("2015年9月", "d2015-09"),
        ("2015 年 9 月", "d2015-09"),
        ("2015-09", "d2015-09"),
        ("2015/9/3", "d2015-09-03"),
        ("二〇一五年九月三日", "d2015-09-03"),
        ("一九六五年十二月三十一日", "d1965-12-31"),
        ("2018年", "d2018"),
    ],
)
def test_meaning(written: str, meaning: str) -> None:
    (numeral,) = find_numerals(f"约{written}。")
    assert numeral.meaning == meaning
    assert (numeral.start, numeral.end) == (1, 1 + len(written))


@pytest.mark.parametrize(
    "text",
    [
        "万一",
        "亿万",
        "三成立",
        "一台",
        "两岸",
        "三三两两",
        "三四百",
        "一两百",
        "几十万",
        "十几亿",
        "20多万",
        "千万不要",
        "一点一滴",
        "前三季度",
        "三五",
        "mp3",
        "b2b",
        "5g",
        "v2.0",
        "1.2.3",
        "192.168.1.1",
        "gpt-4",
        "10m",
        "%e7%9a",
        "13:03",
    ],
)
def test_what_only_looks_like_a_number(text: str) -> None:
    assert not list(find_numerals(text))


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("2018年前三季度", ["d2018"]),
        ("民国15年9月", ["15", "d--09"]),
        ("在15年9月", ["d2015-09"]),
        ("2016、2017 和 2018 年", ["d2016", "d2017", "d2018"]),
        ("2018,300人", ["2018", "300"]),
        ("25-30%", ["25%", "30%"]),
        ("2015.09 亿元", ["201509000000"]),
        ("1990年代", ["1990"]),
        ("3 月活", ["3"]),
        ("2018", ["2018"]),
    ],
)
def test_meanings_in_their_surroundings(text: str, meanings: list[str]) -> None:
    assert [numeral.meaning for numeral in find_numerals(text)] == meanings


@pytest.mark.parametrize(
    ("query", "meanings"),
    [
        ("2015", ("2015", "d2015")),
        ("2015.9", ("2015.9", "d2015-09")),
        ("20150903", ("20150903", "d2015-09-03")),
        ("14 480", ("14480",)),
        ("10m", ("10000000",)),
        ("$1.4bn", ("1400000000",)),
        ("1.448 billion yuan", ("1448000000",)),
    ],
)
def test_a_query_is_read_more_generously(query: str, meanings: tuple[str, ...]) -> None:
    asked = asked_numeral(query)
    assert asked is not None
    assert (asked.start, asked.end, asked.meanings) == (0, len(query), meanings)


@pytest.mark.parametrize("query", ["", "腾讯", "2015年到2018年", "$"])
def test_a_query_of_no_number_or_of_several(query: str) -> None:
    assert asked_numeral(query) is None


@pytest.mark.parametrize(
    ("query", "others"),
    [
        ("3个月", {"三个月"}),
        ("两倍", {"2倍", "二倍"}),
        ("10年", {"十年"}),
        ("三", set()),
        ("2018年", set()),
        ("", set()),
    ],
)
def test_small_numbers_written_otherwise(query: str, others: set[str]) -> None:
    assert set(other_writings(query)) == others


@settings(max_examples=100)
@given(
    st.text(
        alphabet="〇零一二两三四五六七八九十百千万亿点年月日成半分之第季度多几012,.-/% bnkmqh", max_size=30
    )
)
def test_any_text_is_read_without_error(text: str) -> None:
    end = 0
    for numeral in find_numerals(text):
        assert end <= numeral.start < numeral.end <= len(text)
        end = numeral.end


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("2015年2月31日", []),
        ("2015-02-29", []),
        ("2016年2月29日", ["d2016-02-29"]),
        ("2月29日", ["d--02-29"]),
        ("四月三十一日", []),
        ("feb. 30, 2015", []),
        ("1900年2月29日,第3季度", ["d--q3"]),
    ],
)
def test_a_day_that_no_month_has_is_none(text: str, meanings: list[str]) -> None:
    assert [numeral.meaning for numeral in find_numerals(text)] == meanings


@pytest.mark.parametrize("run", ["1万1", "1万", "1,111万", "一万", "1 万 1"])
def test_no_more_is_read_at_once_than_a_number_has(run: str) -> None:
    number, text = re.compile(amounts.PATTERN), run * 1_000
    ends = [(start, found.end()) for start in range(12) if (found := number.match(text, start))]
    assert all(end - start < 400 for start, end in ends)
    assert number_value("1亿2千3百4十5万6千7百8十") == 123456780


@pytest.mark.parametrize("text", ["一亿亿亿亿亿五万", "一万亿亿亿亿五万", "1亿亿亿亿1亿亿亿亿"])
def test_what_is_more_than_anybody_counts_is_no_number(text: str) -> None:
    assert not list(find_numerals(text))


@settings(max_examples=60)
@given(st.integers(1, 99_999_999))
def test_chinese_numbers_come_to_what_they_say(number: int) -> None:
    assert number_value(_in_chinese(number)) == number


def _in_chinese(number: int) -> str:
    if number >= 10_000:
        rest = number % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return _in_chinese(number // 10_000) + "万" + gap + (_in_chinese(rest) if rest else "")
    said, zero = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            said += ("零" if zero and said else "") + "〇一二三四五六七八九"[digit] + name
            zero = False
        else:
            zero = True
    return said


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1兆", 10**12),
        ("1.5 兆", 1_500_000_000_000),
        ("一兆两千亿", 1_200_000_000_000),
        ("三兆五", 3_500_000_000_000),
        ("一万兆", 10**16),
        ("兆", None),
        ("一兆兆", None),
        ("一兆一万亿", None),
    ],
)
def test_trillions(written: str, value: int | None) -> None:
    assert number_value(written) == value
