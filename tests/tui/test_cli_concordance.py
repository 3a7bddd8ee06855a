from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from command_line import Capture, parsed, printed, surround
from rich.cells import cell_len

from content import open_document
from tui.cli import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return surround(monkeypatch, tmp_path)


def test_every_place_stands_in_one_column(capsys: Capture) -> None:
    lines = printed(capsys, "concordance", "金融科技").splitlines()[2:]
    starts = {cell_len(line[: line.index("  金融科技  ")]) for line in lines}
    assert len(starts) == 1
    assert all(cell_len(line) <= 80 for line in lines)
    document = open_document()
    told = parsed(capsys, "concordance", "金融科技")
    assert (told["term"], told["count"]) == ("金融科技", len(lines))
    for line in told["lines"]:
        passage = document.passages[line["passage"] - 1].text
        assert passage[line["start"] : line["end"]] == line["text"] == "金融科技"
        assert line["left"] + line["text"] + line["right"] == passage


def test_the_order_and_the_file_are_chosen(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "集市.txt"
    path.write_text("日新云照。\n\n日修云安。\n", encoding="utf-8")
    told = parsed(capsys, "concordance", "云", str(path), "--sort", "right")
    assert [line["right"] for line in told["lines"]] == ["安。", "照。"]


def test_csv_has_a_row_a_place(capsys: Capture) -> None:
    rows = list(csv.reader(io.StringIO(printed(capsys, "concordance", "云", "--csv"), newline="")))
    assert rows[0] == ["passage", "start", "end", "left", "text", "right"]
    assert len(rows) == parsed(capsys, "concordance", "云")["count"] + 1


def test_a_term_that_is_nowhere_is_said(capsys: Capture) -> None:
    assert printed(capsys, "concordance", "没有的词", code=1) == "文中没有「没有的词」\n"
    assert parsed(capsys, "concordance", "没有的词", code=1)["lines"] == []


def test_names_that_share_passages_are_listed(capsys: Capture) -> None:
    told = parsed(capsys, "cooccurrence")
    first = told["pairs"][0]
    assert first["count"] == len(first["passages"]) > 1
    document = open_document()
    assert all(
        any(name[:2] in document.passages[number - 1].text for name in first["names"])
        for number in first["passages"]
    )
    assert f"{first['names'][0]} · {first['names'][1]}" in printed(capsys, "cooccurrence").splitlines()[0]
    rows = list(csv.reader(io.StringIO(printed(capsys, "cooccurrence", "--csv"), newline="")))
    assert len(rows) == 1 + len(told["pairs"]) + len(told["themes"])


def test_a_text_without_names_says_so(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "雨.txt"
    path.write_text("雨下了一夜，路上没有人。\n", encoding="utf-8")
    assert printed(capsys, "cooccurrence", str(path), code=1) == "没有常在一处的名称\n"


def test_the_readers_own_themes_hold_and_what_is_wrong_in_them_is_said(capsys: Capture, home: Path) -> None:
    home.mkdir()
    (home / "themes.toml").write_text(
        'themes = [{ name = "引擎", words = ["发动机", "引擎"] }, { name = "空" }]\n', encoding="utf-8"
    )
    assert run(["themes", "--json"]) == 0
    out, said = capsys.readouterr()
    assert json.loads(out)["themes"][0]["id"] == "引擎"
    assert said == "tencent-explorer: themes.toml: themes 2: words is missing or empty\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["concordance"], "缺要看的词"),
        (["concordance", "云", "--sort", "up"], "position left right"),
        (["cooccurrence", "a.txt", "b.txt"], "多出一个词"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(capsys: Capture, words: list[str], said: str) -> None:
    assert run(words) == 2
    out, problem = capsys.readouterr()
    assert out == ""
    assert said in problem
    assert problem.count("\n") == 1
