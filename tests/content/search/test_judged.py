"""Queries with known answers: what share of them is answered by a right passage first, by kind."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from search_texts import document_of

from content.lexicon import parse_lexicon
from content.search import SearchIndex

JUDGED: dict[str, Any] = tomllib.loads(Path(__file__).with_name("judged.toml").read_text(encoding="utf-8"))
CASES = [(kind, case) for kind, cases in JUDGED["queries"].items() for case in cases]


@pytest.fixture(scope="module")
def indexes() -> dict[str, SearchIndex]:
    return {
        text["id"]: SearchIndex(document_of(text["passages"]), lexicon=parse_lexicon(text["lexicon"]))
        for text in JUDGED["texts"]
    }


@pytest.mark.parametrize(("kind", "case"), CASES, ids=[f"{kind}-{case['query']}" for kind, case in CASES])
def test_judged(indexes: dict[str, SearchIndex], kind: str, case: dict[str, Any]) -> None:
    hits = indexes[case["text"]].search(case["query"])
    sure = [hit for hit in hits if not hit.weak]
    if case.get("absent"):
        assert not sure
        return
    assert hits
    assert hits[0].passage in case["best"]
    right = {*case["best"], *case.get("also", ())}
    assert right <= {hit.passage for hit in hits[:10]}
    assert not hits[0].weak or case.get("guess")
    if kind in ("exact", "variant", "alias", "initials", "number", "words"):
        assert hits[0].match == kind
