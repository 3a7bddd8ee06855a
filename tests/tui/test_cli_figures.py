from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from command_line import Capture, parsed, printed, surround

from content import open_document

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = ["passage", "start", "end", "text", "value", "unit", "what", "period", "qualifier"]
CHECKS = ["claim", "stated", "computed", "tolerance", "holds", "reason", "passages"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    surround(monkeypatch, tmp_path)


def test_figures_and_checks_as_json(capsys: Capture) -> None:
    document = open_document()
    told = parsed(capsys, "figures")
    assert list(told) == ["figures", "checks"]
    for figure in told["figures"]:
        assert list(figure)[: len(FIELDS)] == FIELDS
        text = document.passages[figure["passage"] - 1].text
        assert text[figure["start"] : figure["end"]] == figure["text"]
    for check in told["checks"]:
        assert list(check)[: len(CHECKS)] == CHECKS
        assert document.passages[check["passage"] - 1].text[check["start"] : check["end"]] == check["claim"]
    (right,) = [check for check in told["checks"] if check["holds"]]
    assert (right["stated"], right["computed"], right["tolerance"]) == (261.1, 261.0973, 0.05)


@pytest.mark.parametrize("command", ["figures", pytest.param("entities", marks=pytest.mark.thorough)])
def test_json_is_json_whatever_else_is_asked_for(capsys: Capture, tmp_path: Path, command: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("年报\n\n2018 年腾讯的营收是 14.48 亿元。\n", encoding="utf-8")
    assert parsed(capsys, command, str(path), "--csv")[command]


def test_figures_as_csv(capsys: Capture) -> None:
    told = parsed(capsys, "figures")["figures"]
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "figures", "--csv"), newline="")))
    assert [row["text"] for row in rows] == [figure["text"] for figure in told]
    assert [row["period"] for row in rows] == [figure["period"] or "" for figure in told]


def test_figures_are_listed_with_what_they_come_to(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "报.txt"
    path.write_text(
        "年报\n\n2018 年营收为 14.48 亿元，上年同期为 10.2 亿元，同比增长 52%。\n\n后面还有一段。\n",
        encoding="utf-8",
    )
    listing = printed(capsys, "figures", str(path))
    assert "14.48 亿元  14.48 亿元  营收 · 2018" in listing
    assert "不符（算得 41.9608 %） · 第 " in listing
    assert "CNY 1.448 bn" in printed(capsys, "figures", str(path), "--lang", "en")
    assert "differs" in printed(capsys, "figures", str(path), "--lang", "en")


def test_a_text_without_numbers_says_so(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "雨.txt"
    path.write_text("雨下了整夜，路上没有人。\n", encoding="utf-8")
    assert printed(capsys, "figures", str(path), code=1) == "文中没有数字\n"
    assert parsed(capsys, "figures", str(path), code=1) == {
        "figures": [],
        "checks": [],
    }
