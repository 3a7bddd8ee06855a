"""Real Markdown files, where the samples are."""

from __future__ import annotations

import json

import pytest
from samples import samples_folder

from content import open_document


@pytest.fixture(
    scope="module",
    params=["hk_leather_founder.md", "latepost_luckin.md", "lctt_redhat.md", "wxpaste_mixue.md"],
)
def file(request):
    folder = samples_folder() / "corpus"
    if not folder.is_dir():
        pytest.skip("the samples hold no corpus")
    told = json.loads((folder / "EXPECTED.json").read_text(encoding="utf-8"))[request.param]
    return open_document(folder / request.param), told


def test_title_people_medium_and_date(file):
    document, told = file
    assert document.title == told["title"]
    assert list(document.byline) == told["byline"]
    assert document.source == told.get("source", document.source)
    assert document.date == told.get("date", document.date)


def test_headings_and_captions(file):
    document, told = file
    headings = [p.text for p in document.passages if p.kind == "heading"]
    captions = [p.text for p in document.passages if p.kind == "caption"]
    if told.get("headings"):
        assert headings == told["headings"]
    assert len(headings) == told.get("n_headings", len(headings))
    assert len(captions) == told.get("n_figures", len(captions))
    assert set(told.get("captions", ())) <= set(captions)


def test_the_article_is_whole_and_what_surrounds_it_is_gone(file):
    document, told = file
    bodies = [p.text for p in document.passages if p.kind == "body"]
    assert told["first"] in bodies[0]
    assert told["last"] in bodies[-1]
    assert [each for each in told["gone"] if each in document.text] == []
