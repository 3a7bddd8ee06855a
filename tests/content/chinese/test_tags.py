from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.chinese.tables import FOLDER, make_nouns, make_tags
from content.chinese.tags import tag_of


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("表示", "verb"),
        ("管理", "action"),
        ("上海", "place"),
        ("我们", "function"),
        ("智慧", "noun"),
        ("室友", "noun"),
        ("国务院", "organisation"),
    ],
)
def test_a_word_of_the_dictionary_has_its_part_of_speech(word: str, tag: str) -> None:
    assert tag_of(word) == tag


@pytest.mark.parametrize("word", ["", "云", "沈国梁", "hello", "上市公司的"])
def test_other_characters_have_none(word: str) -> None:
    assert tag_of(word) == ""


def test_what_the_dictionary_calls_a_place_is_one() -> None:
    assert tag_of("扎根") != "place"
    assert tag_of("上市") != "place"


@given(st.text(max_size=9))
def test_any_text_may_be_asked_about(text: str) -> None:
    assert tag_of(text) in {*make_tags.PARTS, "noun", ""}


@pytest.mark.thorough
def test_the_table_is_what_its_maker_makes() -> None:
    assert (FOLDER / "tags.txt").read_text(encoding="utf-8") == make_tags.make()


@pytest.mark.thorough
def test_the_table_of_less_common_words_is_what_its_maker_makes() -> None:
    assert (FOLDER / "nouns.txt").read_text(encoding="utf-8") == make_nouns.make()
