import itertools

import pytest
from drawn_documents import big_documents, documents
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import harbour

from content.document import Document
from content.reading.assembly import Break, Part, assemble
from tui.typeset.galley import Galley, Position

MEASURES = st.integers(2, 90)
SPACINGS = st.integers(0, 1)
either = st.one_of(documents, big_documents)


def all_positions(galley: Galley) -> list[Position]:
    return [
        Position(index, row)
        for index in range(len(galley.document.passages))
        for row in range(len(galley.rows(index)))
    ]


@settings(max_examples=40, deadline=None)
@given(documents, MEASURES, SPACINGS)
def test_every_row_is_found_by_its_number(document: Document, measure: int, spacing: int) -> None:
    galley = Galley(document, measure, spacing)
    positions = all_positions(galley)
    assert len(positions) == galley.height
    assert [galley.row_number(position) for position in positions] == list(range(galley.height))
    assert [galley.at_row(number) for number in range(galley.height)] == positions
    assert galley.end == positions[-1]


@settings(max_examples=10, deadline=None)
@given(big_documents, MEASURES, st.data())
def test_what_is_not_set_yet_does_not_move_what_stands_before_it(
    document: Document, measure: int, data: st.DataObject
) -> None:
    galley = Galley(document, measure)
    for _ in range(4):
        number = data.draw(st.integers(0, galley.height + 3))
        before = min(number, galley.height - 1)
        found = galley.at_row(number)
        # Setting the passage found may shorten it: then its last row is the nearest there is.
        assert galley.row_number(found) <= before
        assert galley.row_number(found) == before or found.row == len(galley.rows(found.passage)) - 1
        assert galley.at_row(galley.row_number(found)) == found
    assert len(all_positions(galley)) == galley.height
    tops = [galley.top(index) for index in range(len(document.passages))]
    assert tops == sorted(set(tops))


@settings(max_examples=30, deadline=None)
@given(either, MEASURES, st.data())
def test_an_offset_is_shown_by_the_row_that_is_returned_for_it(
    document: Document, measure: int, data: st.DataObject
) -> None:
    galley = Galley(document, measure)
    for _ in range(5):
        offset = data.draw(st.integers(0, len(document.text)))
        position = galley.at_offset(offset)
        row = galley.rows(position.passage)[position.row]
        passage = document.passage_at(offset)
        assert position.passage == passage.number - 1
        assert row.role == "text"
        assert row.start <= offset - passage.start or row.start == 0
        following = [
            each.start for each in galley.rows(position.passage)[position.row + 1 :] if each.role == "text"
        ]
        assert all(start > offset - passage.start for start in following)
        assert galley.offset_at(position) == passage.start + row.start


@settings(max_examples=40, deadline=None)
@given(documents, MEASURES)
def test_every_character_that_is_no_space_is_drawn_once_and_in_order(
    document: Document, measure: int
) -> None:
    galley = Galley(document, measure)
    for index, passage in enumerate(document.passages):
        drawn = [row for row in galley.rows(index) if row.role == "text"]
        assert drawn
        joined = "".join(passage.text[row.start : row.end] for row in drawn)
        assert "".join(joined.split()) == "".join(passage.text.split())
        assert all(a.end <= b.start for a, b in itertools.pairwise(drawn))
        assert all(row.indent >= 0 for row in drawn)


@settings(max_examples=30, deadline=None)
@given(either, MEASURES, st.integers(-200, 200), st.data())
def test_moving_down_and_up_again_returns(
    document: Document, measure: int, rows: int, data: st.DataObject
) -> None:
    galley = Galley(document, measure)
    index = data.draw(st.integers(0, len(document.passages) - 1))
    start = Position(index, data.draw(st.integers(0, len(galley.rows(index)) - 1)))
    moved = galley.move(start, rows)
    gone = galley.row_number(moved) - galley.row_number(start)
    assert abs(gone) <= abs(rows)
    assert gone == rows or moved in (Position(0, 0), galley.end)
    assert galley.move(moved, -gone) == start


def set_rows(
    document: Document, index: int, measure: int = 60, spacing: int = 1
) -> list[tuple[str, str, int]]:
    galley = Galley(document, measure, spacing)
    text = document.passages[index].text
    return [(row.role, text[row.start : row.end], row.indent) for row in galley.rows(index)]


def body(*texts: str) -> Document:
    return assemble([Part("body", text) for text in texts], title="海港")


def test_a_paragraph_is_indented_by_two_characters_and_followed_by_a_blank_row() -> None:
    rows = set_rows(body("潮" * 50, "末尾。"), 0)
    assert rows == [("text", "潮" * 28, 4), ("text", "潮" * 22, 0), ("blank", "", 0)]
    assert set_rows(body("潮", "末尾。"), 1) == [("text", "末尾。", 4)]


