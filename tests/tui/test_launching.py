"""What the app is started with: which document, from where, and what goes into the library before."""

from __future__ import annotations

import io
import json
import sys
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from small_documents import document_of

from content import open_document
from content.library.library import Library
from content.library.records import file_state
from content.shelf import NO_FILE, Correction, Shelf
from tui.cli import run


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, dict[str, Any]]]:
    """Stand in for the app and for a terminal; what the app is started with is put in the list."""
    given: list[tuple[Any, dict[str, Any]]] = []

    class ExplorerApp:
        return_code = 0

        def __init__(self, document: Any, **others: Any) -> None:
            given.append((document, others))

        def run(self) -> None:
            pass

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    module = ModuleType("tui.app")
    module.ExplorerApp = ExplorerApp  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tui.app", module)
    monkeypatch.setattr("os.isatty", lambda _: True)
    monkeypatch.setattr("sys.__stderr__", Screen())
    monkeypatch.setattr("sys.__stdin__", Screen())
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    return given


def said_of(given: dict[str, Any]) -> tuple[str | None, ...]:
    """The path, language and encoding that the app was started with."""
    return given["path"], given["language"], given["encoding"]


def test_a_first_start_opens_the_edition_and_makes_no_file(started: list[Any], tmp_path: Path) -> None:
    assert run([]) == 0
    ((document, given),) = started
    assert document == open_document()
    assert said_of(given) == (None, None, None)
    assert not (tmp_path / "home").exists()


def test_a_named_file_is_opened(started: list[Any], tmp_path: Path) -> None:
    path = tmp_path / "集市.txt"
    path.write_text("云上的集市\n\n一段。\n", encoding="gb18030")
    assert run([str(path), "--encoding", "gb18030", "--lang", "en"]) == 0
    ((document, given),) = started
    assert document.title == "云上的集市"
    assert said_of(given) == (str(path), "en", "gb18030")
    assert (given["state"], given["is_new"]) == (file_state(path), True)


def test_what_was_read_last_is_opened_again(started: list[Any], tmp_path: Path) -> None:
    path = tmp_path / "集市.txt"
    path.write_text("云上的集市\n\n一段。\n", encoding="utf-8")
    with Shelf(tmp_path / "home") as shelf:
        shelf.save_place(document_of("别的"), 0, path=str(tmp_path / "别的.txt"))
        shelf.save_place(open_document(str(path)), 2, path=str(path))
    assert run([]) == run(["--edition"]) == 0
    path.unlink()
    assert run([]) == 0  # it was never put into the library
    assert [given["path"] for _, given in started] == [str(path), None, None]
    assert [document.edition for document, _ in started] == [False, True, True]


def test_what_was_read_last_comes_from_the_library_where_it_has_no_file(
    started: list[Any], tmp_path: Path
) -> None:
    path, home = tmp_path / "集市.txt", tmp_path / "home"
    path.write_text("云上的集市\n\n一段。\n", encoding="utf-8")
    state = file_state(path)
    piped, read = document_of("管道里来的"), open_document(str(path))
    with Shelf(home) as shelf, closing(Library(home, shelf)) as library:
        library.add(piped)
        library.add(read, str(path), state)
        shelf.save_place(piped, 0, path=NO_FILE)
    assert run([]) == 0
    path.unlink()
    with Shelf(home) as shelf:
        shelf.save_place(read, 0, path=str(path))
    assert run([]) == 0
    assert [document.title for document, _ in started] == [piped.title, "云上的集市"]
    assert [given["path"] for _, given in started] == [NO_FILE, str(path)]


def test_what_was_removed_from_the_library_is_read_on_and_stays_removed(
    started: list[Any], tmp_path: Path
) -> None:
    path, home = tmp_path / "集市.txt", tmp_path / "home"
    path.write_text("云上的集市\n\n一段。\n", encoding="utf-8")
    piped, read = document_of("管道里来的"), open_document(str(path))
    with Shelf(home) as shelf, closing(Library(home, shelf)) as library:
        library.add(piped)
        library.add(read, str(path), file_state(path))
        library.remove(1)
        library.remove(2)
        shelf.save_place(piped, 0, path=NO_FILE)
    assert run([]) == 0
    with Shelf(home) as shelf:
        shelf.save_place(read, 0, path=str(path))
    assert run([]) == 0
    assert [document.title for document, _ in started] == [piped.title, "云上的集市"]
    assert [given["is_new"] for _, given in started] == [False, False]


