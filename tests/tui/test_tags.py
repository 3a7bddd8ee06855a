import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.tags import shown_tags, typed_tags


@pytest.mark.parametrize(
    ("typed", "before", "tags"),
    [
        ("钱 海", (), ("钱", "海")),
        ("#钱 ＃海，#钱", (), ("钱", "海")),
        ("钱、海；云　数", (), ("钱", "海", "云", "数")),
        (" 、 ", ("钱",), ()),
        ("to read、钱", ("to read", "钱"), ("to read", "钱")),
        ("to read、钱 多", ("to read",), ("to read", "钱 多")),
        ("C#", ("C#",), ("C#",)),
    ],
)
def test_tags_are_parted_by_marks_and_by_blanks_that_none_of_them_has(
    typed: str, before: tuple[str, ...], tags: tuple[str, ...]
) -> None:
    assert typed_tags(typed, before) == tags


@given(st.lists(st.text(max_size=8), max_size=4))
def test_tags_that_were_not_touched_stay_whatever_is_in_them(tags: list[str]) -> None:
    assert typed_tags(shown_tags(tuple(tags)), tuple(tags)) == tuple(tags)
