"""What others script against."""

from __future__ import annotations

import subprocess
import sys

import pytest

import content

HEAVY = ("textual", "rich", "jieba", "pypinyin", "opencc", "rapidfuzz")


def run(program):
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()


@pytest.mark.parametrize("program", ["import content", "from content import open_document; open_document()"])
def test_importing_and_opening_load_nothing_heavy(program):
    loaded = run(f"import sys\n{program}\nprint(*sorted(sys.modules))")
    assert [name for name in HEAVY if name in loaded] == []


def test_the_edition_opens_without_what_only_files_need():
    loaded = run(
        "import sys\nfrom content import open_document; open_document()\nprint(*sorted(sys.modules))"
    )
    assert "content.reading.plain" not in loaded
    assert "content.search" not in loaded


def test_every_public_name_resolves_and_is_listed():
    assert set(content.__all__) == {
        "Document", "Hit", "Passage", "ReadingError", "SearchIndex", "Section", "Span", "open_document",
    }  # fmt: skip
    assert dir(content) == sorted(content.__all__)
    for name in content.__all__:
        assert getattr(content, name).__name__ == name


def test_another_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = content.nonsense


def test_what_a_script_reads_of_a_document():
    document = content.open_document()
    assert document.title
    assert document.source
    assert document.date
    assert document.byline == ()
    for passage in document.passages:
        assert passage.text == document.text[passage.start : passage.end]
        assert document.sections[passage.section - 1].number == passage.section
    assert [p.number for p in document.passages] == list(range(1, len(document.passages) + 1))
    assert {s.derived for s in document.sections} == {True, False}
