"""Web pages of imaginary sites in the layouts of real ones, each with what a right reading gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import of_kind, read_credits, told_credits, told_of

from content.reading.html import read_html

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.fixture(params=PAGES, ids=lambda page: page.stem)
def page(request):
    return read_html(request.param.read_bytes(), request.param.name, encoding=None), told_of(request.param)


def test_title_people_medium_and_date(page):
    document, told = page
    assert read_credits(document) == told_credits(told)


def test_headings_and_their_levels(page):
    document, told = page
    assert of_kind(document, "heading") == told["headings"]
    if "levels" in told:
        assert [s.level for s in document.sections if not s.derived] == told["levels"]


def test_kinds(page):
    document, told = page
    assert of_kind(document, "caption") == told.get("captions", [])
    assert of_kind(document, "table") == told.get("table", [])
    assert of_kind(document, "list") == told.get("list", [])
    assert of_kind(document, "verse") == told.get("verse", [])


def test_the_article_is_whole_and_the_page_is_gone(page):
    document, told = page
    bodies = of_kind(document, "body")
    if "first" in told:
        assert bodies[0].startswith(told["first"])
        assert bodies[-1].endswith(told["last"])
    assert [each for each in told.get("contains", ()) if each not in document.text] == []
    assert [each for each in told["gone"] if each in document.text] == []


def test_what_is_not_there_is_said(page):
    document, told = page
    notices, expected = of_kind(document, "notice"), told.get("notices", [])
    assert len(notices) == len(expected)
    assert all(part in notice for part, notice in zip(expected, notices, strict=True))
