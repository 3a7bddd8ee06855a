from drawn_documents import big_documents, documents
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import harbour

from content.document import Document
from content.reading.assembly import Part, assemble
from tui.typeset.galley import Galley, Position
from tui.typeset.viewport import Viewport

MEASURES = st.integers(2, 80)
HEIGHTS = st.integers(1, 40)
either = st.one_of(documents, big_documents)


def text_rows(galley: Galley) -> list[Position]:
    return [
        Position(index, row)
        for index in range(len(galley.document.passages))
        for row, each in enumerate(galley.rows(index))
        if each.role == "text"
    ]


def sound(viewport: Viewport) -> None:
    """The reading line is among the rows that show, on text, and no screen is left half empty."""
    rows = viewport.rows
    assert viewport.reading in rows
    assert rows[0] == viewport.top
    assert rows[viewport.reading_row] == viewport.reading
    assert viewport.galley.rows(viewport.reading.passage)[viewport.reading.row].role == "text"
    assert len(rows) == min(viewport.height, viewport.galley.height) or viewport.galley.height > len(rows)
    assert len(rows) == viewport.height or viewport.top == Position(0, 0)


@settings(max_examples=30, deadline=None)
@given(documents, MEASURES, HEIGHTS)
def test_going_down_row_by_row_visits_every_text_row_once_and_up_again(
    document: Document, measure: int, height: int
) -> None:
    galley = Galley(document, measure)
    viewport = Viewport(galley, height)
    expected = text_rows(galley)
    seen = [viewport.reading]
    for _ in range(len(expected) + 1):
        viewport.move(1)
        sound(viewport)
        if viewport.reading == seen[-1]:
            break
        seen.append(viewport.reading)
    assert seen == expected
    assert viewport.rows[-1] == galley.end
    for position in reversed(expected):
        assert viewport.reading == position
        viewport.move(-1)
    assert viewport.reading == expected[0]
    assert viewport.top == Position(0, 0)


MOVES = st.one_of(
    st.tuples(st.just("move"), st.sampled_from([1, -1, 5, -5])),
    st.tuples(st.just("page"), st.sampled_from([1, -1, 3, -3, 18, -18, 500, -500])),
    st.tuples(st.just("go_to"), st.integers(0, 30_000)),
    st.tuples(st.just("scroll_to"), st.integers(-5, 3_000)),
    st.tuples(st.just("read_row"), st.integers(-2, 60)),
)


@settings(max_examples=60, deadline=None)
@given(either, MEASURES, HEIGHTS, st.integers(0, 30_000), st.lists(MOVES, max_size=12))
def test_whatever_is_done_the_reading_line_stands_on_text_that_shows(
    document: Document, measure: int, height: int, offset: int, moves: list[tuple[str, int]]
) -> None:
    viewport = Viewport(Galley(document, measure), height, offset)
    sound(viewport)
    for name, by in moves:
        getattr(viewport, name)(by)
        sound(viewport)


@settings(max_examples=40, deadline=None)
@given(either, MEASURES, HEIGHTS, st.data())
def test_going_to_an_offset_shows_it_under_the_reading_line(
    document: Document, measure: int, height: int, data: st.DataObject
) -> None:
    viewport = Viewport(Galley(document, measure), height)
    for _ in range(3):
        offset = data.draw(st.integers(0, len(document.text) - 1))
        viewport.go_to(offset)
        sound(viewport)
        assert viewport.reading == viewport.galley.at_offset(offset)


@settings(max_examples=20, deadline=None)
@given(documents, MEASURES, HEIGHTS)
def test_pages_lead_to_the_end_and_back_to_the_beginning(
    document: Document, measure: int, height: int
) -> None:
    galley = Galley(document, measure)
    viewport = Viewport(galley, height)
    step = max(1, height - 2)
    for direction, goal in ((1, lambda: text_rows(galley)[-1]), (-1, lambda: text_rows(galley)[0])):
        for _ in range(2 * len(document.text) + 50):
            before = viewport.reading, viewport.top
            viewport.page(direction * step)
            sound(viewport)
            if (viewport.reading, viewport.top) == before:
                break
            assert (viewport.reading >= before[0]) == (direction > 0) or viewport.reading == before[0]
        assert viewport.reading == goal()


@settings(max_examples=30, deadline=None)
@given(documents, MEASURES, st.integers(6, 40), st.integers(1, 6))
def test_a_page_down_and_a_page_up_return_where_there_was_room(
    document: Document, measure: int, height: int, pages: int
) -> None:
    galley = Galley(document, measure)
    viewport = Viewport(galley, height)
    for _ in range(pages):
        top, step = viewport.top, height - 2
        viewport.page(step)
        if galley.row_number(viewport.top) - galley.row_number(top) != step:
            return
        viewport.page(-step)
        assert viewport.top == top
        viewport.page(step)


@settings(max_examples=30, deadline=None)
@given(either, MEASURES, MEASURES, HEIGHTS, HEIGHTS, st.data())
def test_another_size_keeps_the_text_that_is_read(
    document: Document, measure: int, other: int, height: int, low: int, data: st.DataObject
) -> None:
    offset = data.draw(st.integers(0, len(document.text) - 1))
    viewport = Viewport(Galley(document, measure), height, offset)
    kept = viewport.galley.offset_at(viewport.reading)
    resized = Viewport(Galley(document, other), low, kept, viewport.reading_row)
    sound(resized)
    assert resized.reading == resized.galley.at_offset(kept)


def test_the_text_stands_still_until_the_line_is_past_the_middle() -> None:
    viewport = Viewport(Galley(harbour(), 60), 21)
    while viewport.reading_row < 9:
        viewport.move(1)
        assert viewport.top == Position(0, 0)
    for _ in range(6):
        viewport.move(1)
    assert viewport.reading_row == 10
    assert viewport.top > Position(0, 0)


def test_the_first_and_the_last_row_can_be_read_in_a_window_of_any_height() -> None:
    galley = Galley(harbour(), 60)
    for height in (1, 2, 3, 500):
        viewport = Viewport(galley, height)
        viewport.go_to(len(galley.document.text))
        assert viewport.reading == galley.end
        viewport.go_to(0)
        assert viewport.reading == text_rows(galley)[0]


def test_a_hit_near_by_does_not_scroll_and_one_far_off_stands_a_third_down() -> None:
    galley = Galley(harbour(), 60)
    viewport = Viewport(galley, 21)
    viewport.go_to(galley.offset_at(viewport.rows[12]))
    assert viewport.top == Position(0, 0)
    viewport.go_to(galley.document.passages[14].start)
    assert viewport.reading_row == 7


def test_at_the_end_a_page_moves_the_line_alone() -> None:
    galley = Galley(harbour(), 60)
    viewport = Viewport(galley, 10)
    viewport.scroll_to(galley.height)
    top = viewport.top
    viewport.read_row(0)
    viewport.page(8)
    assert viewport.top == top
    assert viewport.reading == galley.end or viewport.reading_row >= 8


def test_a_click_on_a_blank_row_reads_the_next_text() -> None:
    document = assemble([Part("body", "甲。"), Part("body", "乙。")], title="海港")
    viewport = Viewport(Galley(document, 60), 10)
    viewport.read_row(1)
    assert viewport.reading == Position(1, 0)
    viewport.read_row(9)
    assert viewport.reading == Position(1, 0)
