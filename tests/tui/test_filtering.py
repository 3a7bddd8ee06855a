import pytest

from tui.filtering import matches


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
