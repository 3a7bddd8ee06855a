import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reading import harbour

from content.document import Passage, Span
from tui.glyphs import widen
from tui.rows.snippet import snippet, whole_characters
from tui.text import cells
from tui.widgets.row_list import Part

FLAGS = "\U0001f1e8\U0001f1f3\U0001f1fa\U0001f1f8"
WHOLE = [
    "云", "a", "，", "“", " ", "e\u0301", "e\u0301\u0327", "葛\U000e0100", "❤\ufe0f", "1\ufe0f\u20e3",
    "か\u3099", "\U0001f44d\U0001f3fd", "\U0001f469\u200d\U0001f469\u200d\U0001f467", FLAGS[:2], FLAGS[2:],
    "\u0915\u093f", "각",
]  # fmt: skip
"""What readers take for one character each."""


def passage(text: str, start: int = 0) -> Passage:
    return Passage(1, text, "body", 1, start, start + len(text))


def words(parts: tuple[Part, ...]) -> str:
    return "".join(text for text, part in parts if part != "quiet")


def test_it_begins_shortly_before_the_match_and_says_where_text_is_left_out() -> None:
    document = harbour()
    third = document.passages[3]
    at = third.text.index("马化腾")
    parts = snippet(third, [Span(third.start + at, third.start + at + 3)], str, 50)
    assert parts[0] == parts[-1] == ("…", "quiet")
    assert [text for text, part in parts if part == "hit"] == ["马化腾"]
    assert words(parts) in third.text
    assert 2 <= len(parts[1][0]) <= 8
    assert 48 <= sum(cells(text) for text, _ in parts) <= 50


def test_a_match_at_the_end_shows_more_of_what_stands_before_it() -> None:
    parts = snippet(passage("云" * 99 + "末尾"), [Span(99, 101)], str, 40)
    assert parts == (("…", "quiet"), ("云" * 17, ""), ("末尾", "hit"))


def test_a_passage_that_fits_is_shown_whole_and_without_ellipses() -> None:
    assert snippet(passage("云上，云下"), [Span(3, 4)], str, 10) == (
        ("云上，", ""),
        ("云", "hit"),
        ("下", ""),
    )


def test_it_does_not_begin_with_a_closing_mark() -> None:
    parts = snippet(passage("云" * 50 + "。」第二句话在这里" + "云" * 50), [Span(55, 57)], str, 40)
    assert parts[1][0].startswith("第二句")


def test_of_several_words_it_shows_the_place_where_most_of_them_stand() -> None:
    text = "腾讯" + "云" * 60 + "医疗" + "，腾讯在做" + "云" * 60
    places = [Span(0, 2), Span(62, 64), Span(65, 67)]
    hits = [text for text, part in snippet(passage(text), places, str, 60) if part == "hit"]
    assert hits == ["医疗", "腾讯"]


def test_lines_of_verse_and_tabs_stand_on_one_line() -> None:
    assert words(snippet(passage("潮水\n来时\t船"), [Span(0, 2)], str, 40)) == "潮水 来时 船"


def test_it_is_measured_as_it_is_displayed() -> None:
    parts = snippet(passage("“" * 90), [Span(40, 41)], widen, 40)
    assert sum(cells(text) for text, _ in parts) <= 40
    assert ("「", "hit") in parts


@pytest.mark.parametrize("text", WHOLE)
def test_each_is_one_character(text: str) -> None:
    assert [(start, end) for start, end, _ in whole_characters(f"云{text}云")][1:-1] == [(1, 1 + len(text))]


def test_a_long_row_of_flags_is_told_apart_from_its_beginning() -> None:
    for at in range(200, 208):
        (text,) = (
            text for text, part in snippet(passage(FLAGS * 400), [Span(at, at + 1)], str, 41) if part == "hit"
        )
        assert text in (FLAGS[:2], FLAGS[2:])
        assert text == (FLAGS * 400)[at - at % 2 :][:2]


@given(
    st.lists(st.sampled_from(WHOLE), min_size=1, max_size=120),
    st.lists(st.tuples(st.integers(0, 130), st.integers(1, 6)), max_size=4),
    st.integers(0, 70),
    st.integers(0, 1000),
)
def test_it_is_cut_between_characters_and_never_wider_than_asked(
    characters: list[str], places: list[tuple[int, int]], width: int, start: int
) -> None:
    text = "".join(characters)
    ends = {0}
    for character in characters:
        ends.add(max(ends) + len(character))
    spans = [
        Span(start + at, start + at + length) for at, length in sorted(places) if at + length <= len(text)
    ]
    parts = snippet(passage(text, start), spans, str, width)
    assert sum(cells(shown) for shown, _ in parts) <= width
    shown = words(parts)
    assert shown in text
    cuts = set()
    for at in range(len(text) - len(shown) + 1):
        if text.startswith(shown, at):
            cuts.add(at)
    assert any(at in ends and at + len(shown) in ends for at in cuts)
    if shown and spans and width > 40:
        assert any(part == "hit" for _, part in parts)
    if parts and parts[0] != ("…", "quiet"):
        assert text.startswith(shown)
    if parts and parts[-1] != ("…", "quiet"):
        assert text.endswith(shown)


@example("000\n", 0, 3)
@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\u200d\ufe0f\u0301" + FLAGS), max_size=200), st.integers(0, 200), st.integers(-3, 60))  # fmt: skip  # noqa: E501 — one strategy
def test_any_text_at_all_is_cut_to_width(text: str, at: int, width: int) -> None:
    parts = snippet(passage(text), [Span(at, at + 2)], str, width)
    assert sum(cells(shown) for shown, _ in parts) <= max(0, width)
    characters = whole_characters(text)
    assert "".join(text[start:end] for start, end, _ in characters) == text
