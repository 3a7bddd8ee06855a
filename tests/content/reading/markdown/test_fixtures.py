"""Whole Markdown files of imaginary sites and people, each with what a right reading gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import of_kind, read_credits, told_credits, told_of

from content.reading import read

FILES = sorted((Path(__file__).parent / "fixtures").glob("*.md"))


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def file(request):
    return read(request.param.read_bytes(), request.param.name), told_of(request.param)


def test_title_people_medium_and_date(file):
    document, told = file
    assert read_credits(document) == told_credits(told)


def test_sections(file):
    document, told = file
    found = [{"title": s.title, "level": s.level, "derived": s.derived} for s in document.sections]
    assert found == [{"level": 1, "derived": False} | expected for expected in told["sections"]]


@pytest.mark.parametrize("kind", ["caption", "footnote", "pullquote", "list", "verse", "table"])
def test_kinds(file, kind):
    document, told = file
    assert of_kind(document, kind) == told.get(kind, [])


def test_the_article_is_whole_and_what_surrounds_it_is_gone(file):
    document, told = file
    bodies = of_kind(document, "body")
    assert bodies[0].startswith(told["first"])
    assert bodies[-1].endswith(told["last"])
    assert [each for each in told["gone"] if each in document.text] == []
