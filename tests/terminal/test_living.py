"""Sizes that change, windows that close: the program goes on, and the place is kept."""

from __future__ import annotations

import random
import re
import signal
from typing import TYPE_CHECKING

import pytest
from hostile import screens_entered_and_left

from content.shelf.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

EDITION = "腾讯物种进化"
SIZES = [(40, 12), (300, 100), (41, 13), (72, 16), (71, 40), (110, 36), (109, 24), (80, 24)]


@pytest.mark.parametrize(
    ("sizes", "more"), [(SIZES[:4], 4), pytest.param(SIZES, 40, marks=pytest.mark.thorough)]
)
def test_a_storm_of_sizes_ends_in_the_same_screen(
    explore: Callable[..., Terminal], sizes: list[tuple[int, int]], more: int
) -> None:
    terminal = explore()
    terminal.wait_for(EDITION)
    terminal.send("G")
    terminal.wait_for("100 %")
    terminal.read_until_quiet(1.0)
    before = words_shown(terminal)
    chance = random.Random(12)
    storm = sizes + [(chance.randint(40, 300), chance.randint(12, 100)) for _ in range(more)]
    for columns, rows in storm:
        terminal.resize(columns, rows)
        terminal.read(0.02)
    for columns, rows in sizes:  # and at rest in each
        terminal.resize(columns, rows)
        terminal.wait_for(lambda: EDITION[:3] in terminal.screen[0])
        terminal.wait_for(lambda rows=rows: "/ 搜索" in terminal.screen[rows - 1])
    terminal.resize(120, 40)
    terminal.wait_for(lambda: words_shown(terminal) == before)
    terminal.send("q")
    assert terminal.wait_for_end() == 0


def test_a_hang_up_loses_neither_place_nor_bookmark(explore: Callable[..., Terminal], tmp_path: Path) -> None:
    terminal = explore()
    terminal.wait_for(EDITION)
    terminal.send("}", "}", "}", "}", "}", "m")
    terminal.wait_for("已加书签")
    terminal.send("}")
    terminal.wait_for(lambda: passage_shown(terminal) == 7)
    home = tmp_path / "home"
    terminal.wait_for(lambda: saved_offset(home), timeout=5)
    terminal.wait_for(lambda: saved_offset(home) == offset_of_passage(7), timeout=5)
    terminal.hang_up()
    with Shelf(home) as shelf:
        assert len(shelf.bookmarks()) == 1
    again = explore()
    again.wait_for("接上次")
    assert passage_shown(again) == 7
    again.send("q")
    assert again.wait_for_end() == 0


def test_a_request_to_end_puts_the_terminal_back_and_keeps_the_place(
    explore: Callable[..., Terminal], tmp_path: Path
) -> None:
    terminal = explore()
    terminal.wait_for(EDITION)
    terminal.send("}", "}", "}")
    terminal.wait_for(lambda: passage_shown(terminal) == 4)
    terminal.process.terminate()
    assert terminal.wait_for_end() == 128 + signal.SIGTERM
    assert screens_entered_and_left(terminal.output) == "hl"
    assert terminal.output.rfind(b"\x1b[?1000l") > terminal.output.rfind(b"\x1b[?1000h")  # the mouse
    assert saved_offset(tmp_path / "home") == offset_of_passage(4)


def words_shown(terminal: Terminal) -> str:
    """The screen without bars: how long a scrollbar is depends on how much of the text has been set."""
    return re.sub("[▁▂▃▄▅▆▇█ ]", "", terminal.text)


def passage_shown(terminal: Terminal) -> int | None:
    """The number of the current passage as the status line has it."""
    found = re.search(r"第 (\d+)/\d+ 段", terminal.text)
    return int(found[1]) if found else None


def saved_offset(home: Path) -> int | None:
    with Shelf(home) as shelf:
        place = shelf.last_place()
    return place.offset if place else None


def offset_of_passage(number: int) -> int:
    from content import open_document

    return open_document().passages[number - 1].start


def test_little_is_written_while_a_dialog_waits(explore: Callable[..., Terminal]) -> None:
    terminal = explore()
    terminal.wait_for("名录")
    terminal.send("t")
    terminal.wait_for("跳到主题")
    terminal.wait_for("金融科技  ")
    terminal.read_until_quiet(0.3)
    before = len(terminal.output)
    terminal.wait_for(lambda: terminal.output.count(b"\x1b[?2026h", before) >= 4)  # the cursor blinks
    assert len(terminal.output) - before < 20_000
