"""A real terminal for a test, gone when the test is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from terminal import Terminal


@pytest.fixture
def run_in_terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Start a command in a terminal; the home and current folder are the test's own."""
    terminal = pytest.importorskip("terminal", reason="pseudo-terminals are of Unix")
    home = tmp_path / "home"
    home.mkdir()
    started: list[Terminal] = []

    def run(command: list[str], **options: Any) -> Terminal:
        started.append(terminal.Terminal(command, **{"home": home, "folder": tmp_path} | options))
        return started[-1]

    yield run
    for running in started:
        running.close()


@pytest.fixture
def explore(run_in_terminal: Callable[..., Terminal]) -> Callable[..., Terminal]:
    """Start the program itself in a terminal, with the arguments given."""
    from terminal import PROGRAM

    def run(*arguments: str, **options: Any) -> Terminal:
        return run_in_terminal([PROGRAM, *arguments], **options)

    return run
