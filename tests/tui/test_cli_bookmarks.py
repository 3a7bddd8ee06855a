from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from content import open_document
from content.library.library import Library
from content.shelf import Correction, Shelf
from tui.cli import run

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    return tmp_path / "home"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "集市.txt"
    path.write_text("云上的集市\n\n摊主们先学会记账。\n\n后来学会了叫卖。\n", encoding="utf-8")
    return str(path)


def parsed(capsys: Capture, *arguments: str, code: int = 0) -> Any:
    assert run([*arguments, "--json"]) == code
    out, problems = capsys.readouterr()
    assert problems == ""
    return json.loads(out)


def test_a_bookmark_is_added_and_listed(capsys: Capture, article: str) -> None:
    document = open_document(article)
    (added,) = parsed(
        capsys, "bookmarks", "add", article, "--passage", "2", "--note", "再读", "--tag", "账", "--tag=云"
    )["bookmarks"]
    passage = document.passages[1]
    shape = {
        "document": document.digest,
        "passage": 2,
        "start": 0,
        "end": len(passage.text),
        "quote": passage.text,
        "note": "再读",
        "tags": ["账", "云"],
        "colour": None,
        "state": "ok",
        "title": document.title,
        "edition": False,
    }
    assert added == shape | {"id": added["id"], "created": added["created"]}
    for arguments in (["bookmarks", "list"], ["bookmarks", "list", article], ["bookmarks"]):
        assert parsed(capsys, *arguments) == {"bookmarks": [added]}


def test_without_a_file_the_edition_is_meant_and_all_are_listed(capsys: Capture, article: str) -> None:
    parsed(capsys, "bookmarks", "add", article, "--passage", "1")
    (in_edition,) = parsed(capsys, "bookmarks", "add", "--passage", "3")["bookmarks"]
    assert in_edition["edition"] is True
    assert in_edition["document"] == open_document().digest
    assert len(parsed(capsys, "bookmarks", "list")["bookmarks"]) == 2
    assert len(parsed(capsys, "bookmarks", "list", article)["bookmarks"]) == 1


def test_the_library_has_the_text_as_it_was_read(capsys: Capture, home: Path, article: str) -> None:
    document = open_document(article)
    with Shelf(home) as shelf:
        shelf.correct(document.digest, Correction(title="改过的题目"))
    (added,) = parsed(capsys, "bookmarks", "add", article, "--passage", "2")["bookmarks"]
    assert added["title"] == "改过的题目"
    with Shelf(home) as shelf, closing(Library(home, shelf)) as library:
        assert library.as_read(document.digest) == document
        assert [(entry.title, entry.path) for entry in library.entries()] == [("改过的题目", article)]


def test_bookmarks_as_a_listing(capsys: Capture, article: str) -> None:
    assert run(["bookmarks", "add", article, "--passage", "2", "--note", "再读", "--tag", "账"]) == 0
    added = capsys.readouterr().out
    assert added.startswith("已加书签：第 2 段\n")
    for part in ("│ ", "笔记：再读", "标签：账"):
        assert part in added
    assert run(["bookmarks", "list"]) == 0
    listed = capsys.readouterr().out
    assert listed.startswith("云上的集市\n")
    assert added.split("\n", 1)[1] in listed


