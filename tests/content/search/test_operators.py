"""What is read as an operator, and what stays a word."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.document import Kind
from content.search.operators import (
    BegunFilter,
    Filter,
    Key,
    Request,
    as_value,
    begun_filter,
    kind_words,
    read_operators,
)

MARKS = '"“”„‟「」『』｢｣﹁﹂﹃﹄〝〞＂-－:： 　\t\n'


def section(value: str, *, excluded: bool = False) -> Filter:
    return Filter("section", value, excluded)


ORDINARY = """
云|云 计算|jrkj|xi'an|云:计算|http://a.b|12:30|5" x|云"计"|-|- 云
--云|->|-5%|-5 到 -3|2015-09|well-known|－|a－b|-.5|-。
section:|章节：|section: 云|-section:|"|""|" "|「|“”|section:""|theme:"|-「
"""
PHRASES = """
"云 计算"|“云 计算”|「云 计算」|『云 计算』|＂云 计算＂|﹁云 计算﹂|｢云 计算｣|〝云 计算〞
"云 计算|“云 计算|「云 计算|“云 计算“|”云 计算”|“云 计算"|" 云 计算 "|　"云 计算"　|『云 计算
"""


def each_of(table: str) -> list[str]:
    return [typed for line in table.strip("\n").split("\n") for typed in line.split("|")]


@pytest.mark.parametrize("typed", ["", " 　\n", *each_of(ORDINARY)])
def test_an_ordinary_query_has_none(typed: str) -> None:
    assert read_operators(typed) is None


@pytest.mark.parametrize("typed", each_of(PHRASES))
def test_a_phrase_stands_in_marks_of_any_region_closed_or_not(typed: str) -> None:
    assert read_operators(typed) == Request("", phrases=("云 计算",))


def test_marks_within_marks_belong_to_the_phrase() -> None:
    assert read_operators("“他说「好」”") == Request("", phrases=("他说「好」",))
    assert read_operators("「他说“好”」") == Request("", phrases=("他说“好”",))


@pytest.mark.parametrize("typed", ["腾讯 “接口” 财报", "腾讯“接口”财报", "腾讯　「接口」 　财报"])
def test_what_is_around_a_phrase_stays_an_ordinary_query(typed: str) -> None:
    assert read_operators(typed) == Request("腾讯 财报", phrases=("接口",))


@pytest.mark.parametrize("minus", "-－")
@pytest.mark.parametrize(
    ("typed", "without"),
    [
        *((word, word) for word in ("云", "cloud", "云-端", "foo:bar", "C++")),
        *((phrase, "a 5%") for phrase in ('"a 5%"', "“a 5%”", "「a 5%", "＂a 5%＂")),
    ],
)
def test_a_minus_leaves_out(minus: str, typed: str, without: str) -> None:
    assert read_operators(minus + typed) == Request("", without=(without,))
    assert read_operators(f"腾讯　{minus}{typed}") == Request("腾讯", without=(without,))


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        *((word, "section") for word in ("section", "Section", "ＳＥＣＴＩＯＮ", "章节", "章節")),
        *((word, "theme") for word in ("theme", "THEME", "主题", "主題")),
        *((word, "entity") for word in ("entity", "name", "实体", "實體", "名称", "名稱", "名录", "名錄")),
        *((word, "kind") for word in ("kind", "类型", "類型", "种类", "種類")),
    ],
)
@pytest.mark.parametrize("colon", [":", "："])
def test_a_filter_has_a_key_in_any_script_case_and_width(typed: str, key: str, colon: str) -> None:
    for value in ("雲", '"雲"', "“雲", "「雲」"):
        assert read_operators(typed + colon + value) == Request("", filters=(Filter(key, "雲"),))  # type: ignore[arg-type]
    assert read_operators(f"－{typed}{colon}雲") == Request("", filters=(Filter(key, "雲", excluded=True),))  # type: ignore[arg-type]


def test_everything_at_once_in_any_order() -> None:
    told = read_operators('云 section:“金融 的” -theme:cloud "a b" 计算 －没有 section:2 -"c d"')
    assert told == Request(
        "云 计算",
        phrases=("a b",),
        without=("没有", "c d"),
        filters=(section("金融 的"), Filter("theme", "cloud", excluded=True), section("2")),
    )


def test_full_width_operators_need_no_spaces_after_a_phrase() -> None:
    assert read_operators("“短语”章节：云") == Request("", phrases=("短语",), filters=(section("云"),))
    assert read_operators("“短语”－没有") == Request("", phrases=("短语",), without=("没有",))


def test_what_is_no_operator_keeps_its_place_beside_those_that_are() -> None:
    assert read_operators('- 云 section: "" -5% section:x') == Request(
        '- 云 section: "" -5%', filters=(section("x"),)
    )


def test_whether_anything_is_sought() -> None:
    for typed in ("-云", "-section:x -云"):
        request = read_operators(typed)
        assert request is not None
        assert request.only_excludes
    for typed in ("-云 x", '-云 "x"', "-云 theme:x"):
        request = read_operators(typed)
        assert request is not None
        assert not request.only_excludes


def test_every_kind_of_passage_that_is_searched_has_words() -> None:
    assert set(kind_words().values()) == set(get_args(Kind)) - {"notice"}
    assert {kind_words()[word] for word in ("quote", "引文")} == {"pullquote"}


pieces = st.lists(
    st.sampled_from([*MARKS, "section:", "主題：", "-", "云", "5%", "a", "\ud800", "\0"])
    | st.text(max_size=5)
).map("".join)


@given(st.text() | pieces)
def test_no_text_raises_and_every_part_of_the_answer_says_something_that_was_typed(typed: str) -> None:
    request = read_operators(typed)
    if request is None:
        return
    said = [
        *request.words.split(),
        *request.phrases,
        *request.without,
        *(each.value for each in request.filters),
    ]
    assert request.phrases or request.without or request.filters
    for part in said:
        assert part.strip() == part != ""
        assert part in typed


@given(
    st.text(st.characters(exclude_characters=MARKS, exclude_categories=["Z", "C"]), min_size=1, max_size=8)
)
def test_any_word_may_be_a_value_or_a_phrase(word: str) -> None:
    assert read_operators(f"section:{word}") == Request("", filters=(section(word),))
    assert read_operators(f"“{word}") == Request("", phrases=(word,))
    assert read_operators(word) is None


@pytest.mark.parametrize(
    ("typed", "begun"),
    [
        ("section:", ("section", "", 8)),
        ("云 -主題：jr", ("theme", "jr", 6)),
        ('entity:"Pony M', ("entity", "Pony M", 7)),
        ("theme:a kind:b", ("kind", "b", 13)),
        ("theme:“", ("theme", "", 6)),
    ],
)
def test_a_filter_whose_value_is_being_typed_is_told(typed: str, begun: tuple[Key, str, int]) -> None:
    assert begun_filter(typed) == BegunFilter(*begun)


@pytest.mark.parametrize(
    "typed", ["", "云", "theme: ", "theme:a ", 'theme:"a"', "theme:a 云", '"theme:a', "-"]
)
def test_no_filter_is_being_typed_elsewhere(typed: str) -> None:
    assert begun_filter(typed) is None


@given(st.text(min_size=1, max_size=12) | st.text('a "“「』”', min_size=1))
def test_a_value_is_written_so_that_it_is_read_back(value: str) -> None:
    written = as_value(value)
    if written is None:
        assert value != value.strip() or set(value) & set(MARKS)
    else:
        assert read_operators(f"section:{written} 云") == Request("云", filters=(section(value),))
