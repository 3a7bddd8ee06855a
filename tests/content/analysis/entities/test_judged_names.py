from __future__ import annotations

import pytest
from judged_names import KINDS, judged_sentences, scores

from content.chinese.variants import to_traditional


@pytest.mark.parametrize(
    ("group", "kind", "precision", "recall"),
    [
        ("people_and_organisations", "person", 0.96, 0.95),
        ("people_and_organisations", "org", 0.95, 0.94),
        ("places", "place", 0.9, 0.85),
        ("events", "event", 1, 1),
        ("works", "work", 1, 1),
        ("products", "product", 1, 1),
    ],
)
def test_names_are_found_as_a_reader_judges(group: str, kind: str, precision: float, recall: float) -> None:
    found_precision, found_recall, mistakes = scores(judged_sentences(group), kind)
    assert found_precision >= precision, mistakes
    assert found_recall >= recall, mistakes


@pytest.mark.parametrize("kind", ["person", "org"])
def test_they_are_found_in_the_other_script_too(kind: str) -> None:
    precision, recall, mistakes = scores(
        judged_sentences("people_and_organisations")[::5], kind, to_traditional
    )
    assert min(precision, recall) >= 0.9, mistakes


@pytest.mark.parametrize("kind", ["person", "org"])
def test_most_are_found_without_words(kind: str) -> None:
    precision, recall, mistakes = scores(judged_sentences("people_and_organisations"), kind, cut=False)
    assert precision >= 0.88, mistakes
    assert recall >= 0.8, mistakes


def test_the_judged_sentences_are_enough_and_of_all_kinds() -> None:
    groups = {group: judged_sentences(group) for group in KINDS}
    assert sum(map(len, groups.values())) >= 150
    for group, sentences in groups.items():
        found = {kind for sentence in sentences for _, _, kind in sentence.names}
        assert found == KINDS[group]
