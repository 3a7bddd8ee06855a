from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.analysis.density import density


def test_each_offset_falls_into_its_stretch() -> None:
    assert density([0, 24, 25, 50, 99], 100, 4) == (2, 1, 1, 1)


def test_the_end_of_the_text_belongs_to_the_last_stretch() -> None:
    assert density([100], 100, 4) == (0, 0, 0, 1)


def test_more_stretches_than_characters_leave_some_empty() -> None:
    assert density([0, 1], 2, 4) == (1, 0, 1, 0)


def test_nothing_to_count_is_all_zeros() -> None:
    assert density([], 0, 3) == (0, 0, 0)
    assert density([0], 0, 3) == (1, 0, 0)


@pytest.mark.parametrize(
    ("offsets", "length", "bins"), [([0], 10, 0), ([-1], 10, 3), ([11], 10, 3), ([0], -1, 3)]
)
def test_what_cannot_be_counted_is_refused(offsets: list[int], length: int, bins: int) -> None:
    with pytest.raises(ValueError, match=r"stretch|outside"):
        density(offsets, length, bins)


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.integers(1, 200), st.data())
def test_every_offset_is_counted_once_and_in_order(length: int, bins: int, data: st.DataObject) -> None:
    offsets = data.draw(st.lists(st.integers(0, length), max_size=50))
    counts = density(offsets, length, bins)
    assert len(counts) == bins
    assert sum(counts) == len(offsets)
    if offsets:
        one = density([min(offsets)], length, bins).index(1)
        assert not any(counts[:one])
