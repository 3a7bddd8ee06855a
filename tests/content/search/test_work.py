"""No query is much work: the calls that it makes are counted, for clocks are no use on a busy machine.

A book is searched, and a text in which what is asked for stands more often than can be ranked.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from made_book import make_book
from naughty import NAUGHTY, name_of
from search_texts import document_of

from content.chinese.segmentation import shared_segmenter
from content.search import SearchIndex

if TYPE_CHECKING:
    from types import FrameType

# A million calls take about a tenth of a second.
MOST_CALLS = 300_000
COMMON = 700  # passages


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    book = make_book(30_000, documents=3)
    documents = [*book.documents, document_of(["的云与1 a，(jr)。"] * COMMON)]
    index = SearchIndex(documents, lexicon=book.lexicon)
    cut = shared_segmenter().cut
    index.set_words(cut(passage.text) for document in documents for passage in document.passages)
    for query in ("云", "zhongguo", "jrkj", "中国 人民", "中国人名共和", "14.48亿", "zhonggouren"):
        index.search(query)
    return index


def calls_of(index: SearchIndex, query: str) -> int:
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        index.search(query)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("query", NAUGHTY, ids=name_of)
def test_no_query_is_much_work(index: SearchIndex, query: str) -> None:
    assert calls_of(index, query) < MOST_CALLS
