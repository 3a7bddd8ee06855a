"""The commands of the library, as JSON and as listings."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len
from small_documents import document_of

from content.library.library import Library
from content.shelf import Correction, Shelf, ShelfError
from tui.cli import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from content.library.records import Addition

Capture = pytest.CaptureFixture[str]
HARBOUR = document_of(
    "码头上的集市从清早开到天黑。",
    "卖鱼的老周把账记在腾讯云上。",
    title="海港",
    byline=("林小舟", "安宁"),
    source="潮汐周报",
    date="2019-05-01",
)
MOUNTAIN = document_of("山里的雪下了三天三夜。", "集市停了，账还在。", title="山")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path / "home"


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    """Give a library of two documents, the second of which was read half."""
    with Shelf(home) as shelf, closing(Library(home, shelf)) as library:
        library.add(HARBOUR, "/文章/海港.html")
        library.add(MOUNTAIN)
        shelf.save_place(MOUNTAIN, 12, path=None, progress=0.5)
        yield library


@pytest.fixture
def unsearched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what makes the library searchable: it takes a second."""
    monkeypatch.setattr("tui.commandline.library.adding._make_searchable", lambda *_: None)


def answer(capsys: Capture, *arguments: str, code: int = 0) -> tuple[str, list[str]]:
    assert run(["library", *arguments]) == code
    out, problems = capsys.readouterr()
    assert "\x1b" not in out + problems
    lines = problems.splitlines()
    assert all(line.startswith("tencent-explorer: ") for line in lines)
    return out, [line.removeprefix("tencent-explorer: ") for line in lines]


def parsed(capsys: Capture, *arguments: str, code: int = 0) -> Any:
    out, _ = answer(capsys, *arguments, "--json", code=code)
    assert out.count("\n") == 1
    return json.loads(out)


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"{name}的题目\n\n{text}\n", encoding="utf-8")
    return folder


# list


@pytest.mark.parametrize("arguments", [[], ["list"]])
def test_an_empty_library_says_so_and_how_to_add(capsys: Capture, arguments: list[str]) -> None:
    out, _ = answer(capsys, *arguments, code=1)
    assert out.startswith("书库是空的")
    assert "tencent-explorer library add" in out
    assert parsed(capsys, *arguments, code=1) == {"documents": []}


def test_the_library_is_listed_whole_as_json(capsys: Capture, library: Library) -> None:
    read, unread = parsed(capsys, "list")["documents"]
    assert unread == {
        "id": 1,
        "title": "海港",
        "byline": ["林小舟", "安宁"],
        "source": "潮汐周报",
        "date": "2019-05-01",
        "path": "/文章/海港.html",
        "progress": 0.0,
        "opened": None,
        "digest": HARBOUR.digest,
        "characters": len(HARBOUR.text),
        "added": unread["added"],
    }
    assert (read["id"], read["path"], read["progress"]) == (2, None, 0.5)
    assert read["opened"] >= unread["added"]


def test_the_library_as_a_listing_shows_what_was_put_right(capsys: Capture, library: Library) -> None:
    library.shelf.correct(HARBOUR.digest, Correction(title="旧港"))
    summary, _, _, first, second = answer(capsys, "list")[0].splitlines()
    assert summary == "2 篇"
    assert first.split()[:4] == ["2", "山", "50", "%"]
    assert second.split() == ["1", "旧港", "林小舟、安宁", "·", "潮汐周报", "·", "2019-05-01"]


@pytest.mark.parametrize(("order", "listed"), [("title", [1, 2]), ("date", [1, 2]), ("opened", [2, 1])])
def test_the_library_is_listed_in_the_order_asked_for(
    capsys: Capture, library: Library, order: str, listed: list[int]
) -> None:
    assert [each["id"] for each in parsed(capsys, "list", "--sort", order)["documents"]] == listed


