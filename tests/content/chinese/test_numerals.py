import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.chinese.numerals import find_numerals, number_value


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


@pytest.mark.parametrize("text", ["万一", "亿万", "三成立"])
def test_what_only_looks_like_a_number(text: str) -> None:
    assert all(numeral.meaning not in ("10001", "30%", "100000000") for numeral in find_numerals(text))


@settings(max_examples=100)
@given(st.text(alphabet="〇零一二两三四五六七八九十百千万亿点年月日成半分之012,.-/% bn", max_size=30))
def test_any_text_is_read_without_error(text: str) -> None:
    end = 0
    for numeral in find_numerals(text):
        assert end <= numeral.start < numeral.end <= len(text)
        end = numeral.end


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
