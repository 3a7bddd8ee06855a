from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from content import open_document
from content.shelf import NameEdit, OwnTheme, Shelf
from tui.cli import run

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
TEXT = """集市上的工厂

宏远机械董事长沈国梁在年会上表示，今年的订单比去年多。星海科技首席执行官周予安（Yu'an Zhou）没有出席。

散会后，沈国梁去了江苏天河纺织有限公司。
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "文章.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def printed(capsys: Capture, *arguments: str) -> str:
    assert run(arguments) == 0
    out, problems = capsys.readouterr()
    assert problems == ""
    return out


def test_names_that_no_lexicon_has_are_told_with_their_roles(capsys: Capture, article: str) -> None:
    names = {
        name["name"]: name for name in json.loads(printed(capsys, "entities", article, "--json"))["entities"]
    }
    assert names["沈国梁"]["role"] == "宏远机械董事长"
    assert names["沈国梁"]["count"] == 2
    assert {"宏远机械", "星海科技", "周予安", "江苏天河纺织有限公司"} <= set(names)
    assert names["江苏天河纺织有限公司"]["kind"] == "org"


def test_a_table_has_a_row_for_each_mention(capsys: Capture, article: str) -> None:
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "entities", article, "--csv"))))
    told = json.loads(printed(capsys, "entities", article, "--json"))["entities"]
    assert len(rows) == sum(name["count"] for name in told)
    document = open_document(article)
    for row in rows:
        text = document.passages[int(row["passage"]) - 1].text
        assert text[int(row["start"]) : int(row["end"])] == row["text"]
    assert {row["role"] for row in rows if row["name"] == "沈国梁"} == {"宏远机械董事长"}


def test_the_listing_names_them_by_kind(capsys: Capture, article: str) -> None:
    lines = printed(capsys, "entities", article).splitlines()
    person, organisation = lines.index("人物"), lines.index("机构")
    assert any("沈国梁" in line and "宏远机械董事长" in line for line in lines[person:organisation])
    assert any("星海科技" in line for line in lines[organisation:])


def test_what_the_reader_changed_holds_in_every_command(
    capsys: Capture, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = open_document(article).digest
    with Shelf(tmp_path / "home") as shelf:
        shelf.edit_names(
            [
                NameEdit("", None, "rename", "沈国梁", "沈董"),
                NameEdit("", digest, "hide", "周予安"),
                NameEdit("", digest, "add", "年会", "event"),
                NameEdit("", "a" * 64, "hide", "沈董"),
            ]
        )
        shelf.put_theme(OwnTheme("订单", "买卖", ("订单",)))
    listed = {
        each["name"]: each for each in json.loads(printed(capsys, "entities", article, "--json"))["entities"]
    }
    assert (listed["沈董"]["aliases"], listed["沈董"]["count"]) == (["沈国梁"], 2)
    assert (listed["年会"]["kind"], listed["年会"]["mentions"][0]["text"]) == ("event", "年会")
    assert "周予安" not in listed
    (quote,) = json.loads(printed(capsys, "quotes", article, "--json"))["quotes"]
    assert quote["speaker"] == "沈董"
    assert "订单" in [
        each["id"] for each in json.loads(printed(capsys, "themes", article, "--json"))["themes"]
    ]
    pairs = json.loads(printed(capsys, "cooccurrence", article, "--json"))["pairs"]
    assert {"沈董", "年会"} in [set(pair["names"]) for pair in pairs]
    for query in ("entity:年会", "theme:买卖"):
        assert json.loads(printed(capsys, "search", query, article, "--json"))["total"] == 1
    path = tmp_path / "带走.jsonld"
    printed(capsys, "bookmarks", "export", article, "--output", str(path))
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "elsewhere"))
    assert json.loads(printed(capsys, "bookmarks", "import", str(path), "--json")) == {"read": 4, "added": 4}
    assert "沈董" in printed(capsys, "entities", article)


def test_search_knows_every_name_that_is_listed(capsys: Capture, article: str) -> None:
    for name, found in (("沈国梁", 2), ("天河纺织", 1)):
        told = json.loads(printed(capsys, "search", f"entity:{name}", article, "--json"))
        assert told["occurrences"] == found
