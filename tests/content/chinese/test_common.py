from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.chinese.common import is_common_word, times_seen
from content.chinese.segmentation import dictionary_words
from content.chinese.tables import FOLDER, make_frequent, make_words, read_table


@pytest.mark.parametrize("word", ["体检", "实质", "形式", "形势", "利润率", "市场经济", "用户"])
def test_a_common_word_is_one(word: str) -> None:
    assert is_common_word(word)


@pytest.mark.parametrize(
    "word", ["", "云", "体件", "实制", "用用户", "户用", "hello", "检体检", "一", "龘龘龘龘龘"]
)
def test_other_characters_are_none(word: str) -> None:
    assert not is_common_word(word)


@cache
def the_dictionary() -> dict[str, int]:
    return dictionary_words()


def test_every_word_of_the_table_is_found_and_known_to_the_dictionary() -> None:
    known = the_dictionary()
    for length, (words,) in read_table("words.txt").items():
        each_of = [words[start : start + int(length)] for start in range(0, len(words), int(length))]
        assert each_of == sorted(set(each_of))
        assert each_of[0] == words[: int(length)]
        assert all(map(is_common_word, each_of[::97]))
        assert is_common_word(each_of[-1])
        assert (
            len([word for word in each_of if word not in known]) < len(each_of) / 100
        )  # variants are folded


@given(st.text(max_size=6) | st.text("一体检形式势\U00020000", max_size=5))
def test_any_text_may_be_asked_about(text: str) -> None:
    words = dict(read_table("words.txt")).get(str(len(text)), [""])[0]
    written = any(words.startswith(text, start) for start in range(0, len(words), len(text) or 1))
    assert is_common_word(text) == (bool(words) and written)


@pytest.mark.thorough
def test_the_committed_table_is_what_the_generator_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_words, "dictionary_words", the_dictionary)
    assert (FOLDER / "words.txt").read_text(encoding="utf-8") == make_words.make()
    assert (FOLDER / "words.txt").stat().st_size < 250_000


def test_how_often_a_word_is_seen_is_known_for_frequent_ones() -> None:
    assert (
        times_seen("市场")
        > times_seen("剧团")
        > times_seen("光伏")
        == times_seen("")
        == times_seen("云")
        == 0
    )


def test_the_committed_frequencies_are_what_the_generator_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_frequent, "dictionary_words", the_dictionary)
    assert (FOLDER / "frequent.txt").read_text(encoding="utf-8") == make_frequent.make()
    assert (FOLDER / "frequent.txt").stat().st_size < 250_000
