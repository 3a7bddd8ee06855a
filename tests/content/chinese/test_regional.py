import pytest

from content.chinese.regional import said_elsewhere


@pytest.mark.parametrize(
    ("one", "other"),
    [("网络", "网路"), ("软件开发", "软体开发"), ("人工智能", "人工智慧"), ("小程序", "小程式")],
)
def test_both_ways(one: str, other: str) -> None:
    assert other in said_elsewhere(one)
    assert one in said_elsewhere(other)


def test_nothing_else_is_changed() -> None:
    assert said_elsewhere("茶叶") == ()
    assert "网络" not in said_elsewhere("网络")
