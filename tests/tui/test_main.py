"""The program as a process: streams, signals, what it imports, and what the app is given."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from small_documents import document_of
from terminal import Terminal

from content import open_document
from content.library.library import Library
from content.library.records import file_state
from content.shelf import NO_FILE, Correction, Shelf
from tui.cli import run

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-P", "-m", "tui"]
FOREIGN = ("LC_", "LANG", "PYTHON", "TEXTUAL", "TENCENT")


def environment(home: Path, **variables: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    return kept | {"TENCENT_EXPLORER_HOME": str(home), "PYTHONPATH": str(ROOT)} | variables


def program(home: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        capture_output=True,
        check=False,
        cwd=home,
        env=environment(home, **variables),
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LANG": "zh_TW.Big5"},
        {"LANG": "zh_TW.Big5", "PYTHONIOENCODING": "cp950"},
        {"PYTHONIOENCODING": "ascii:strict"},
    ],
)
def test_what_is_printed_into_a_pipe_is_utf_8(tmp_path: Path, variables: dict[str, str]) -> None:
    finished = program(tmp_path, "outline", "--json", **variables)
    assert (finished.returncode, finished.stderr) == (0, b"")
    assert json.loads(finished.stdout.decode("utf-8"))["title"] == open_document().title
    refused = program(tmp_path, "outline", "腾讯.txt", "--lang", "简", **variables)
    assert (refused.returncode, refused.stdout) == (2, b"")
    # A locale that knows no Chinese may turn the name's bytes into U+FFFD, never the sentence.
    assert refused.stderr.decode("utf-8").endswith(".txt：没有这个文件\n")
    assert refused.stderr.count(b"\n") == 1


def test_a_query_in_utf_8_is_understood_where_the_locale_knows_no_chinese(tmp_path: Path) -> None:
    found = program(tmp_path, "search", "云", "--json", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert found.returncode == 0
    assert json.loads(found.stdout)["query"] == "云"


def test_a_reader_that_leaves_early_ends_it_in_silence(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [*PROGRAM, "outline"],
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(tmp_path),
    )
    os.close(reader)
    os.close(writer)
    assert process.communicate()[1] == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device here")
def test_a_full_disk_under_the_output_is_said_in_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        finished = subprocess.run(
            [*PROGRAM, "outline", "--lang=en"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=tmp_path,
            env=environment(tmp_path),
        )
    assert finished.returncode == 2
    assert finished.stderr.startswith(b"tencent-explorer: the output cannot be written")
    assert finished.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_under_the_errors_leaves_the_exit_code(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        finished = subprocess.run(
            [*PROGRAM, "outline", "missing.txt"],
            check=False,
            stdout=subprocess.PIPE,
            stderr=full,
            cwd=tmp_path,
            env=environment(tmp_path),
        )
    assert (finished.returncode, finished.stdout) == (2, b"")


def test_ctrl_c_ends_it_without_a_traceback(tmp_path: Path) -> None:
    fifo = tmp_path / "never.txt"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [*PROGRAM, "outline", str(fifo)], stderr=subprocess.PIPE, cwd=tmp_path, env=environment(tmp_path)
    )
    with fifo.open("wb"):  # opens only when the program is reading
        process.send_signal(signal.SIGINT)
        problems = process.communicate(timeout=30)[1]
    assert (process.returncode, problems) == (130, b"")


@pytest.mark.parametrize(("descriptor", "code"), [(0, 2), (1, 0), (2, 0)])
def test_closed_streams_are_no_traceback(tmp_path: Path, descriptor: int, code: int) -> None:
    command = [*PROGRAM, "outline", *(["-"] if descriptor == 0 else [])]
    closing = f'exec "$@" {descriptor}{"<" if descriptor == 0 else ">"}&-'
    finished = subprocess.run(
        ["sh", "-c", closing, "sh", *command],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env=environment(tmp_path),
    )
    assert finished.returncode == code
    assert b"Traceback" not in finished.stderr
    assert finished.stderr.count(b"\n") == (1 if descriptor == 0 else 0)


@pytest.mark.parametrize(
    "command", [["outline", "--json"], ["outline"], ["--help"], ["bookmarks", "list"], ["library", "list"]]
)
def test_commands_load_neither_textual_nor_the_dictionary(tmp_path: Path, command: list[str]) -> None:
    look = (
        "import sys; from tui.cli import run; run(sys.argv[1:]);"
        "sys.exit(len({'textual', 'jieba', 'pypinyin', 'opencc', 'rapidfuzz'} & set(sys.modules)))"
    )
    finished = subprocess.run(
        [sys.executable, "-P", "-c", look, *command],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env=environment(tmp_path),
    )
    assert (finished.returncode, finished.stderr) == (0, b"")
    assert finished.stdout


# A stand-in for the app: says on standard output what it was given and the keys that reach it.
STAND_IN = """
import os, sys, termios, tty
from types import ModuleType

class ExplorerApp:
    return_code = 0
    def __init__(self, document, **given):
        variables = [os.environ["TEXTUAL_" + name] for name in ("DISABLE_KITTY_KEY", "FPS")]
        shown = {name: given[name] for name in ("path", "language", "encoding")}
        self.given = (document.title, shown, *variables)
    def run(self):
        before = termios.tcgetattr(0)
        tty.setcbreak(0)
        print("given", *self.given, flush=True)
        print("key", os.read(0, 1), "of a terminal:", sys.__stdin__.isatty(), flush=True)
        termios.tcsetattr(0, termios.TCSANOW, before)

sys.modules["tui.app"] = ModuleType("tui.app")
sys.modules["tui.app"].ExplorerApp = ExplorerApp
assert "textual" not in sys.modules
from tui.__main__ import main
sys.exit(main())
"""


def test_after_a_pipe_was_read_the_keys_come_from_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(STAND_IN, encoding="utf-8")
    shell = f'printf "云上的集市\\n\\nq 不是按键。\\n" | "{sys.executable}" -P app.py - --lang 繁'
    with Terminal(
        ["sh", "-c", shell], home=tmp_path, environment={"PYTHONPATH": str(ROOT)}, columns=160
    ) as screen:
        screen.wait_for("given")
        screen.send("k")
        assert screen.wait_for_end() == 0
        assert "given 云上的集市 {'path': '-', 'language': 'hant', 'encoding': None} 1 120" in screen.text
        assert "key b'k' of a terminal: True" in screen.text


def test_a_variable_that_is_set_already_stays(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(STAND_IN, encoding="utf-8")
    chosen = {"PYTHONPATH": str(ROOT), "TEXTUAL_FPS": "30", "TEXTUAL_DISABLE_KITTY_KEY": "0"}
    with Terminal([sys.executable, "-P", "app.py"], home=tmp_path, environment=chosen, columns=160) as screen:
        screen.wait_for("given")
        screen.send("k")
        assert screen.wait_for_end() == 0
        assert "'encoding': None} 0 30" in screen.text


def test_a_pipe_without_any_terminal_is_refused(tmp_path: Path) -> None:
    finished = subprocess.run(
        [*PROGRAM, "-", "--lang", "en"],
        input="云上的集市\n\n一段。\n".encode(),
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env=environment(tmp_path),
        start_new_session=True,
    )
    assert (finished.returncode, finished.stdout) == (2, b"")
    assert finished.stderr.startswith(b"tencent-explorer: there is no terminal")
    assert finished.stderr.count(b"\n") == 1


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
    assert given["state"] == file_state(path)


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
