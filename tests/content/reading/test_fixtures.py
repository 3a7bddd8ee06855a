"""Whole pages of imaginary sites, each with what a right reading gives."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from content.reading import read

PAGES = sorted((Path(__file__).parent / "fixtures").glob("*.txt"))


@pytest.fixture(params=PAGES, ids=lambda page: page.stem)
def page(request):
    told = tomllib.loads(request.param.with_suffix(".toml").read_text(encoding="utf-8"))
    return read(request.param.read_bytes(), request.param.name), told


def test_title_people_medium_and_date(page):
    document, told = page
    assert document.title == told["title"]
    assert document.byline == tuple(told.get("byline", ()))
    assert document.source == told.get("source")
    assert document.date == told.get("date")


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
    assert [p.text for p in document.passages if p.kind == kind] == told.get(kind, [])


def test_the_article_is_whole_and_the_page_is_gone(page):
    document, told = page
    bodies = [p.text for p in document.passages if p.kind == "body"]
    assert bodies[0].startswith(told["first"])
    assert bodies[-1].endswith(told["last"])
    assert [each for each in told["gone"] if each in document.text] == []
    assert len(document.removed) == told["removed"], document.removed
