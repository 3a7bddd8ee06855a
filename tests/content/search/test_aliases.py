from __future__ import annotations

import gc
import weakref

import pytest

from content.lexicon import bundled_lexicon, parse_lexicon
from content.search.aliases import Aliases

ALIASES = Aliases(
    parse_lexicon("""
        terms = [["人工智能", "AI", "artificial intelligence"], ["贷款", "loan", "loans"]]

        [[entities]]
        name = "马小山"
        kind = "person"
        english = "Pony Mountain"

        [[entities]]
        name = "潮汐医院"
        kind = "org"
        english = "Tidewatch Medical Center"
        aliases = ["Chaoxi Yiyuan", "TMC"]

        [[entities]]
        name = "潮汐基金"
        kind = "org"
        english = "Harriet Fund"

        [[entities]]
        name = "哈丽雅特"
        kind = "person"
        english = "Harriet Marlowe's"

        [[themes]]
        name = "茶"
        english = "tea"
        words = ["绿茶", "红茶", "black tea"]
        ambiguous = ["叶"]
        except = ["茶色"]
    """)
)


def test_the_english_name_of_a_theme_is_its_name_first_then_what_holds_it_then_its_words() -> None:
    assert ALIASES.of("tea") == [("茶", 1.0), ("绿茶", 0.9), ("红茶", 0.9), ("叶", 0.4)]
    assert ALIASES.excepted("茶色", 0, 1)


@pytest.mark.parametrize(
    ("asked", "others"),
    [
        ("人工智能", ["ai", "artificial intelligence"]),
        ("ai", ["人工智能", "artificial intelligence"]),
        ("artificialintelligence", ["人工智能", "ai"]),
        ("loan", ["贷款"]),
        ("loans", ["贷款", "loan"]),
        ("tmc", ["潮汐医院", "chaoxi yiyuan", "tidewatch medical center"]),
        ("nothing", []),
    ],
)
def test_names_and_terms_stand_for_each_other(asked: str, others: list[str]) -> None:
    assert ALIASES.of(asked) == [(other, 1.0) for other in others]


def test_a_telling_word_of_an_english_name_asks_for_who_has_it() -> None:
    assert ALIASES.of("pony") == [("马小山", 0.9)]
    assert ALIASES.of("tidewatch") == [("潮汐医院", 0.9), ("chaoxi yiyuan", 0.9), ("tmc", 0.9)]


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("medical", "common"),
        ("center", "common"),
        ("harriet", "of two names"),
        ("chaoxi", "pinyin"),
        ("marlowe", "before an apostrophe"),
        ("mou", "a part of a word"),
    ],
)
def test_another_word_of_a_name_asks_for_nobody(word: str, reason: str) -> None:
    assert ALIASES.of(word) == [], reason


def test_a_name_inside_the_name_of_something_else_is_part_of_it() -> None:
    aliases = Aliases(
        parse_lexicon("""
            [[entities]]
            name = "潮汐"
            kind = "org"
            aliases = ["潮汐社"]

            [[entities]]
            name = "潮汐医院"
            kind = "org"
        """)
    )
    assert aliases.part_of_another("去潮汐医院", 1, 3)
    assert not aliases.part_of_another("潮汐社", 0, 2)
    kept = weakref.ref(aliases)
    del aliases
    gc.collect()
    assert kept() is None


def test_chinese_terms_are_no_names() -> None:
    assert "贷款" not in ALIASES.forms | ALIASES.words
    assert {"loan", "pony", "马小山", "绿茶"} <= ALIASES.forms


def test_the_words_of_the_bundled_lexicon() -> None:
    aliases = Aliases(bundled_lexicon())
    assert ("马化腾", 0.9) in aliases.of("pony")
    assert aliases.of("cloud")[0] == ("云", 1.0)
    assert ("区块链", 1.0) in aliases.of("blockchain")
    assert ("blockchain", 1.0) in aliases.of("区块链")
    for english, chinese in (
        ("banks", "银行"),
        ("red packet", "红包"),
        ("apps", "应用程序"),
        ("growth", "增长"),
        ("share price", "股价"),
        ("engineers", "工程师"),
    ):
        assert (chinese, 1.0) in aliases.of(english)
    assert [aliases.of(word) for word in ("wang", "states", "kings")] == [[], [], []]
