from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from command_line import Capture, parsed, printed, surround

from content import open_document
from content.analysis.themes import find_themes
from content.lexicon import bundled_lexicon

if TYPE_CHECKING:
    from pathlib import Path

OPERA = "# 曲牌还在\n\n曲牌和水袖。\n\n曲牌和水袖，还有组件。\n\n组件和电池。\n\n电池。\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return surround(monkeypatch, tmp_path)


@pytest.fixture
def opera(tmp_path: Path) -> str:
    path = tmp_path / "opera.md"
    path.write_text(OPERA, encoding="utf-8")
    return str(path)


def test_themes_are_proposed_for_a_text_that_the_lexicon_does_not_know(capsys: Capture, opera: str) -> None:
    told = parsed(capsys, "themes", opera)["themes"]
    assert {theme["id"] for theme in told} == {"曲牌", "组件", "电池"}
    assert all(theme["proposed"] and theme["id"] == theme["name"] for theme in told)
    assert all(max(each["weight"] for each in theme["passages"]) == 1.0 for theme in told)


@pytest.mark.parametrize(
    ("language", "marked"), [("简", "曲牌〔拟〕"), ("繁", "曲牌〔擬〕"), ("en", "曲牌 (proposed)")]
)
def test_what_is_proposed_is_marked(capsys: Capture, opera: str, language: str, marked: str) -> None:
    lines = printed(capsys, "themes", opera, "--lang", language).splitlines()
    assert any(line.startswith(marked) and "theme:曲牌" in line for line in lines)


@pytest.mark.parametrize("query", ["theme:组件", "theme:zujian", "theme:zj", "主题：组件"])
def test_a_filter_knows_what_is_proposed(capsys: Capture, opera: str, query: str) -> None:
    told = parsed(capsys, "search", query, opera)
    assert [hit["text"] for hit in sorted(told["hits"], key=lambda hit: hit["passage"])] == [
        "曲牌和水袖，还有组件。",
        "组件和电池。",
    ]


def test_a_theme_that_nobody_proposed_is_not_found(capsys: Capture, opera: str) -> None:
    assert parsed(capsys, "search", "theme:轮船", opera, code=1)["hits"] == []


def test_the_editions_themes_are_those_of_the_lexicon(capsys: Capture) -> None:
    found = find_themes(open_document(), bundled_lexicon())
    told = parsed(capsys, "themes")["themes"]
    assert [(theme["id"], theme["count"]) for theme in told] == [(each.id, each.count) for each in found]
    assert not any(theme["proposed"] for theme in told)


def test_csv_has_a_row_for_each_passage_of_each_theme(capsys: Capture, opera: str) -> None:
    for arguments in (("themes",), ("themes", opera)):
        rows = list(csv.DictReader(io.StringIO(printed(capsys, *arguments, "--csv"))))
        assert [
            (row["id"], row["count"], row["proposed"], row["passage"], row["weight"]) for row in rows
        ] == [
            (
                theme["id"],
                str(theme["count"]),
                "true" if theme["proposed"] else "false",
                str(each["passage"]),
                str(each["weight"]),
            )
            for theme in parsed(capsys, *arguments)["themes"]
            for each in theme["passages"]
        ]


def test_names_stand_beside_proposed_themes_too(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "tour.md"
    path.write_text(OPERA.replace("还有组件", "还有腾讯"), encoding="utf-8")
    beside = parsed(capsys, "cooccurrence", str(path))["themes"]
    assert [(each["id"], each["name"], each["passages"]) for each in beside] == [("曲牌", "腾讯", [2])]


def test_a_text_that_repeats_nothing_has_no_themes(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("山里有一座桥。\n", encoding="utf-8")
    assert parsed(capsys, "themes", str(path), code=1) == {"themes": []}
    assert printed(capsys, "themes", str(path), code=1) == "没有已知主题\n"
