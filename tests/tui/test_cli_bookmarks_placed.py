"""Bookmarks on the command line where their text was edited: with the file named and without the same."""

from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from content import open_document
from content.document import Span
from content.library.library import Library
from content.library.records import file_state
from content.shelf import Shelf
from tui.cli import run

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
TEXT = """# 云上的集市

## 清早

摊主们先学会了记账，再学会了叫卖。

卖鱼的老周把一本账放进手机里，隔壁的茶铺照着他的样子做。

## 夜里

到了雨季，货船晚到两天，保险公司的赔款当晚就进了账。

孩子们提着桶去捡贝壳，潮水退到第三根木桩才回家。
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    return tmp_path / "home"


@pytest.fixture
def article(tmp_path: Path, home: Path) -> Path:
    """Return a file with a bookmark of each paragraph, which was edited since: one is gone."""
    path = tmp_path / "集市.md"
    path.write_text(TEXT, encoding="utf-8")
    document = open_document(str(path))
    with Shelf(home) as shelf, closing(Library(home, shelf)) as library:
        for passage in document.passages:
            if passage.kind == "body":
                shelf.add_bookmark(document, passage)
        library.add(document, str(path), file_state(str(path)))
    fish = next(line for line in TEXT.splitlines() if line.startswith("卖鱼"))
    path.write_text(TEXT.replace(f"{fish}\n\n", ""), "utf-8")
    return path


def parsed(capsys: Capture, *arguments: str) -> Any:
    assert run([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)["bookmarks"]


def printed(capsys: Capture, *arguments: str) -> str:
    assert run(arguments) == 0
    return capsys.readouterr().out


def test_without_the_file_it_is_said_as_well_what_moved_and_what_is_lost(
    capsys: Capture, article: Path
) -> None:
    passages = open_document(str(article)).passages
    listed = parsed(capsys, "bookmarks", "list")
    assert [each["state"] for each in listed] == ["ok", "moved", "moved", "lost"]
    assert parsed(capsys, "bookmarks", "list", str(article)) == listed
    for each in listed[:3]:
        assert passages[each["passage"] - 1].text[each["start"] : each["end"]] == each["quote"]
    assert printed(capsys, "bookmarks", "list") == printed(capsys, "bookmarks", "list", str(article))
    article.unlink()  # the library has the text as it was read
    assert [each["state"] for each in parsed(capsys, "bookmarks", "list")] == ["ok"] * 4


def test_an_export_says_where_each_stands_now(capsys: Capture, article: Path) -> None:
    listed = parsed(capsys, "bookmarks", "list")
    lost = listed[-1]["passage"]
    markdown = printed(capsys, "bookmarks", "export")
    assert printed(capsys, "bookmarks", "export", str(article)) == markdown
    heads = [line for line in markdown.splitlines() if line.startswith(("#", "> —"))]
    assert [head.split(" <!--")[0] for head in heads] == [
        "# 云上的集市",
        *("## 清早", f"> — 第 {listed[0]['passage']} 段", "## 夜里"),
        *(f"> — 第 {each['passage']} 段" for each in listed[1:3]),
        *("## 未找到（仍保留）", f"> — 原在第 {lost} 段 · 清早"),
    ]
    rows = csv.reader(io.StringIO(printed(capsys, "bookmarks", "export", "--format", "csv"), newline=""))
    assert [row[5] for row in rows][1:] == [str(each["passage"]) for each in listed]


def test_offsets_of_a_mark_are_those_in_its_passage(capsys: Capture, home: Path) -> None:
    edition = open_document()
    passage, following = next(
        (one, other)
        for one, other in zip(edition.passages, edition.passages[1:], strict=False)
        if one.kind == other.kind == "body"
    )
    with Shelf(home) as shelf:
        shelf.add_bookmark(edition, passage, span=Span(passage.start + 3, passage.start + 9))
        shelf.add_bookmark(edition, passage, span=Span(passage.start + 5, following.start + 4))
    inside, over = parsed(capsys, "bookmarks", "list")
    assert (inside["start"], inside["end"], inside["state"]) == (3, 9, "ok")
    assert (over["start"], over["end"]) == (5, len(passage.text))
    both = f"第 {passage.number}–{following.number} 段"
    assert both in printed(capsys, "bookmarks", "list")
    assert f"> — {both} <!--" in printed(capsys, "bookmarks", "export")


def test_what_was_confirmed_stands_under_the_same_document(
    capsys: Capture, article: Path, home: Path
) -> None:
    document = open_document(str(article))
    moved = parsed(capsys, "bookmarks", "list")[1]
    passage = document.passages[moved["passage"] - 1]
    with Shelf(home) as shelf:
        shelf.place_again(moved["id"], document, Span(passage.start, passage.end))
    listed = parsed(capsys, "bookmarks", "list", str(article))
    assert [each["state"] for each in listed] == ["ok", "ok", "moved", "lost"]
    assert printed(capsys, "bookmarks", "export").count("\n# ") == 1


def test_what_was_left_as_it_was_changed_in_the_file_is_counted(
    capsys: Capture, article: Path, tmp_path: Path
) -> None:
    path = tmp_path / "书签.md"
    assert "4 条 → " in printed(capsys, "bookmarks", "export", "--output", str(path))
    path.write_text(path.read_text("utf-8").replace("\n\n^te-", "\n> 我添的\n\n^te-", 1), "utf-8")
    assert "其中 1 条你在文件里改过，没有动" in printed(
        capsys, "bookmarks", "export", str(article), "--output", str(path)
    )
