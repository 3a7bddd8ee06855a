"""The words of a corpus: which there are, and how they are looked up."""

from __future__ import annotations

import re

from search_texts import document_of

from content.lexicon import Lexicon
from content.search import SearchIndex
from content.search.vocabulary import collect_vocabulary

TEXT = "The internationalization of telecommunications，灯塔的国际化"


def with_words(text: str) -> SearchIndex:
    words = [re.findall("[A-Za-z]+|灯塔|国际化|.", text)]
    return SearchIndex(document_of([text]), lexicon=Lexicon(), words=words)


def test_long_latin_words_are_words_and_long_rows_of_characters_are_none() -> None:
    kept = collect_vocabulary(["internationalization", "a" * 65, "灯" * 12, "灯" * 13, "灯塔。", "a"]).words
    assert list(kept) == ["a", "internationalization", "灯" * 12]


def test_long_latin_words_are_completed_and_their_spelling_is_mended() -> None:
    index = with_words(TEXT)
    assert [each.word for each in index.complete("internat")] == ["internationalization"]
    assert [hit.match for hit in index.search("telecomunications")] == ["fuzzy"]


def test_words_are_counted_and_found_as_they_are_typed() -> None:
    vocabulary = collect_vocabulary(["灯塔", "登台", "灯塔", "渔船", "银行", "light"])
    assert [vocabulary.count(word) for word in ("灯塔", "渔船", "灯")] == [2, 1, 0]
    assert vocabulary.typed("dt", 8) == ["灯塔", "登台"]
    assert vocabulary.typed("yinxing", 8) == vocabulary.typed("yinhang", 8) == ["银行"]
    assert vocabulary.typed_so_far("yuc", 8) == ["渔船"]
    assert vocabulary.typed_so_far("", 1) == ["灯塔"]
    assert vocabulary.beginning_with("灯", 8) == ["灯塔"]
    assert vocabulary.latin == ("light",)
