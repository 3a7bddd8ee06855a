"""Starting: what is loaded, from where, and what is said when nothing can be opened."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hostile import screens_entered_and_left

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

EDITION = "腾讯物种进化"
TEXT = "云上的工厂\n\n　　过去一年，这家工厂把账本搬到了云上。\n\n　　厂长说，贷款三天就批了下来。\n"


def test_the_program_itself_never_loads_what_its_helper_is_for(
    run_in_terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    report = tmp_path / "modules"
    program = (
        "import atexit, pathlib, sys;"
        f"atexit.register(lambda: pathlib.Path({str(report)!r}).write_text(' '.join(sys.modules)));"
        "sys.argv = ['tencent-explorer']; from tui.__main__ import main; sys.exit(main())"
    )
    terminal = run_in_terminal([sys.executable, "-P", "-c", program])
    terminal.wait_for(EDITION)
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    loaded = {name.partition(".")[0] for name in report.read_text().split()}
    assert "textual" in loaded
    assert not loaded & {"jieba", "rjieba", "pypinyin", "opencc", "trafilatura"}


def test_packages_of_the_same_names_in_the_current_folder_are_not_run(
    explore: Callable[..., Terminal], tmp_path: Path
) -> None:
    ran = tmp_path / "ran"
    for name in ("content", "content/chinese", "content/search", "tui", "jieba", "textual"):
        package = tmp_path / name
        package.mkdir()
        (package / "__init__.py").write_text(f"open({str(ran)!r}, 'a').write(__file__)\n")
    (tmp_path / "content/search/worker.py").write_text(f"open({str(ran)!r}, 'a').write(__file__)\n")
    terminal = explore()
    terminal.wait_for(EDITION)
    terminal.send("/")
    terminal.read_until_quiet(0.3)
    terminal.send("jrkj")
    terminal.wait_for(lambda: "首字母" in terminal.text)
    terminal.send("\x1b")
    terminal.read_until_quiet(0.7)
    end(terminal)
    assert not ran.exists(), ran.read_text()


def test_a_piped_document_leaves_the_keys_to_the_program(
    run_in_terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    from terminal import PROGRAM

    (tmp_path / "article.txt").write_text(TEXT * 40, encoding="utf-8")
    terminal = run_in_terminal(["bash", "-c", f"cat article.txt | '{PROGRAM}' -"])
    terminal.wait_for("云上的工厂")
    before = terminal.text
    terminal.send("G")
    terminal.wait_for(lambda: terminal.text != before)
    terminal.wait_for("100 %")
    end(terminal)


@pytest.mark.parametrize("name", ["missing.txt", "folder", "empty.txt", "binary.png"])
@pytest.mark.parametrize(
    "arguments",
    [
        (),
        pytest.param(("outline",), marks=pytest.mark.thorough),
        pytest.param(("search", "云", "--in"), marks=pytest.mark.thorough),
        pytest.param(("entities", "--json"), marks=pytest.mark.thorough),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(
    explore: Callable[..., Terminal], tmp_path: Path, name: str, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "binary.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    terminal = explore(*arguments, name)
    assert terminal.wait_for_end() == 2
    said = [line for line in terminal.screen if line]
    assert len(said) == 1, said
    assert name in said[0]
    assert screens_entered_and_left(terminal.output) == ""


def test_without_a_terminal_one_line_says_so(tmp_path: Path) -> None:
    from terminal import PROGRAM

    done = subprocess.run(
        [PROGRAM],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=tmp_path,
        env={"TENCENT_EXPLORER_HOME": str(tmp_path), "PATH": "", "LANG": "zh_CN.UTF-8"},
        start_new_session=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.decode().splitlines()) == 1


def end(terminal: Terminal) -> None:
    """Press `q` until the program leaves."""
    while terminal.process.poll() is None:
        terminal.send("q")
        terminal.read_until_quiet(0.5)
    assert terminal.wait_for_end() == 0, terminal.text
