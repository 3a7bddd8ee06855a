"""`library add` as a process in a terminal: its progress, and Ctrl+C in the middle."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from generated import generated_paragraphs
from hostile import forbidden_in
from terminal import PROGRAM, Terminal, until

from tui.cli import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
CTRL_C = "\x03"


def article(folder: Path, number: int) -> str:
    path = folder / f"{number}.txt"
    path.write_text(f"雪天笔记{number}\n\n山里的雪下了{number}天，路都看不见了。\n", encoding="utf-8")
    return str(path)


def processes_of(home: Path) -> list[str]:
    """Return the command lines of the processes that were started with this home."""
    mark, found = f"TENCENT_EXPLORER_HOME={home}\0".encode(), []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_bytes().decode())
        except OSError:  # gone, or somebody else's
            continue
    return found


def test_ctrl_c_keeps_what_was_added_and_adding_again_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    paths = [article(tmp_path, number) for number in range(4)]
    waits = tmp_path / "waits.txt"
    os.mkfifo(waits)  # to be read for as long as nobody writes
    command = [PROGRAM, "library", "add", *paths[:2], str(waits), *paths[2:]]
    with Terminal(command, home=home, folder=tmp_path) as screen:
        screen.wait_for("正在读 2/5")
        screen.send(CTRL_C)
        assert screen.wait_for_end() == 130
        assert screen.text.split() == ["tencent-explorer:", "已中断，新加了", "2", "篇；再运行一次会接着做"]
        assert forbidden_in(bytes(screen.output)) == []
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(home))
    monkeypatch.setattr("tui.commandline.library.adding._make_searchable", lambda *_: None)
    assert run(["library", "add", *paths, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["added"], told["same"]) == (2, 2)


@pytest.mark.skipif(
    not Path("/proc/self/environ").exists(), reason="processes are looked up as Linux has them"
)
def test_ctrl_c_while_the_index_is_built_leaves_no_process(tmp_path: Path) -> None:
    home = tmp_path / "home"
    book = tmp_path / "书.txt"
    book.write_text("\n\n".join(generated_paragraphs(3_000)), encoding="utf-8")
    with Terminal([PROGRAM, "library", "add", str(book)], home=home, folder=tmp_path) as screen:
        screen.wait_for("正在建索引")
        screen.wait_for(lambda: len(processes_of(home)) > 1)
        screen.send(CTRL_C)
        assert screen.wait_for_end() == 130
        assert "Traceback" not in screen.text
        assert "新加了 1 篇" in screen.text
    until(lambda: not processes_of(home))  # one whose program has gone ends when it notices
    assert not list((home / "cache").glob("*.unfinished"))
