from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.chinese import regional
from content.chinese.regional import said_elsewhere
from content.chinese.variants import fold

WRITTEN = Path(regional.__file__).with_suffix(".toml").read_text(encoding="utf-8")
GROUPS = [line.split() for line in tomllib.loads(WRITTEN)["groups"].splitlines()]
WORDS = sorted({word for group in GROUPS for word in group})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("网络", "网路"),
        ("软件开发", "软体开发"),
        ("人工智能", "人工智慧"),
        ("小程序", "小程式"),
        ("产品质量", "产品品质"),
        ("智能手机软件", "智慧型手机软体"),
        ("出租车", "的士"),
        ("视频", "视讯"),
    ],
)
def test_both_ways(one: str, other: str) -> None:
    assert other in said_elsewhere(one)
    assert one in said_elsewhere(other)


def test_nothing_else_is_changed() -> None:
    assert said_elsewhere("茶叶") == ()
    assert said_elsewhere("") == ()
    assert "网络" not in said_elsewhere("网络")


def test_two_words_change_together_and_each_alone() -> None:
    assert set(said_elsewhere("质量的性能")) == {"品质的效能", "品质的性能", "质量的效能"}


def test_a_word_stays_the_same_throughout() -> None:
    assert said_elsewhere("质量就是质量") == ("品质就是品质",)


def test_a_word_inside_a_longer_one_is_not_replaced() -> None:
    assert "程式" in said_elsewhere("程序")
    assert "小进程" not in said_elsewhere("小程序")
    assert said_elsewhere("数字化") == ("数位化",)


def test_of_two_words_that_overlap_the_later_is_one() -> None:
    assert said_elsewhere("产品质量") == ("产品品质",)


def test_all_words_change_at_once_however_many_there_are() -> None:
    ways = said_elsewhere("网络软件质量性能硬盘鼠标")
    assert ways[0] == "网路软体品质效能硬碟滑鼠"
    assert len(ways) == 8


def test_groups_are_folded_and_have_others() -> None:
    assert len(GROUPS) > 250
    assert not [word for word in WORDS if fold(word) != word]
    assert not [group for group in GROUPS if len(set(group)) < max(2, len(group))]
    assert len(GROUPS) == len(set(map(tuple, GROUPS)))


def test_every_word_of_a_group_is_said_as_the_others_are() -> None:
    for group in GROUPS:
        for word in group:
            assert set(group) - {word} <= set(said_elsewhere(word)), word


@given(st.lists(st.sampled_from([*WORDS, "软件", "的", "a", " "]), max_size=12).map("".join))
def test_ways_are_few_different_and_not_as_asked(text: str) -> None:
    ways = said_elsewhere(text)
    assert len(ways) == len(set(ways)) <= 8
    assert text not in ways