def test_the_listing_of_the_edition_says_whom_it_retells(capsys: Capture) -> None:
    assert run(["bookmarks", "add", "--passage", "3"]) == 0
    capsys.readouterr()
    assert run(["bookmarks", "list"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "据《周天财经》周天 2018-11-28 改写"


def test_none_kept_is_exit_code_1(capsys: Capture, article: str) -> None:
    assert parsed(capsys, "bookmarks", "list", code=1) == {"bookmarks": []}
    assert run(["bookmarks", "list", article]) == 1
    assert capsys.readouterr().out == "还没有书签\n"


def test_adding_twice_keeps_one(capsys: Capture, article: str) -> None:
    first = parsed(capsys, "bookmarks", "add", article, "--passage", "2")
    assert parsed(capsys, "bookmarks", "add", article, "--passage", "2") == first
    assert parsed(capsys, "bookmarks", "list") == first


def test_a_note_is_scrubbed(capsys: Capture, article: str) -> None:
    assert run(["bookmarks", "add", article, "--passage", "2", "--note", "\x1b]52;c;\x07坏\udc80"]) == 0
    assert run(["bookmarks", "list"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "�]52;c;�坏�" in out


def error_of(capsys: Capture, *arguments: str) -> str:
    assert run(arguments) == 2
    out, problems = capsys.readouterr()
    assert out == ""
    assert problems.count("\n") == 1
    return problems


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add"], "缺 --passage N"),
        (["add", "--passage", "0"], "不小于 1 的整数，不是「0」"),
        (["add", "--passage", "三"], "不是「三」"),
        (["add", "--passage", "٣"], "不是「٣」"),
        (["add", "--passage", "9" * 5000], "不是「999"),
        (["add", "--passage", "99999"], "没有第 99999 段；全文共"),
        (["add", "--passage"], "--passage 后面缺一个值"),
        (["add", "a.txt", "b.txt", "--passage", "1"], "多出一个词：b.txt"),
        (["list", "没有.txt"], "没有.txt：没有这个文件"),
        (["lst"], "list、add、export 或 import，不是「lst」"),
        (["list", "--limit", "3"], "不认识的选项：--limit"),
        (["list", "--json=yes"], "--json 后面不带值"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(capsys: Capture, arguments: list[str], said: str) -> None:
    assert said in error_of(capsys, "bookmarks", *arguments)


def test_a_store_that_cannot_be_written_says_why(capsys: Capture, home: Path) -> None:
    home.write_text("im Weg")
    assert "书签存不下来：数据文件打不开" in error_of(capsys, "bookmarks", "add", "--passage", "1")
    assert "读不到书签：数据文件打不开" in error_of(capsys, "bookmarks", "list")


def test_a_newer_store_says_so(capsys: Capture, home: Path) -> None:
    Shelf(home).close()
    connection = sqlite3.connect(home / "kept.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert "请升级本程序" in error_of(capsys, "bookmarks", "add", "--passage", "1")


def test_a_damaged_store_is_mended_and_said(capsys: Capture, home: Path) -> None:
    parsed(capsys, "bookmarks", "add", "--passage", "3")
    (home / "kept.db").write_bytes(b"nothing of the kind" * 99)
    assert run(["bookmarks", "list"]) == 0
    out, said = capsys.readouterr()
    assert "第 3 段" in out
    assert said.startswith("tencent-explorer: 数据文件损坏，已改用备份 kept-")
    assert said.count("\n") == 1


def test_a_bookmark_is_found_again_in_the_edited_file(capsys: Capture, article: str) -> None:
    (before,) = parsed(capsys, "bookmarks", "add", article, "--passage", "2")["bookmarks"]
    with open(article, "r+", encoding="utf-8") as file:  # noqa: PTH123 - to change it in place
        text = file.read()
        file.seek(0)
        file.write(text.replace("摊主们先学会记账。", "新添的一段。\n\n摊主们先学会记账。"))
    (found,) = parsed(capsys, "bookmarks", "list", article)["bookmarks"]
    assert found["id"] == before["id"]
    assert (found["state"], found["passage"], found["quote"]) == ("moved", 3, "后来学会了叫卖。")


def test_bookmarks_are_taken_away_and_over(
    capsys: Capture, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed(capsys, "bookmarks", "add", article, "--passage", "2", "--note", "再读", "--tag", "账")
    parsed(capsys, "bookmarks", "add", "--passage", "3")
    path = tmp_path / "书签.jsonld"
    assert run(["bookmarks", "export", "--output", str(path)]) == 0
    assert capsys.readouterr().out == f"2 条 → {path}\n"
    kept = parsed(capsys, "bookmarks", "list")
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "elsewhere"))
    assert parsed(capsys, "bookmarks", "import", str(path)) == {"read": 2, "added": 2}
    assert parsed(capsys, "bookmarks", "import", str(path)) == {"read": 2, "added": 0}
    assert parsed(capsys, "bookmarks", "list") == kept
    assert run(["bookmarks", "export", "--tag", "账", "--format", "markdown"]) == 0
    out = capsys.readouterr().out
    assert "> 后来学会了叫卖。" in out
    assert out.count("^te-") == 1


def test_a_file_that_is_not_ours_is_never_written_over(capsys: Capture, tmp_path: Path) -> None:
    parsed(capsys, "bookmarks", "add", "--passage", "3")
    for name in ("日记.md", "表.csv", "书.jsonld", "文.txt"):
        path = tmp_path / name
        path.write_text("我自己写的", encoding="utf-8")
        assert "没有动它" in error_of(capsys, "bookmarks", "export", "--output", str(path))
        assert path.read_text(encoding="utf-8") == "我自己写的"
        path.unlink()
        assert run(["bookmarks", "export", "--output", str(path)]) == 0
        capsys.readouterr()
    markdown = tmp_path / "日记.md"
    markdown.write_text(markdown.read_text(encoding="utf-8") + "\n我的话。\n", encoding="utf-8")
    assert run(["bookmarks", "export", "--output", str(markdown)]) == 0
    assert markdown.read_text(encoding="utf-8").endswith("\n我的话。\n")


def test_a_file_that_is_no_export_is_refused_whole(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "书签.jsonld"
    for data, said in ((b"{", "不是 JSON"), (b"{}", "不是书签导出"), (b"[{}]", "第 1 条不完整")):
        path.write_bytes(data)
        assert said in error_of(capsys, "bookmarks", "import", str(path))
    assert "读不了" in error_of(capsys, "bookmarks", "import", str(tmp_path / "没有.jsonld"))
    assert parsed(capsys, "bookmarks", "list", code=1) == {"bookmarks": []}
