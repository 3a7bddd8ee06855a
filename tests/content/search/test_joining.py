"""Tables that are put together are those that would be made at once."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from search_texts import document_of

from content.document import Document
from content.lexicon import Lexicon
from content.search import SearchIndex
from content.search.joining import join, without
from content.search.stored import StoredTables, all_tables

# What goes on across a border if anything does: figures, dates, rows of letters and of sounds, spaces.
_PIECES = st.one_of(
    st.sampled_from(["2015年", "9月", "第三季度", "14.", "48亿", "千", "百分之", "q3", "2018", "一", "成"]),
    st.sampled_from(["银行", "灯塔", "重", "𠮷", "ab", "X", "·", " ", "\n", "，", "-", "\u0301", "\ud800"]),
)
_PASSAGES = st.lists(st.lists(_PIECES, max_size=4).map("".join), max_size=4)
_EMPTY = Document("空", "", (), ())
_DOCUMENTS = st.one_of(
    st.just(_EMPTY),
    st.builds(document_of, _PASSAGES, notices=st.frozensets(st.integers(1, 4), max_size=2)),
)
_SOME = st.lists(_DOCUMENTS, max_size=3)


def tables_of(documents: list[Document]) -> StoredTables:
    """Make tables of documents cut into words of two characters."""
    index = SearchIndex(documents, lexicon=Lexicon())
    passages = (passage.text for document in documents for passage in document.passages)
    index.set_words(re.findall("(?s)..?", passage) for passage in passages)
    return all_tables(index._corpus, index._boundaries, index._tables)


def everything(tables: StoredTables) -> list[object]:
    """Return tables as plain values."""
    vocabulary = tables.vocabulary
    postings = [(each.starts, each.offsets) for each in (tables.sounds, tables.initials)]
    columns = (vocabulary.words, vocabulary.counts, vocabulary.keys, vocabulary.owners)
    return [tables.text, tables.marks, postings, *map(list, columns), tables.numbers]


@settings(max_examples=12, deadline=None)
@given(_SOME, _SOME)
def test_joined_tables_are_those_made_at_once(first: list[Document], second: list[Document]) -> None:
    joined = join(tables_of(first), tables_of(second))
    assert everything(joined) == everything(tables_of([*first, *second]))


@settings(max_examples=12, deadline=None)
@given(_SOME, _SOME, _SOME)
def test_what_is_taken_out_leaves_what_would_be_made_of_the_others(
    first: list[Document], gone: list[Document], last: list[Document]
) -> None:
    start, end = (sum(len(each.text) + 1 for each in some) for some in (first, [*first, *gone]))
    left = without(tables_of([*first, *gone, *last]), start, end)
    assert everything(left) == everything(tables_of([*first, *last]))
