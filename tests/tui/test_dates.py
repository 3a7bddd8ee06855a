import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dates import date_typed


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2018", "2018"), ("2018年", "2018"), ("2018-1", "2018-01"), ("2018 年 3 月", "2018-03"),
        ("2018-11-28", "2018-11-28"), ("2018年11月28日", "2018-11-28"), ("2018/1/2", "2018-01-02"),
        ("２０１８．１１．２８", "2018-11-28"), ("--11-28", "--11-28"), ("11月28日", "--11-28"),
        ("--02-29", "--02-29"), ("", ""), (" 　", ""),
    ],
)  # fmt: skip
def test_a_date_is_understood_as_it_is_typed(typed: str, date: str) -> None:
    assert date_typed(typed) == date


@pytest.mark.parametrize(
    "typed", ["去年", "2018-13", "2019-02-29", "0000", "18", "2018-11-28T09", "11-28", "--13-01", "٢٠١٨"]
)
def test_what_is_no_date_is_none(typed: str) -> None:
    assert date_typed(typed) is None


@given(st.text())
def test_a_date_understood_once_is_understood_again(typed: str) -> None:
    date = date_typed(typed)
    assert date is None or date_typed(date) == date


@given(st.dates())
def test_every_day_is_understood(day) -> None:
    assert date_typed(f"{day.year:04}年{day.month}月{day.day}日") == day.isoformat()
