import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.filtering import Sieve, matches


@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("云", "腾讯云"), ("騰訊", "腾讯云"), ("txy", "腾讯云"), ("tengxun", "腾讯云"), ("jr", "金融科技"),
        ("jinr", "金融科技"), ("jrkj", "金融科技"), ("pony", "马化腾 Pony Ma"), ("马 pony", "马化腾 Pony Ma"),
        ("", "腾讯"), ("  ", "腾讯"), ("zeng", "曾佳欣"), ("ＰＯＮＹ", "马化腾 Pony Ma"),
    ],
)  # fmt: skip
def test_a_row_is_meant(query: str, row: str) -> None:
    assert matches(query, row)


@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("阿里", "腾讯云"),
        ("xt", "腾讯云"),
        ("jk", "金融科技"),
        ("马 tony", "马化腾 Pony Ma"),
        ("[/]", "腾讯"),
    ],
)
def test_a_row_is_not_meant(query: str, row: str) -> None:
    assert not matches(query, row)


WORDS = st.text(alphabet="腾讯云金融曾行 \n马Pony13.[/]　，ａ", max_size=8)
QUERIES = st.one_of(
    WORDS, st.text(alphabet="tengxuyjirozhaP 1.[", max_size=15), st.sampled_from(["zh", "xingx"])
)


@given(st.lists(WORDS, max_size=6), QUERIES)
def test_many_rows_at_once_are_meant_as_each_of_them_alone(rows: list[str], query: str) -> None:
    meant = {number for number, row in enumerate(rows) if matches(query, row)}
    assert Sieve(rows).matching(query) == meant


def test_a_long_spelling_means_the_same_too() -> None:
    rows = ["腾讯的金融科技", "腾讯的金融", "金融科技", "tengxundejinrongkeji"]
    assert Sieve(rows).prepare().matching("tengxundejinrongkj") == {0}
    assert Sieve(rows).matching("tengxundejinrongkeji") == {0, 3}
