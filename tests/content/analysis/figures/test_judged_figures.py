"""Sentences and texts that were judged by eye before the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from judged_figures import cases, figure, read
from small_documents import document_of

from content.analysis.figures import find_figures
from content.chinese.variants import to_traditional

if TYPE_CHECKING:
    from content.document import Document

CASES = cases("figures")
TEXTS = read("figure_texts")["texts"]
SCRIPTLESS = [case for case in CASES if not any("元" in line or " CNY" in line for line in case[1])]


@pytest.mark.parametrize(("document", "lines"), CASES, ids=[document.text for document, _ in CASES])
def test_sentence(document: Document, lines: list[str]) -> None:
    found = find_figures(document)
    assert [each.text for each in found] == [figure(line).text for line in lines]
    for each, line in zip(found, lines, strict=True):
        assert figure(line).fits(each), (line, each)


@pytest.mark.parametrize("told", TEXTS, ids=[told["name"] for told in TEXTS])
def test_text(told: dict[str, Any]) -> None:
    found = find_figures(document_of(*told["passages"], date=told["date"], source=told.get("source")))
    expected = [(int(line.split(" ", 1)[0]), figure(line.split(" ", 1)[1])) for line in told["figures"]]
    assert [(each.passage, each.text) for each in found] == [(number, each.text) for number, each in expected]
    for each, (_, judged) in zip(found, expected, strict=True):
        assert judged.fits(each), (judged, each)


def test_there_are_enough_sentences() -> None:
    assert len(CASES) >= 150


def test_traditional_text_has_the_figures_of_simplified_text() -> None:
    for document, _ in SCRIPTLESS:
        traditional = document_of(to_traditional(document.text), date=document.date)
        simplified = [(each.span, each.value, each.period, each.kind) for each in find_figures(document)]
        assert simplified == [
            (each.span, each.value, each.period, each.kind) for each in find_figures(traditional)
        ]
