"""A real terminal for a test, gone when the test is over."""

from __future__ import annotations

import os
import shutil
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


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with the index and the findings of the bundled article, as its first reader leaves it."""
    terminal = pytest.importorskip("terminal", reason="pseudo-terminals are of Unix")
    home = tmp_path_factory.mktemp("prepared")
    cache = home / "cache"
    first = terminal.Terminal([terminal.PROGRAM], home=home, folder=home)
    first.wait_for(lambda: any(cache.glob("*.search")) and any(cache.glob("*.findings")))
    first.send("q")
    assert first.wait_for_end() == 0
    first.close()
    return cache


@pytest.fixture
def explore(
    run_in_terminal: Callable[..., Terminal], prepared: Path, tmp_path: Path
) -> Callable[..., Terminal]:
    """Start the program itself in a terminal, with the arguments given; what takes long was done before."""
    from terminal import PROGRAM

    shutil.copytree(prepared, tmp_path / "home" / "cache", copy_function=os.link)

    def run(*arguments: str, **options: Any) -> Terminal:
        return run_in_terminal([PROGRAM, *arguments], **options)

    return run
