"""The words that a document is analysed by are the same whoever cuts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content import SearchIndex, open_document
from content.chinese.segmentation import shared_segmenter
from content.library.analyst import _words
from content.library.cutting import cut, known_words
from content.library.indexing import store_index, stored_path

if TYPE_CHECKING:
    from pathlib import Path

    from content.document import Document

EXPECTED = {1: ["比", "微众银行", "早"], 2: ["鹅厂", "的", "人"]}


def every_way(document: Document, folder: Path) -> list[dict[int, list[str]]]:
    """Return the words by the tables of a search, in the helper process, and on the command line."""
    index = SearchIndex(document)
    assert store_index(index, folder)
    tables = str(stored_path(index, folder))
    return [
        *(_words(document, {"tables": each, "cache": str(folder)}) for each in (tables, None)),
        cut(document, shared_segmenter(known_words())),
    ]


def test_a_document_has_the_same_words_whoever_cuts_it(tmp_path: Path) -> None:
    document = document_of("比微众银行早", "鹅厂的人", title="短")
    assert every_way(document, tmp_path) == [EXPECTED] * 3


@pytest.mark.thorough
def test_the_edition_has_the_same_words_whoever_cuts_it(tmp_path: Path) -> None:
    one, *others = every_way(open_document(), tmp_path)
    assert others == [one] * 2


def test_the_words_of_a_search_are_taken_where_it_has_them_of_this_text(tmp_path: Path) -> None:
    document = document_of("甲乙丙丁", title="短")
    for text, words in (
        ("甲乙丙丁", [["甲", "乙丙丁"]]),
        ("另外一篇更长的文字", [["另", "外一篇更长的文字"]]),
    ):
        index = SearchIndex(document_of(text), words=words)
        assert store_index(index, tmp_path)
        request = {"tables": str(stored_path(index, tmp_path)), "cache": str(tmp_path)}
        here = _words(document, {"tables": None, "cache": str(tmp_path)})
        assert _words(document, request) == ({1: words[0]} if text == document.text else here)
