"""What the word being typed may become."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from naughty import NAUGHTY
from search_texts import document_of

from content.lexicon import parse_lexicon
from content.search import SearchIndex

LEXICON = parse_lexicon(
    """
[[entities]]
name = "灯塔会"
kind = "org"
english = "Light House"
aliases = ["灯会"]
[[entities]]
name = "用户画像"
kind = "product"
[[entities]]
name = "没人提"
kind = "person"
[[themes]]
id = "sea"
name = "大海"
english = "open sea"
words = ["渔船"]
[[themes]]
id = "sky"
name = "天空"
english = "wide sky"
words = ["星星"]
"""
)
PASSAGES = [
    "# 灯塔的故事",
    "用户画像是用户的画像。用户很多，用 PostgreSQL 的用户更多，永辉的用户也多。",
    "# 数字 港口",
    "灯塔会管着灯塔，灯塔会说渔船少了。渔船过了灯塔，渔船没有 CynosDB，也没有采用能手。",
    "lightning 和 light 不同，金融很近，金融科技更近，而 foobar123 在它前面。",
]


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    index = SearchIndex(document_of(PASSAGES), lexicon=LEXICON)
    cut = "用户画像|用户|永辉|灯塔会|灯塔|渔船|采用能手|金融科技|金融|PostgreS|QL|CynosDB|foo|bar123|light|."
    texts = [passage.removeprefix("# ") for passage in PASSAGES]
    index.set_words([re.findall(cut, text) for text in texts])
    return index


def words(index: SearchIndex, typed: str, limit: int = 8) -> list[str]:
    return [completion.word for completion in index.complete(typed, limit)]


def queries(index: SearchIndex, typed: str, limit: int = 8) -> list[str]:
    return [completion.query for completion in index.complete(typed, limit)]


def test_a_word_that_is_spelled_out_comes_before_names_that_begin_so(index: SearchIndex) -> None:
    assert words(index, "yonghu") == ["用户", "永辉", "用户画像"]
    assert words(index, "金rong")[:2] == ["金融", "金融科技"]


def test_as_many_letters_as_characters_are_not_yet_its_initials() -> None:
    lexicon = parse_lexicon('[[entities]]\nname = "中国共产党"\nkind = "org"')
    index = SearchIndex(document_of(["中国共产党有两座钟楼，钟楼"]), lexicon=lexicon)
    index.set_words([["中国共产党", "有", "两座", "钟楼", "，", "钟楼"]])
    assert words(index, "zhong") == ["钟楼", "中国共产党"]


def test_words_come_before_characters_and_the_commonest_first_in_whichever_way_they_sound() -> None:
    index = SearchIndex(document_of(["按安全的办法，安全，按按，安娜"]), lexicon=parse_lexicon(""))
    index.set_words([["按", "安全", "的", "办法", "，", "安全", "，", "按", "按", "，", "安娜"]])
    assert words(index, "an") == ["安全", "安娜", "按"]


def test_a_latin_word_comes_before_what_only_sounds_so(index: SearchIndex) -> None:
    assert words(index, "cyn") == ["CynosDB", "采用能手"]


def test_latin_words_are_offered_whole_as_the_text_writes_them(index: SearchIndex) -> None:
    assert words(index, "Po") == ["PostgreSQL"]
    assert words(index, "postgres") == ["PostgreSQL"]
    assert words(index, "ql") == []
    assert words(index, "foo") == ["foobar123"]
    assert words(index, "lig") == ["light"]


def test_names_and_words_are_merged_by_how_often_they_stand(index: SearchIndex) -> None:
    assert words(index, "灯") == ["灯塔", "灯塔会"]
    assert words(index, "yh") == ["用户", "永辉", "用户画像"]


def test_what_is_there_already_is_not_offered(index: SearchIndex) -> None:
    assert "用户" not in words(index, "用户")
    assert words(index, "PostgreSQL") == []


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("theme:", ["theme:sea"]),
        ("主题：", ["主题：大海"]),
        ("theme:op", ['theme:"open sea"']),
        ("theme:dah", ["theme:大海"]),
        ("灯 -主題:dh", ["灯 -主題:大海"]),
        ("theme:sk", []),
        ("section:", ["section:灯塔的故事", 'section:"数字 港口"']),
        ('章节:"数', ['章节:"数字 港口"']),
        ("章节:故事", ["章节:灯塔的故事"]),
        ("section:gk", ['section:"数字 港口"']),
        ("entity:", ["entity:灯塔会", "entity:用户画像"]),
        ("entity:li", ['entity:"Light House"']),
        ("名录：dth", ["名录：灯塔会"]),
        ("entity:meiren", []),
        ("kind:", ["kind:body", "kind:heading"]),
        ("类型：", ["类型：正文", "类型：标题"]),
        ("kind:bt", ["kind:标题"]),
        ("kind:h", ["kind:heading"]),
        ("theme:sea", []),
        ('section:"数字 港口"', []),
        ("theme:海 ", []),
    ],
)
def test_the_value_of_a_filter_is_completed(index: SearchIndex, typed: str, offered: list[str]) -> None:
    assert queries(index, typed) == offered


def test_the_names_that_stand_most_often_come_first_and_none_beyond_the_limit(index: SearchIndex) -> None:
    assert words(index, "entity:", 1) == ["灯塔会"]
    assert words(index, "yh", 1) == ["用户"]
    assert words(index, "yh", 0) == words(index, "entity:", 0) == []


def test_nothing_is_offered_for_more_than_anybody_types(index: SearchIndex) -> None:
    assert words(index, "x " * 30 + "用户") == ["用户画像"]
    assert words(index, "x " * 32 + "用户") == []


@pytest.mark.parametrize("typed", NAUGHTY, ids=range(len(NAUGHTY)))
def test_no_text_raises_or_takes_long(index: SearchIndex, typed: str) -> None:
    for written in (typed, f"{typed}:", f"a{typed}", f"theme:{typed}", f'section:"{typed}'):
        for completion in index.complete(written):
            assert completion.query.endswith((completion.word, '"', "」", "』"))


@given(st.text("灯塔用户金融jyhuonPo:theme章节\"“」' -：", max_size=12))
def test_a_completion_goes_on_from_what_was_typed(index: SearchIndex, typed: str) -> None:
    for completion in index.complete(typed):
        assert completion.query != typed
        assert completion.word in completion.query
