"""Real web pages, and what a right reading of each gives. Runs where the samples are."""

from __future__ import annotations

import json

import pytest
from samples import samples_folder

from content import open_document

PAGES = [
    "caixin_tuhu",
    "gbk_163_05",
    "gbk_163_45",
    "gne_163_5gchip",
    "gne_csdn_kcon",
    "gne_guancha_ic",
    "gne_qq_prism",
    "tw_udnmoney_kioxia",
]


@pytest.fixture(params=PAGES, scope="module")
def page(request):
    corpus = samples_folder() / "corpus"
    told = json.loads((corpus / "EXPECTED.json").read_text(encoding="utf-8"))
    return open_document(corpus / f"{request.param}.html"), told[f"{request.param}.html"]


def test_title_people_medium_and_date(page):
    document, told = page
    assert document.title == told["title"]
    assert document.byline == tuple(told["byline"])
    assert document.source == told["source"]
    assert document.date == told["date"]


def test_headings_and_captions(page):
    document, told = page
    headings = [p.text for p in document.passages if p.kind == "heading"]
    assert [each for each in headings if each in told["headings"]] == told["headings"]
    captions = [p.text for p in document.passages if p.kind == "caption"]
    assert all(any(each in caption for caption in captions) for each in told.get("captions", ()))


def test_first_and_last_words_and_nothing_of_the_page(page):
    document, told = page
    running = [p.text for p in document.passages if p.kind in ("body", "list")]
    assert told["first"] in running[0]
    assert told["last"] in running[-1]
    assert [each for each in told["gone"] if each in document.text] == []
