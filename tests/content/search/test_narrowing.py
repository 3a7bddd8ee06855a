"""Filters, phrases and exclusions together with words, over more passages than are ranked."""

import pytest
from search_texts import document_of

from content.lexicon import Lexicon
from content.search import SearchIndex

MANY = 600
INDEX = SearchIndex(
    document_of(["# 前篇", *["金融科技增长很快。"] * MANY, "# 后篇", *["金融业务稳步增长。"] * 50]),
    lexicon=Lexicon(),
)


def test_exclusion_leaves_what_stands_behind_more_places_than_are_ranked() -> None:
    result = INDEX.find("金融 -科技")
    assert (len(result.hits), result.total, result.counted) == (20, 50, True)
    assert INDEX.count("金融 -科技") == (50, 50)


def test_all_phrases_hold_and_surely_so() -> None:
    result = INDEX.find('"金融" "业务"')
    assert result.total == 50
    assert {(hit.match, hit.weak) for hit in result.hits} == {("words", False)}


def test_a_section_far_behind_is_searched() -> None:
    result = INDEX.find("section:后篇 增长")
    assert (result.total, {hit.passage for hit in result.hits} <= set(range(MANY + 3, MANY + 53))) == (
        50,
        True,
    )


def test_a_filter_alone_counts_all_and_marks_first_sentences() -> None:
    result = INDEX.find("kind:body", limit=5)
    assert (len(result.hits), result.total, result.counted) == (5, MANY + 50, False)
    index = SearchIndex(document_of(["# 题", "一句话。又一句话。"]), lexicon=Lexicon())
    (hit,) = index.search("kind:body")
    assert [(span.start, span.end) for span in hit.spans] == [(2, 6)]


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("-金融", "only_excludes"),
        ("section:没有 金融", "unknown_filter"),
        ("section:后篇 -增长 -后篇", "nothing_left"),
        ("section:后篇 腾讯", "nothing_left"),
        ("section:后篇 kind:list", "unknown_filter"),
        ("section:前篇 section:后篇 -金融", None),
        ("“没有这句话”", None),
        ("金融 -科技", None),
    ],
)
def test_why_nothing_is_found_is_told(query: str, problem: str | None) -> None:
    assert INDEX.find(query).problem == problem


def test_what_is_left_out_may_be_given_by_sound() -> None:
    index = SearchIndex(document_of(["微信和小程序", "微信和红包", "只有红包"]), lexicon=Lexicon())
    for query in ("微信 -xiaochengxu", "-xiaochengxu 微信"):
        assert [hit.passage for hit in index.search(query)] == [2], query


def test_a_half_remembered_sentence_in_quotation_marks_is_a_guess() -> None:
    index = SearchIndex(document_of(["云是这个时代的发动机。", "别的话。"]), lexicon=Lexicon())
    (hit,) = index.search("“时代的云是发动机”")
    assert (hit.passage, hit.weak) == (1, True)
