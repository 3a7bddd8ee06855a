from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.analysis.coding import CodingError, Decoder, encoded


@dataclass(frozen=True, slots=True)
class Place:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    name: str
    kind: Literal["one", "two"]
    value: int | float | None
    holds: bool | None
    places: tuple[Place, ...]
    note: str | None = None


DECODER = Decoder({"Place": Place, "Found": Found})
FOUND = st.builds(
    Found,
    st.text(),
    st.sampled_from(["one", "two"]),
    st.none() | st.integers() | st.floats(allow_nan=False),
    st.none() | st.booleans(),
    st.lists(st.builds(Place, st.integers(), st.integers()), max_size=3).map(tuple),
    st.none() | st.text(),
)


@given(FOUND)
def test_every_record_comes_back_as_it_was(found: Found) -> None:
    written = json.loads(json.dumps(encoded(found)))
    again = DECODER.decoded(Found, written)
    assert again == found
    assert type(again.value) is type(found.value)


@pytest.mark.parametrize(
    "written",
    [
        None,
        3,
        {},
        [],
        ["a", "one", 1, True, []],
        ["a", "three", 1, True, [], None],
        [1, "one", 1, True, [], None],
        ["a", "one", "1", True, [], None],
        ["a", "one", True, True, [], None],
        ["a", "one", 1, 1, [], None],
        ["a", "one", 1, True, [[1]], None],
        ["a", "one", 1, True, [[1, 2.5]], None],
        ["a", "one", 1, True, 5, None],
    ],
    ids=str,
)
def test_what_was_not_written_so_is_refused(written: object) -> None:
    with pytest.raises(CodingError):
        DECODER.decoded(Found, written)
