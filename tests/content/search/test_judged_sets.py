"""Queries judged by those who had not seen the engine: how many have a right passage first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from judged_sets import KINDS, judge, judged_files, misses, overall, own_search, read_judged, success_by_kind

if TYPE_CHECKING:
    from pathlib import Path

QUERIES, ABSENT, TEXTS = 300, 20, 3
SUCCESS, SUCCESS_OF_A_KIND, RECALL, REJECTED = 0.95, 0.90, 0.95, 0.95


def test_there_are_enough_queries_over_enough_texts() -> None:
    texts = [read_judged(path) for path in judged_files()]
    queries = [query for text in texts for query in text.queries]
    absent = [query for query in queries if query.kind == "absent"]
    assert len({text.id for text in texts}) >= TEXTS
    assert any(text.document.edition for text in texts)
    assert len(queries) - len(absent) >= QUERIES
    assert len(absent) >= ABSENT
    assert {query.kind for query in queries} == set(KINDS)


@pytest.mark.parametrize("path", judged_files(), ids=lambda path: path.stem)
def test_no_query_is_judged_twice(path: Path) -> None:
    queries = [query.query for query in read_judged(path).queries]
    assert len(set(queries)) == len(queries)


def test_a_right_passage_comes_first() -> None:
    judgements = []
    for path in judged_files():
        text = read_judged(path)
        judgements += judge(text, own_search(text))
    success, recall = overall(judgements)
    kinds = success_by_kind(judgements)
    short = {kind: share for kind, share in kinds.items() if share < SUCCESS_OF_A_KIND}
    if kinds["absent"] < REJECTED:
        short["absent"] = kinds["absent"]
    if success < SUCCESS:
        short["all"] = success
    if recall < RECALL:
        short["recall"] = recall
    shown = {name: round(share, 3) for name, share in {**kinds, "all": success, "recall": recall}.items()}
    assert short == {}, f"{shown}\n{misses(judgements)}"
