"""Strings of a generated book are found by whatever is typed for them: mean reciprocal rank, by kind."""

from __future__ import annotations

import pytest
from made_book import MadeBook, make_book
from queries import ABSENT, KINDS, made_queries, mean_reciprocal_rank, outcomes

from content.search import SearchIndex

LEAST = 0.90
SIZES = [
    pytest.param((100_000, 10), id="100,000 characters"),
    pytest.param((1_000_000, 100), id="1,000,000 characters", marks=pytest.mark.thorough),
]


@pytest.mark.parametrize("size", SIZES)
def test_what_was_meant_comes_first(size: tuple[int, int]) -> None:
    characters, count = size
    book = make_book(characters)
    index = SearchIndex(book.documents[0], lexicon=book.lexicon)
    ranks, missed = {}, []
    for kind in KINDS:
        results = outcomes(index, book, kind, count)
        ranks[kind] = round(mean_reciprocal_rank(results), 3)
        missed += [
            f"{kind}: {result.query.typed} for {result.query.meant or 'nothing'}"
            for result in results
            if result.found < 1
        ]
    assert {kind: rank for kind, rank in ranks.items() if rank < LEAST} == {}, "\n".join(missed)


@pytest.fixture(scope="module")
def book() -> MadeBook:
    return make_book(30_000, documents=5)


@pytest.mark.parametrize("kind", KINDS)
def test_a_query_has_a_right_passage_and_is_not_answered_by_another_as_it_stands(
    book: MadeBook, kind: str
) -> None:
    queries = made_queries(book, kind, 10)
    assert len(queries) == 10
    assert [query.typed for query in queries] == [query.typed for query in made_queries(book, kind, 10)]
    for query in queries:
        right = [passage for passage in book.passages if query.is_right(passage)]
        assert bool(right) == (kind not in ABSENT)
        assert all(query.is_right(passage) for passage in book.passages if query.typed in passage)


def test_a_made_book_is_the_same_passages_however_it_is_divided(book: MadeBook) -> None:
    assert len(book.documents) == 5
    assert [passage.text for document in book.documents for passage in document.passages] == list(
        book.passages
    )
    assert make_book(30_000).passages == book.passages
    assert book.passage(1, 1) == book.passages[len(book.documents[0].passages)]
