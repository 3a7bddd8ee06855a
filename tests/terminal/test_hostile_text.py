"""Text from outside never acts on the terminal: every byte that comes out of the program is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hostile import (
    LONG_LINE,
    MARKUP,
    NEEDLE,
    SEQUENCES,
    TITLE,
    forbidden_in,
    hostile_text,
    screens_entered_and_left,
)

from tui.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

PAGE_DOWN = "\x1b[6~"


@pytest.fixture(params=[LONG_LINE // 10, pytest.param(LONG_LINE, marks=pytest.mark.thorough)])
def hostile_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(hostile_text(long_line=request.param))
    return path


def test_the_check_itself_finds_each_sequence() -> None:
    for name, sequence in SEQUENCES.items():
        output = b"text " + sequence + b" text"
        assert forbidden_in(output) or screens_entered_and_left(output), name
    assert not forbidden_in("\x1b[?1049h\x1b[1;1H\x1b[38;2;1;2;3m云\x1b[0m\x1b]22;default\x07\r\n".encode())


def test_reading_searching_and_keeping_a_hostile_text(
    explore: Callable[..., Terminal], hostile_file: Path
) -> None:
    terminal = explore(str(hostile_file))
    terminal.wait_for(TITLE)
    terminal.wait_for("营收[69%]增长")
    for _ in range(8):
        terminal.send(PAGE_DOWN)
        terminal.read_until_quiet(0.1)
    terminal.send("G")
    terminal.wait_for("这一段是结尾")
    terminal.send("/")
    terminal.read_until_quiet(0.2)
    terminal.send(NEEDLE)
    terminal.wait_for(lambda: sum(NEEDLE in line for line in terminal.screen) >= 2)  # the box and a hit
    terminal.send("\r")
    terminal.wait_for(
        lambda: not any(line.startswith(f" / {NEEDLE}") for line in terminal.screen)
    )  # it is closed
    terminal.wait_for("[@click=app.quit]")
    terminal.send("m")
    terminal.wait_for("已加书签")
    terminal.send("'")
    terminal.wait_for(
        lambda: sum(NEEDLE[:4] in line for line in terminal.screen) >= 2
    )  # the article and the row
    terminal.send("?")
    terminal.read_until_quiet(0.3)
    terminal.send("q")
    terminal.read_until_quiet(0.3)
    leave(terminal)
    assert forbidden_in(terminal.output) == []
    assert screens_entered_and_left(terminal.output) == "hl"


def test_markup_is_shown_as_it_stands(explore: Callable[..., Terminal], tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(f"{MARKUP}\n\n　　{MARKUP}\n\n　　结尾。\n", encoding="utf-8")
    terminal = explore(str(path))
    terminal.wait_for("结尾。")
    shown = "".join("".join(terminal.screen).split())
    for piece in ("营收[69%]增长", "[/]收尾", "[@click=app.quit]", "[b]粗[/b]", "\\[转义]"):
        assert piece in shown
    leave(terminal)


def test_a_hostile_file_name_is_only_a_name(explore: Callable[..., Terminal], tmp_path: Path) -> None:
    path = tmp_path / "\x1b]0;hostile-title\x07[red]名\u202e.txt"
    path.write_text("　　厂长说机器照常运转。\n", encoding="utf-8")
    terminal = explore(str(path))
    terminal.wait_for("厂长说")
    leave(terminal)
    assert forbidden_in(terminal.output) == []
    missing = explore(str(path) + "x")
    assert missing.wait_for_end() == 2
    assert forbidden_in(missing.output) == []


COMMANDS = [
    ("outline",),
    ("outline", "--json"),
    ("search", NEEDLE, "--in"),
    ("entities",),
    ("themes", "--json"),
]


@pytest.mark.parametrize("arguments", COMMANDS)
def test_what_the_command_line_prints_is_harmless(
    tmp_path: Path,
    arguments: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    path = tmp_path / "article.txt"
    path.write_bytes(hostile_text(long_line=3_000))
    assert run([*arguments, str(path)]) in (0, 1)
    out, problems = capfdbinary.readouterr()
    assert out
    assert forbidden_in(out + problems) == []


@pytest.mark.parametrize(
    "arguments", [COMMANDS[0], *(pytest.param(each, marks=pytest.mark.thorough) for each in COMMANDS[1:])]
)
def test_what_the_command_line_prints_in_a_terminal_is_harmless(
    explore: Callable[..., Terminal], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(hostile_text(long_line=3_000))
    terminal = explore(*arguments, str(path))
    assert terminal.wait_for_end(60) in (0, 1)
    assert forbidden_in(terminal.output) == []


_ARGUMENTS = {
    name: sequence for name, sequence in SEQUENCES.items() if b"\x00" not in sequence
}  # none holds NUL


@pytest.mark.parametrize(
    "sequence",
    [
        pytest.param(b" ".join(_ARGUMENTS.values()), id="all"),
        *(pytest.param(each, id=name, marks=pytest.mark.thorough) for name, each in _ARGUMENTS.items()),
    ],
)
def test_a_hostile_query_is_harmless(explore: Callable[..., Terminal], sequence: bytes) -> None:
    terminal = explore("search", sequence + "云".encode())
    assert terminal.wait_for_end(60) in (0, 1)
    assert forbidden_in(terminal.output) == []


def test_keys_that_are_not_utf_8_do_nothing(explore: Callable[..., Terminal]) -> None:
    terminal = explore()
    terminal.wait_for("帮助")
    terminal.send(b"\xd4\xc6", b"\xe4\xba", b"\xff")
    terminal.send("G")
    terminal.wait_for("100 %")
    leave(terminal)


def leave(terminal: Terminal) -> None:
    """Press `q` until the program has closed what was open and left; it must end as one that is well."""
    for _ in range(6):
        terminal.send("q")
        terminal.read_until_quiet(0.5)
        if terminal.process.poll() is not None:
            break
    assert terminal.wait_for_end() == 0, terminal.text
