from hypothesis import given
from hypothesis import strategies as st

from tui.trail import Trail


def test_back_and_forward_return_the_places_that_were_left() -> None:
    trail = Trail()
    trail.leave(10)
    trail.leave(20)
    assert trail.back(30) == 20
    assert trail.back(20) == 10
    assert trail.back(10) is None
    assert trail.forward(10) == 20
    assert trail.forward(20) == 30
    assert trail.forward(30) is None


def test_a_new_jump_forgets_what_was_ahead_and_a_place_is_noted_once() -> None:
    trail = Trail()
    trail.leave(10)
    assert trail.back(20) == 10
    trail.leave(10)
    trail.leave(10)
    assert trail.forward(15) is None
    assert trail.back(15) == 10
    assert trail.back(10) is None


@given(st.lists(st.integers(0, 1000), max_size=150))
def test_going_all_the_way_back_and_forward_ends_where_it_began(places: list[int]) -> None:
    trail, here = Trail(), 5000
    for place in places:
        trail.leave(place)
    steps = 0
    while (before := trail.back(here)) is not None:
        here, steps = before, steps + 1
    assert steps <= 100
    while (after := trail.forward(here)) is not None:
        here = after
    assert here == 5000
