"""The program as a process: streams, signals, what it imports, and what the app is given."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from terminal import Terminal

from content import open_document

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