def test_a_file_that_cannot_be_read_never_starts_the_app(
    started: list[Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(tmp_path / "没有.txt")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert started == []


def in_library(home: Path) -> dict[str, str]:
    """The titles in the library, by the names of their files."""
    with Shelf(home) as shelf, closing(Library(home, shelf)) as library:
        return {Path(entry.path or "").name: entry.title for entry in library.entries()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles, one of them further down, and a file that is none."""
    folder = tmp_path / "文章"
    (folder / "旧").mkdir(parents=True)
    for path in (folder / "甲.txt", folder / "旧" / "乙.txt"):
        path.write_text(f"{path.stem}的题目\n\n{path.stem}的一段话。\n", encoding="utf-8")
    (folder / "坏.epub").write_bytes(b"PK\x03\x04 broken")
    return folder


def test_of_several_files_the_first_is_opened_and_the_others_are_in_the_library(
    started: list[Any], folder: Path, tmp_path: Path
) -> None:
    first, second = folder / "甲.txt", folder / "旧" / "乙.txt"
    assert run([str(first), str(second), str(first), "--lang", "简"]) == 0
    ((document, given),) = started
    assert (document.title, given["path"], given["in_library"]) == ("甲的题目", str(first), False)
    assert given["notice"] == "另有 1 篇在书库里 · o 书库"
    assert in_library(tmp_path / "home") == {"乙.txt": "乙的题目"}


def test_bad_files_among_several_are_named_and_the_first_good_one_opens(
    started: list[Any], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good, missing = folder / "坏.epub", folder / "甲.txt", folder / "没有.txt"
    assert run([str(bad), str(good), str(missing), "--lang", "简"]) == 0
    complaints = capsys.readouterr().err.splitlines()
    assert [path.name in line for path, line in zip((bad, missing), complaints, strict=True)] == [True, True]
    ((document, given),) = started
    assert document.title == "甲的题目"
    assert given["notice"].startswith("读不了 2 个（")
    assert run([str(bad), str(good), str(missing), "--lang", "en"]) == 0
    assert started[-1][1]["notice"].startswith("2 could not be read (")


def test_where_no_file_of_several_can_be_read_nothing_starts(
    started: list[Any], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(folder / "坏.epub"), str(folder / "没有.txt")]) == 2
    assert capsys.readouterr().err.count("\n") == 2
    assert started == []


def test_a_folder_goes_into_the_library_which_is_shown(
    started: list[Any], folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(folder), "--lang", "简"]) == 0
    assert capsys.readouterr().err.count("坏.epub") == 1
    ((document, given),) = started
    assert (document.edition, given["in_library"]) == (True, True)
    assert given["notice"] == "读不了 1 个（坏.epub） · 另有 2 篇在书库里 · o 书库"
    assert in_library(tmp_path / "home") == {"甲.txt": "甲的题目", "乙.txt": "乙的题目"}


def test_a_folder_without_an_article_starts_nothing(
    started: list[Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "空"
    empty.mkdir()
    assert run([str(empty)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert started == []


def test_where_nothing_can_be_kept_several_files_open_and_a_folder_does_not(
    started: list[Any], folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").write_text("in the way")
    assert run([str(folder / "甲.txt"), str(folder / "旧" / "乙.txt")]) == 0
    assert len(started) == 1
    assert run([str(folder)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_corrections_hold_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    path = str(folder / "甲.txt")
    with Shelf(tmp_path / "home") as shelf:
        shelf.correct(open_document(path).digest, Correction(title="真正的题目", byline=("渔人",)))
    assert run(["outline", path, "--json"]) == 0
    outline = json.loads(capsys.readouterr().out)
    assert (outline["title"], outline["byline"]) == ("真正的题目", ["渔人"])
    assert run(["outline", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["edition"]
