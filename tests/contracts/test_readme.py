"""What the README says is so: its key table is the program's, and every command in it runs."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import readme
from dictionary_once import put_dictionary

from tui.cli import run

TEXT = readme.README.read_text("utf-8")
COMMANDS = readme.console_commands(TEXT)
ARTICLE = """云上的工厂

　　过去一年，这家工厂把账本搬到了云上。

　　厂长说，金融科技帮了大忙，贷款三天就批了下来。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A scratch folder with an article in it, as the README's examples take it for granted."""
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def environment(folder: Path) -> dict[str, str]:
    programs = str(Path(sys.executable).parent)
    return os.environ | {
        "PATH": programs + os.pathsep + os.environ["PATH"],
        "TENCENT_EXPLORER_HOME": str(folder / "home"),
    }


def test_the_commands_of_the_issue_stand_word_for_word() -> None:
    lines = TEXT.splitlines()
    assert "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/tencent-explorer" in lines
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest" in lines


def test_the_key_table_is_the_one_of_the_program() -> None:
    from tui.commands import key_table

    assert readme.key_table_in(TEXT) == key_table("en"), "run tests/support/readme.py"


def test_every_example_is_sorted_into_screens_and_printing() -> None:
    assert {line for line in COMMANDS if readme.is_screen(line)} == {
        "tencent-explorer article.txt",
        "cat article.txt | tencent-explorer -",
        "tencent-explorer --lang en",
    }


PRINTING = [line for line in COMMANDS if not readme.is_screen(line)]  # in order: what is added is listed


def test_every_command_that_prints_finds_something(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(folder / "home"))
    put_dictionary(folder / "home/cache")
    for line in PRINTING:
        program, *arguments = shlex.split(line)
        assert (line, program, run(arguments)) == (line, "tencent-explorer", 0)
        out, problems = capfd.readouterr()
        assert (line, problems) == (line, "")
        assert out.strip(), line


@pytest.mark.thorough
def test_every_command_that_prints_finds_something_in_a_shell(folder: Path) -> None:
    for line in PRINTING:
        done = subprocess.run(
            ["bash", "-c", line],
            cwd=folder,
            env=environment(folder),
            capture_output=True,
            timeout=120,
            check=False,
        )
        assert (line, done.returncode, done.stderr.decode()) == (line, 0, "")
        assert done.stdout.decode().strip(), line


@pytest.mark.parametrize("line", [line for line in COMMANDS if readme.is_screen(line)])
def test_a_command_that_opens_the_screen_leaves_with_q(line: str, folder: Path) -> None:
    terminal = pytest.importorskip("terminal")
    title = "云上的工厂" if "article" in line else "腾讯物种进化"
    path = environment(folder)["PATH"]
    (folder / "home").mkdir()
    with terminal.Terminal(
        ["bash", "-c", line], home=folder / "home", folder=folder, environment={"PATH": path}
    ) as running:
        running.wait_for(title)
        running.send("q")
        assert running.wait_for_end() == 0


@pytest.mark.parametrize("example", readme.python_examples(TEXT))
def test_an_example_in_python_prints_what_it_finds(example: str, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", example],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert done.stdout.decode().strip()


def test_the_picture_is_there() -> None:
    assert readme.PICTURE.read_text("utf-8").startswith("<svg")
    assert str(readme.PICTURE.relative_to(readme.ROOT)) in TEXT
