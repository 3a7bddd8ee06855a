"""Whole Markdown files of imaginary sites and people, each with what a right reading gives."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from content.reading import read

FILES = sorted((Path(__file__).parent / "fixtures").glob("*.md"))


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def file(request):
    told = tomllib.loads(request.param.with_suffix(".toml").read_text(encoding="utf-8"))
    return read(request.param.read_bytes(), request.param.name), told


def test_title_people_medium_and_date(file):
    document, told = file
    found = (document.title, list(document.byline), document.source, document.date)
    assert found == (told["title"], told.get("byline", []), told.get("source"), told.get("date"))


def test_sections(file):
    document, told = file
    found = [{"title": s.title, "level": s.level, "derived": s.derived} for s in document.sections]
    assert found == [{"level": 1, "derived": False} | expected for expected in told["sections"]]


@pytest.mark.parametrize("kind", ["caption", "footnote", "pullquote", "list", "verse", "table"])
def test_kinds(file, kind):
    document, told = file
    assert [p.text for p in document.passages if p.kind == kind] == told.get(kind, [])


def test_the_article_is_whole_and_what_surrounds_it_is_gone(file):
    document, told = file
    bodies = [p.text for p in document.passages if p.kind == "body"]
    assert bodies[0].startswith(told["first"])
    assert bodies[-1].endswith(told["last"])
    assert [each for each in told["gone"] if each in document.text] == []
