from hypothesis import example, given
from hypothesis import strategies as st

from content.document import Span
from tui.current_set import CurrentSet

SPANS = st.lists(
    st.builds(lambda start, length: Span(start, start + length), st.integers(0, 99), st.integers(1, 9))
)


def set_of(*starts: int) -> CurrentSet:
    return CurrentSet.of("hits", "云", "搜索 云", [Span(start, start + 1) for start in starts])


@given(SPANS)
@example([Span(0, 2), Span(0, 2), Span(3, 4)])
def test_members_are_sorted_and_stand_once(spans: list[Span]) -> None:
    assert CurrentSet.of("name", "", "", spans).members == tuple(sorted(set(spans)))


@given(SPANS.filter(bool), st.integers(0, 120))
def test_the_first_member_at_or_after_a_place_is_found_else_the_first_of_all(
    spans: list[Span], at: int
) -> None:
    found = CurrentSet.of("name", "", "", spans).at_or_after(at)
    later = [span for span in sorted(set(spans)) if span.start >= at]
    assert found.span == (later[0] if later else min(spans))


@given(SPANS.filter(bool))
def test_stepping_visits_every_member_and_says_when_it_went_round(spans: list[Span]) -> None:
    present = start = CurrentSet.of("name", "", "", spans)
    seen = []
    for _ in start.members:
        seen.append(present.span)
        present, wrapped = present.step(1)
        assert wrapped == (present.present == 0)
    assert tuple(seen) == start.members
    back, wrapped = start.step(-1)
    assert (back.span, wrapped) == (start.members[-1], True)
    assert back.step(1) == (start, True)


def test_an_empty_set_has_no_present_member_and_can_be_stepped() -> None:
    empty = set_of()
    assert empty.span is None
    assert empty.at_or_after(5).span is None
    assert empty.step(1)[0].span is None


def test_a_place_within_a_member_counts_as_after_its_start() -> None:
    assert set_of(3, 10).at_or_after(3).span == Span(3, 4)
    assert set_of(3, 10).at_or_after(4).span == Span(10, 11)
    assert set_of(3, 10).at_or_after(11).present == 0
