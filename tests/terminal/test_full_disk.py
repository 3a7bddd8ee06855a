"""A disk that is full, as a limit on the size of files is: it is said, nothing is lost, reading goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from content import open_document
from content.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

pytestmark = pytest.mark.thorough  # a long session

BLOCKS = 16  # of 512 bytes: less than a change to the store takes


def test_a_bookmark_that_finds_no_room_is_said_and_the_program_goes_on(
    explore: Callable[..., Terminal], run_in_terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    from terminal import PROGRAM

    home, edition = tmp_path / "home", open_document()
    with Shelf(home) as shelf:
        shelf.add_bookmark(edition, edition.passages[2], note="早先的")
    # `explore` is asked for because it has what takes long done before.
    full = run_in_terminal(
        ["sh", "-c", f"ulimit -f {BLOCKS}; exec '{PROGRAM}'"],
        environment={"PYTHONDONTWRITEBYTECODE": "1"},  # a cut one would stay beside the code
    )
    full.wait_for("腾讯物种进化")
    full.send("m")
    full.wait_for("只读：书签存不下来（磁盘已满）")
    full.send("}", "}")
    full.wait_for("第 3/")
    full.send("m")
    full.wait_for("写笔记 · 第 3 段")
    full.send(*"new ", "\x13")
    full.wait_for(lambda: "写笔记" not in full.text)
    full.wait_for("只读：书签存不下来（磁盘已满）")
    full.send("m")
    full.wait_for("早先的new")
    full.send("\x13", "q")
    assert full.wait_for_end() == 0
    with Shelf(home) as shelf:
        assert (shelf.problem, shelf.recovery) == (None, None)
        assert [(each.passage, each.note) for each in shelf.bookmarks()] == [(3, "早先的")]
    again = explore()
    again.wait_for("腾讯物种进化")
    again.send("m")
    again.wait_for("已加书签")
    again.send("q")
    assert again.wait_for_end() == 0
