import tomllib
from pathlib import Path

import pytest

import content.chinese
from content.chinese.lookalikes import alike, lookalikes
from content.chinese.variants import fold

GROUPS: list[str] = tomllib.loads(
    Path(content.chinese.__path__[0], "lookalikes.toml").read_text(encoding="utf-8")
)["groups"].split()


@pytest.mark.parametrize(
    "group", ["己已巳", "未末", "拔拨", "辩辨辫瓣", "候侯", "崇祟", "徽微", "睛晴", "赢嬴", "蓝篮", "泄泻"]
)
def test_all_of_a_group_are_alike_both_ways(group: str) -> None:
    assert all(alike(one, other) for one in group for other in group if one != other)


@pytest.mark.parametrize(
    ("one", "other"), [("未", "己"), ("末", "末"), ("人", ""), ("", "人"), ("", ""), ("a", "b")]
)
def test_others_are_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)


def test_a_character_of_several_groups_has_the_lookalikes_of_each() -> None:
    assert set(lookalikes("账")) == set("帐胀")
    assert set(lookalikes("瓣")) == set("辩辨辫")
    assert lookalikes("龘") == ""


def test_every_group_is_of_different_folded_characters_and_listed_once() -> None:
    assert all(len(group) == len(set(group)) >= 2 and fold(group) == group for group in GROUPS)
    assert len({frozenset(group) for group in GROUPS}) == len(GROUPS) >= 250
