"""Amounts written as the reader's language has them."""

import pytest

from tui.amounts import amount, unit_name


@pytest.mark.parametrize(
    ("value", "unit", "hans", "hant", "en"),
    [
        (7.5e9, "CNY", "75 亿元", "75 億人民幣", "CNY 7.5 bn"),
        (1448000000, "CNY", "14.48 亿元", "14.48 億人民幣", "CNY 1.448 bn"),
        (3e12, "USD", "3 万亿美元", "3 兆美元", "USD 3 tn"),
        (-30000, "人", "-3 万人", "-3 萬人", "-30,000 人"),
        (24.6, "%", "24.6 %", "24.6 %", "24.6 %"),
        (20000, "%", "20,000 %", "20,000 %", "20,000 %"),
        (12, None, "12", "12", "12"),
        (5e6, "QQQ", "500 万QQQ", "500 萬QQQ", "QQQ 5 m"),
    ],
)
def test_an_amount_is_written_as_people_do(
    value: float, unit: str | None, hans: str, hant: str, en: str
) -> None:
    assert (amount(value, unit, "hans"), amount(value, unit, "hant"), amount(value, unit, "en")) == (
        hans,
        hant,
        en,
    )


def test_a_currency_has_a_name_and_any_other_unit_is_its_own() -> None:
    assert [unit_name(unit, "hans") for unit in ("HKD", "件", "GW")] == ["港元", "件", "GW"]
