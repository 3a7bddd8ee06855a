"""Whole pages of imaginary sites, each with what a right reading gives."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from told import of_kind, read_credits, told_credits, told_of

from content.reading import read

PAGES = sorted((Path(__file__).parent / "fixtures").glob("*.txt"))


@pytest.fixture(params=PAGES, ids=lambda page: page.stem)
def page(request):
    return read(request.param.read_bytes(), request.param.name), told_of(request.param)


def test_title_people_medium_and_date(page):
    document, told = page
    assert read_credits(document) == told_credits(told)


def test_sections(page):
    document, told = page
    bodies = Counter(p.section for p in document.passages if p.kind in ("body", "pullquote"))
    found = [
        {"title": s.title, "derived": s.derived, "level": s.level, "bodies": bodies[s.number]}
        for s in document.sections
    ]
    assert found == [{"level": 1} | expected for expected in told["sections"]]


@pytest.mark.parametrize("kind", ["epigraph", "pullquote", "caption", "list"])
def test_kinds(page, kind):
    document, told = page
    assert of_kind(document, kind) == told.get(kind, [])


def test_the_article_is_whole_and_the_page_is_gone(page):
    document, told = page
    bodies = of_kind(document, "body")
    assert bodies[0].startswith(told["first"])
    assert bodies[-1].endswith(told["last"])
    assert [each for each in told["gone"] if each in document.text] == []
    assert len(document.removed) == told["removed"], document.removed
