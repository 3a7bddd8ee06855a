from dataclasses import replace

import pytest
from reading import harbour

from tui.findings import Findings, look_up
from tui.rows.suggestions import PREFIX, examples, suggestion_rows
from tui.strings import LANGUAGES, Language, say

DOCUMENT = harbour()
FINDINGS = look_up(DOCUMENT)


def test_examples_stand_in_the_text_or_are_the_initials_of_what_does() -> None:
    name, initials, word = examples(DOCUMENT, FINDINGS)
    assert name in DOCUMENT.text
    assert word in DOCUMENT.text
    assert initials.isascii()
    assert len(initials) == len(word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_searched_lately_comes_first_and_how_to_narrow_last(language: Language) -> None:
    rows = suggestion_rows(["云", "[/]"], DOCUMENT, FINDINGS, language)
    assert [row.key for row in rows[:4]] == ["heading:recent", "query:云", "query:[/]", "heading:examples"]
    assert rows[-1].heading
    assert rows[-1].text == say(language, "search.narrow")
    assert len([row for row in rows if row.key.startswith(PREFIX)]) == 5


def test_of_many_searches_only_the_latest_show() -> None:
    rows = suggestion_rows([f"词{n}" for n in range(10)], DOCUMENT, FINDINGS, "hans")
    recent = [row.key for row in rows if "词" in row.key]
    assert recent == [f"query:词{n}" for n in range(5)]


def test_groups_without_queries_have_no_heading() -> None:
    rows = suggestion_rows([], replace(DOCUMENT), Findings(), "hans")
    assert [row.key for row in rows] == ["heading:", "heading:narrow"]
