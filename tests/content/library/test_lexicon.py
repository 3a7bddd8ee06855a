from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from content.lexicon import Lexicon, bundled_lexicon, lexicon_of
from content.library import lexicon
from content.library.lexicon import reader_lexicon
from content.scrub import scrub_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OWN = """
themes = [
  { name = "渔业", words = ["渔船", "鱼价"] },
  { id = "cloud", name = "我的云", words = ["云上"] },
  { name = "坏的" },
  { name = "渔业", words = ["重复"] },
  3,
]
entities = [
  { kind = "person", name = "林小舟", aliases = ["小舟"] },
  { kind = "org", name = "腾讯", aliases = ["T 公司"] },
  { kind = "fish", name = "鲤鱼" },
]
colours = ["蓝"]
"""


def test_without_a_file_the_bundled_lexicon_holds(tmp_path: Path) -> None:
    found = reader_lexicon(tmp_path)
    assert (found.lexicon, found.problems) == (bundled_lexicon(), ())


def test_what_the_reader_wrote_goes_before_and_over_what_is_bundled(tmp_path: Path) -> None:
    (tmp_path / "themes.toml").write_text(OWN, encoding="utf-8-sig")
    found = reader_lexicon(tmp_path)
    assert [theme.name for theme in found.lexicon.themes[:2]] == ["渔业", "我的云"]
    assert len(found.lexicon.themes) == len(bundled_lexicon().themes) + 1
    assert [theme.id for theme in found.lexicon.themes].count("cloud") == 1
    tencent = [entity for entity in found.lexicon.entities if entity.name == "腾讯"]
    assert [entity.aliases for entity in tencent] == [("T 公司",)]
    assert len(found.lexicon.entities) == len(bundled_lexicon().entities) + 1
    assert found.lexicon.terms == bundled_lexicon().terms


def test_what_is_wrong_is_told_and_costs_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "themes.toml").write_text(OWN, encoding="utf-8")
    problems = reader_lexicon(tmp_path).problems
    assert [problem.split(": ")[1] for problem in problems] == [
        "'colours' is not known here", "themes 3", "themes 4", "themes 5", "entities 3",
    ]  # fmt: skip
    assert problems[1] == "themes.toml: themes 3: words is missing or empty"
    assert problems[3] == "themes.toml: themes 5: this is not a table"
    assert all("\n" not in problem for problem in problems)


@pytest.mark.parametrize(
    "data",
    [
        b"themes = [",
        b"\xff\xfe",
        b"themes = 3",
        b"#" * 5_000_000,
        b"themes = " + b"[" * 20_000,
        b"x = " + b"9" * 10_000,
    ],
    ids=["toml", "bytes", "shape", "long", "deep", "number"],
)
def test_a_file_that_cannot_be_used_leaves_the_bundled_lexicon(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "themes.toml").write_bytes(data)
    found = reader_lexicon(tmp_path)
    assert found.lexicon == bundled_lexicon()
    assert len(found.problems) == 1


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_is_no_file_is_told_and_never_waited_for(
    tmp_path: Path, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path / "themes.toml")
    monkeypatch.setattr(type(tmp_path), "open", lambda *_: pytest.fail("it was opened"))
    assert len(reader_lexicon(tmp_path).problems) == 1


def test_a_row_is_read_once_by_itself_and_once_with_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = 0

    def counting(table: dict[str, list[object]]) -> Lexicon:
        nonlocal read
        read += sum(map(len, table.values()))
        return lexicon_of(table)

    monkeypatch.setattr(lexicon, "lexicon_of", counting)
    rows = (f'{{ kind = "org", name = "公司{number}" }}' for number in range(30))
    (tmp_path / "themes.toml").write_text(f"entities = [{', '.join(rows)}]", encoding="utf-8")
    assert len(reader_lexicon(tmp_path).lexicon.entities) == len(bundled_lexicon().entities) + 30
    assert read <= 2 * 30


def test_nothing_of_it_acts_on_a_terminal_and_all_of_it_can_be_seen(tmp_path: Path) -> None:
    (tmp_path / "themes.toml").write_text(
        r"""
        themes = [{ name = "\u001b]52;c;aGk=\u0007\u202e反", words = ["云\n上", "\u009b31m\u200d"] }]
        entities = [
          { kind = "org", name = "甲\u001b[2J", aliases = ["\u0000腾"], role = "头\n衔", english = "\rA" },
          { kind = "org", name = "\u200b" },
        ]
        """,
        encoding="utf-8",
    )
    found = reader_lexicon(tmp_path)
    theme, entity = found.lexicon.themes[0], found.lexicon.entities[0]
    texts = (theme.id, theme.name, *theme.words, *entity.forms, entity.role or "")
    assert all(scrub_line(text) == text for text in texts)
    assert (theme.words, entity.role, entity.english) == (("云 上", "\ufffd31m\u200d"), "头 衔", "A")
    assert found.problems == ("themes.toml: entities 2: name is not a text, or is empty",)


def test_what_stands_there_twice_is_told(tmp_path: Path) -> None:
    (tmp_path / "themes.toml").write_text(
        'entities = [{ kind = "org", name = "甲" }, { kind = "work", name = "甲" }]\n'
        'terms = [["AI", "智能"], ["ai", "机器"], ["云", "云"]]',
        encoding="utf-8",
    )
    assert reader_lexicon(tmp_path).problems == (
        "themes.toml: entities 2: the entity '甲' stands there twice",
        "themes.toml: terms 2: the term 'ai' stands there twice",
        "themes.toml: terms 3: the term '云' stands there twice",
    )
