"""Edges that a mark's end goes to: of characters, words and sentences, on into other passages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_documents import document_of

from content.document import Span
from tui.marking import Mark, Unit, following, moved, sentence_from, trimmed

TEXTS = ("潮水来了。船先知道！“走吧。”老周说", "腾讯云 v2.0 上线。", "末")
DOCUMENT = document_of(*TEXTS)
SECOND, THIRD = (passage.start for passage in DOCUMENT.passages[1:])


def walked(unit: Unit, by: int, words: frozenset[int] | None = None) -> list[int]:
    """All edges, from one end of the text to the other."""
    offset, text = (0 if by > 0 else len(DOCUMENT.text)), []
    while True:
        moving = moved(
            DOCUMENT, Mark(0, offset), unit, by, lambda at: None if words is None else at in words
        ).moving
        if moving == offset:
            return text
        text.append(offset := moving)


def test_sentences_end_behind_their_marks_and_with_the_passage() -> None:
    ends = [5, 10, 15, 18]
    assert walked("sentence", 1) == [*ends, THIRD - 1, len(DOCUMENT.text)]
    assert walked("sentence", -1) == [THIRD, SECOND, 15, 10, 5, 0]


def test_words_are_those_that_were_cut_and_a_latin_word_or_number_is_one_always() -> None:
    known = frozenset(range(len(DOCUMENT.text))) - {SECOND + 1}
    stops = [each - SECOND for each in walked("word", 1, known) if SECOND <= each < THIRD - 1]
    assert stops == [2, 3, 4, 8, 9, 10, 11]
    unknown = [each - SECOND for each in walked("word", 1) if SECOND <= each < THIRD - 1]
    assert unknown == [1, 2, 3, 4, 8, 9, 10, 11]
    assert walked("word", -1, known)[::-1][1:4] == walked("word", 1, known)[:3]


def test_a_character_takes_with_it_what_only_changes_how_it_is_drawn() -> None:
    text = document_of("葛\ufe00e\u0301👨\u200d👩尾")
    mark = Mark(0, 0)
    stops = []
    for _ in range(5):
        mark = moved(text, mark, "character", 1, lambda _: None)
        stops.append(mark.moving)
    assert stops == [2, 4, 7, 8, 8]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (Span(0, 12), "潮水来了。"),
        (Span(3, 12), "船先知道！"),
        (Span(6, 9), "船先知道！"),
        (Span(16, 18), "老周说"),
        (Span(SECOND, SECOND + 3), TEXTS[1]),
        (Span(len(DOCUMENT.text), len(DOCUMENT.text)), "末"),
    ],
)
def test_a_mark_begins_with_the_sentence_of_the_row(row: Span, sentence: str) -> None:
    span = sentence_from(DOCUMENT, row).span
    assert DOCUMENT.text[span.start : span.end] == sentence


def test_the_sentence_behind_follows_into_the_next_passage_up_to_the_last() -> None:
    mark, marked = sentence_from(DOCUMENT, Span(11, 12)), []
    for _ in range(5):
        marked.append(DOCUMENT.text[mark.span.start : mark.span.end])
        mark = following(DOCUMENT, mark)
    assert marked == ["“走吧。”", "老周说", TEXTS[1], "末", "末"]


def test_the_other_end_moves_once_it_was_turned_to() -> None:
    mark = moved(DOCUMENT, Mark(5, 10).turned(), "sentence", -1, lambda _: None)
    assert (mark.moving, mark.span) == (0, Span(0, 10))


def test_blanks_at_the_ends_are_not_kept() -> None:
    assert trimmed("海 潮水\n　来", Span(1, 6)) == Span(2, 4)
    assert trimmed("海 \n　来", Span(1, 4)) is None


@given(
    st.lists(st.text(alphabet="潮水。”！ a1.\n\u0301\u200d", max_size=12), min_size=1, max_size=4),
    st.data(),
)
def test_an_end_always_moves_the_way_it_is_told_or_is_at_the_end(
    texts: list[str], data: st.DataObject
) -> None:
    document = document_of(*texts)
    offset = data.draw(st.integers(0, len(document.text)))
    unit: Unit = data.draw(st.sampled_from(("character", "word", "sentence")))
    right, left = (moved(document, Mark(0, offset), unit, by, lambda _: None).moving for by in (1, -1))
    assert 0 <= left < offset or left == offset == 0
    assert offset < right <= len(document.text) or right == offset == len(document.text)
    assert sentence_from(document, Span(offset, offset + 1)).span.end <= len(document.text)