def test_a_paragraph_cut_into_passages_goes_on_without_indent_or_blank_row() -> None:
    document = body("潮水来时，船先知道。" * 450, "末尾。")
    assert [passage.continues for passage in document.passages][:3] == [False, True, True]
    assert set_rows(document, 0)[-1][0] == "text"
    assert set_rows(document, 1)[0][2] == 0
    assert set_rows(document, 1)[-1][0] == "text"
    assert set_rows(document, 2)[-1][0] == "blank"


def test_verse_keeps_its_lines() -> None:
    document = assemble([Part("verse", "潮来\n\n船知道"), Part("body", "末尾。")], title="海港")
    assert set_rows(document, 0) == [
        ("text", "潮来", 0), ("text", "", 0), ("text", "船知道", 0), ("blank", "", 0)
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["list", "verse", "table"])
def test_items_lines_and_rows_of_one_whole_stand_together(kind: str) -> None:
    parts = [Part(kind, "潮"), Part(kind, "汐"), Part("body", "末尾。")]  # type: ignore[arg-type]
    document = assemble(parts, title="海港")
    assert [role for role, _, _ in set_rows(document, 0)] == ["text"]
    assert [role for role, _, _ in set_rows(document, 1)] == ["text", "blank"]


def test_the_lines_of_an_item_stand_below_one_another() -> None:
    document = assemble([Part("list", "潮" * 40), Part("body", "末尾。")], title="海港")
    assert [indent for role, _, indent in set_rows(document, 0) if role == "text"] == [4, 4]


def test_a_heading_has_room_above_but_not_at_the_very_top() -> None:
    document = assemble(
        [Part("heading", "一", 1), Part("body", "甲。"), Part("heading", "二", 1), Part("body", "乙。")],
        title="海港",
    )
    assert [role for role, _, _ in set_rows(document, 0)] == ["text", "blank"]
    assert [role for role, _, _ in set_rows(document, 2)] == ["blank", "text", "blank"]
    assert [role for role, _, _ in set_rows(document, 2, spacing=0)] == ["text"]


def test_a_section_without_heading_shows_its_title_unless_it_is_the_first() -> None:
    document = assemble([Part("body", "甲。"), Break("灯"), Part("body", "乙。")], title="海港")
    assert [role for role, _, _ in set_rows(document, 0)] == ["text", "blank"]
    assert [role for role, _, _ in set_rows(document, 1)] == ["title", "blank", "text"]


def test_a_section_that_begins_with_its_title_does_not_show_it_twice() -> None:
    parts = [Part("body", "甲。"), Break("夜里的灯"), Part("body", "夜里的灯"), Part("body", "乙。")]
    document = assemble(parts, title="海港")
    assert [role for role, _, _ in set_rows(document, 1)] == ["text", "blank"]


@pytest.mark.parametrize("kind", ["epigraph", "pullquote", "caption"])
def test_what_is_set_apart_has_less_room_and_none_of_it_where_the_screen_is_narrow(kind: str) -> None:
    document = assemble([Part(kind, "潮" * 60), Part("body", "末尾。")], title="海港")  # type: ignore[arg-type]
    wide = [(len(text), indent) for role, text, indent in set_rows(document, 0) if role == "text"]
    assert all(indent >= 4 and indent + 2 * length <= 60 for length, indent in wide)
    narrow = [(len(text), indent) for role, text, indent in set_rows(document, 0, 30) if role == "text"]
    assert {indent for _, indent in narrow} == {0}


def test_a_book_is_not_set_at_once_and_its_guess_is_near() -> None:
    document = body(*["他说：「走吧。」" * 8] * 3000)
    galley = Galley(document, 60)
    guessed = galley.height
    assert len(galley._rows) == 0
    assert galley.at_row(guessed // 2).passage == pytest.approx(1500, rel=0.02)
    assert len(galley._rows) == 1
    all_positions(galley)
    assert guessed == pytest.approx(galley.height, rel=0.1)


def test_text_rows_are_looked_for_the_way_that_is_asked_and_then_the_other() -> None:
    galley = Galley(harbour(), 60)
    last = len(galley.rows(0)) - 1
    assert galley.rows(0)[last].role == "blank"
    assert galley.text_row(Position(0, last), 1).passage == 1
    assert galley.text_row(Position(0, last), -1) == Position(0, last - 1)
    document = assemble([Part("body", "甲。"), Break("灯"), Part("body", "乙。")], title="海港")
    titled = Galley(document, 60)
    assert titled.text_row(Position(1, 0), -1) == Position(0, 0)
    assert titled.text_row(titled.end, 1) == titled.end


def test_what_is_displayed_decides_where_lines_break_and_offsets_stay_the_sources() -> None:
    document = body("云" * 40, "末尾。")
    wide = Galley(document, 20, display=lambda text: text.replace("云", "a"))
    assert [(row.start, row.end) for row in wide.rows(0) if row.role == "text"] == [
        (0, 16),
        (16, 36),
        (36, 40),
    ]
    assert wide.offset_at(Position(0, 1)) == 16