@pytest.mark.parametrize("columns", ["24", "40", "60", "80", "300"])
def test_a_listing_fits_the_terminal(
    capsys: Capture, library: Library, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(document_of("长" * 40, title="长" * 90, byline=("很长的名字",) * 20))
    monkeypatch.setenv("COLUMNS", columns)
    lines = answer(capsys, "list")[0].splitlines()
    assert max(map(cell_len, lines)) <= min(100, int(columns))
    assert sum("山" in line for line in lines) == 1


def test_columns_in_which_there_is_nothing_are_left_out(capsys: Capture, library: Library) -> None:
    library.remove(2)
    assert "上次读" not in answer(capsys, "list")[0]
    library.remove(1)
    library.add(document_of("无名氏的一段话。", title=""))
    assert answer(capsys, "list")[0].splitlines()[2:] == ["编号  标题", "   3  无题"]


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems refuse such names")
def test_a_path_that_is_no_text_is_escaped_and_stays_what_it_is(capsys: Capture, library: Library) -> None:
    path = os.fsdecode(b"/\xff\x1b]0;x\x07\xc2\x9b.txt")
    library.add(document_of("另一篇。", title="另"), path)
    out, _ = answer(capsys, "list", "--json", "--sort", "added")
    assert not set(out) & set("\x9b\udcff\x07")
    assert json.loads(out)["documents"][0]["path"] == path


# add


def test_a_folder_is_added_with_one_line_for_each_bad_file(
    capsys: Capture, tmp_path: Path, unsearched: None
) -> None:
    folder = write(tmp_path / "文章", 甲="甲的一段话。", 乙="乙的一段话。")
    (folder / "空.txt").touch()
    (folder / "图.png").touch()
    out, problems = answer(capsys, "add", str(folder), "没有.txt", code=2)
    assert out == "新加 2 篇 · 略过别的文件 1 个 · 读不了 2 个\n"
    assert problems == [f"{folder / '空.txt'}：里面没有文字", "没有.txt：没有这个文件"]
    told = parsed(capsys, "add", str(folder), code=2)
    assert told == {
        "added": 0,
        "changed": 0,
        "same": 2,
        "passed_over": 1,
        "problems": [
            {
                "path": str(folder / "空.txt"),
                "reason": "empty",
                "message": f"{folder / '空.txt'}：里面没有文字",
            }
        ],
    }
    write(folder, 甲="甲的另一段话。")
    (folder / "空.txt").unlink()
    assert answer(capsys, "add", str(folder))[0] == "更新 1 篇 · 原有 1 篇 · 略过别的文件 1 个\n"


def test_nothing_to_add_is_said(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "图.png").touch()
    assert answer(capsys, "add", str(tmp_path / "empty"), code=1) == ("没有可加入的文件\n", [])
    out, _ = answer(capsys, "add", str(tmp_path / "pictures"), code=1)
    assert out == "没有可加入的文件 · 略过别的文件 1 个\n"
    out, problems = answer(capsys, "add", str(tmp_path / "没有.txt"), code=2)
    assert (out, len(problems)) == ("", 1)


def test_an_encoding_that_does_not_exist_is_said_once(capsys: Capture, tmp_path: Path) -> None:
    folder = write(tmp_path / "文章", 甲="一", 乙="二")
    assert answer(capsys, "add", str(folder), "--encoding", "klingon", code=2) == (
        "",
        ["没有这种编码：klingon"],
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems refuse such names")
def test_bad_files_with_hostile_names_are_named_safely(
    capsys: Capture, tmp_path: Path, unsearched: None
) -> None:
    folder = write(tmp_path / "文章", 甲="甲的一段话。")
    (folder / os.fsdecode(b"\xff\x1b[2J\n.txt")).touch()
    out, (problem,) = answer(capsys, "add", str(folder), code=2)
    assert out == "新加 1 篇 · 读不了 1 个\n"
    assert problem == f"{folder}/��[2J .txt：里面没有文字"


def test_what_cannot_be_kept_is_said_in_one_line(
    capsys: Capture, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "文章", 甲="甲的一段话。", 乙="乙的一段话。")

    def full(*_: object) -> None:
        raise ShelfError("full")

    with monkeypatch.context() as patched:
        patched.setattr(Library, "add", full)
        assert answer(capsys, "add", str(folder), code=2) == ("", ["书库存不下来：磁盘已满"])
    with closing(sqlite3.connect(home / "library.db")) as connection:
        connection.execute("PRAGMA user_version = 99")
    for arguments in (["list"], ["search", "云"], ["remove", "1"]):
        out, (problem,) = answer(capsys, *arguments, code=2)
        assert (out, problem) == ("", "读不到书库：数据由更新的版本写成，请升级本程序")
    assert "书库存不下来" in answer(capsys, "add", str(folder), code=2)[1][0]


def test_a_disk_that_gets_full_leaves_and_says_what_was_done(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "文章", 甲="甲的一段话。", 乙="乙的一段话。")
    (folder / "0.txt").touch()
    add = Library.add

    def soon_full(library: Library, *found: Any) -> Addition:
        if library.entries():
            raise ShelfError("full")
        return add(library, *found)

    monkeypatch.setattr(Library, "add", soon_full)
    out, (bad, problem) = answer(capsys, "add", str(folder), code=2)
    assert (out, problem) == ("新加 1 篇 · 读不了 1 个\n", "书库存不下来：磁盘已满")
    assert bad.startswith(f"{folder}/0.txt")
    assert parsed(capsys, "add", str(folder), code=2)["same"] == 1


def test_a_folder_that_cannot_be_had_is_said_in_one_line(capsys: Capture, tmp_path: Path, home: Path) -> None:
    home.write_text("im Weg")
    folder = write(tmp_path / "文章", 甲="甲的一段话。", 乙="乙的一段话。")
    for arguments, said in ((["list"], "读不到书库"), (["add", str(folder)], "书库存不下来")):
        out, (problem,) = answer(capsys, *arguments, code=2)
        assert (out, problem.startswith(f"{said}：数据文件打不开")) == ("", True)


def test_an_interrupt_says_how_many_are_kept(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "文章", 甲="甲的一段话。", 乙="乙的一段话。")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.commandline.library.adding._make_searchable", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(["library", "add", str(folder)])
    out, problems = capsys.readouterr()
    assert out == ""
    assert problems == "tencent-explorer: 已中断，新加了 2 篇；再运行一次会接着做\n"


# remove


def test_documents_are_removed_by_id_and_by_file(capsys: Capture, library: Library, tmp_path: Path) -> None:
    path = write(tmp_path / "文章", 甲="甲的一段话。") / "甲.txt"
    library.add(document_of("甲的一段话。", title="甲的题目"), str(path))
    out, problems = answer(capsys, "remove", "2", f"{path.parent}/../文章/甲.txt", "99", "没有.txt", code=2)
    assert out.splitlines()[:2] == ["已移出书库：山", "已移出书库：甲的题目"]
    assert "书签和笔记仍然保留" in out.splitlines()[2]
    assert problems == ["书库里没有：99", "书库里没有：没有.txt"]
    (left,) = library.entries()
    assert parsed(capsys, "remove", "1")["removed"][0]["title"] == left.title == "海港"
    assert library.entries() == ()


def test_a_file_with_the_text_of_a_document_is_that_document(
    capsys: Capture, tmp_path: Path, unsearched: None
) -> None:
    folder = write(tmp_path / "文章", 甲="同一段话。")
    (folder / "乙.txt").write_bytes((folder / "甲.txt").read_bytes())
    assert answer(capsys, "add", str(folder))[0] == "新加 1 篇 · 原有 1 篇\n"
    assert answer(capsys, "remove", str(folder / "甲.txt"), str(folder / "乙.txt"))[0].count("\n") == 2


# usage


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lst"], "library 后面是 list、add、remove 或 search，不是「lst」"),
        (["add"], "缺要加入的文件或文件夹"),
        (["remove"], "缺要移出的：编号或文件"),
        (["search"], "缺要搜的词"),
        (["search", " "], "要搜的词是空的"),
        (["search", "云", "海港"], "多出一个词：海港"),
        (["list", "海港"], "多出一个词：海港"),
        (["list", "--sort", "size"], "--sort 后面写 opened title date added progress 之一，不是「size」"),
        (["list", "--limit", "3"], "不认识的选项：--limit"),
        (["add", "x", "--sort", "title"], "不认识的选项：--sort"),
        (["--sort", "title", "search", "云"], "不认识的选项：--sort"),
        (["remove", "-x"], "不认识的选项：-x"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(capsys: Capture, arguments: list[str], said: str) -> None:
    out, (problem,) = answer(capsys, *arguments, code=2)
    assert (out, said in problem) == ("", True), problem


@pytest.mark.parametrize(
    "words", [["library", "list"], ["library", "search", "集市"], ["bookmarks", "list", "甲.txt"]]
)
def test_a_damaged_library_is_told_of_once(
    words: list[str], home: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir(exist_ok=True)
    monkeypatch.chdir(home)
    (home / "甲.txt").write_text("海港\n\n码头上的集市从清早开到天黑。\n", encoding="utf-8")
    (home / "library.db").write_bytes(b"no library " * 1000)
    run([*words, "--lang", "zh"])
    aside = next(home.glob("library-damaged-*.db"))
    assert f"读得出的 0 篇已搬进新的书库；原件没有删，在 {aside}" in capsys.readouterr().err
    run([*words, "--lang", "zh"])
    assert "损坏" not in capsys.readouterr().err
