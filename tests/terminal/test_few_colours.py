"""Sixteen colours, 256, none: what colours tell apart elsewhere is told by other means as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyte.screens import Char
    from terminal import Terminal

pytestmark = pytest.mark.thorough  # the pictures in few colours are in the quick suite

MODES = {
    "sixteen": {"TERM": "xterm", "COLORTERM": ""},
    "256": {"TERM": "xterm-256color", "COLORTERM": ""},
    "none": {"NO_COLOR": "1"},
}
LIGHT, DARK = b"\x1b]11;rgb:fafa/f7f7/f0f0\x07", b"\x1b]11;rgb:1010/1212/1616\x07"
HEX = re.compile("[0-9a-f]{6}")


@pytest.fixture(
    params=[pytest.param(LIGHT, id="light", marks=pytest.mark.thorough), pytest.param(DARK, id="dark")]
)
def ground(request: pytest.FixtureRequest) -> bytes:
    return bytes(request.param)


def cell(terminal: Terminal, shown: str, row: int | None = None) -> Char:
    """The first cell of a text, on a row or wherever it stands first."""
    for number in range(len(terminal.screen)) if row is None else [row]:
        cells = terminal.row(number)
        for column, each in enumerate(cells):
            if each.data and "".join(after.data for after in cells[column:]).startswith(shown):
                return each
    raise AssertionError(f"{shown} not in\n{terminal.text}")


def rows_with(terminal: Terminal, shown: str) -> list[int]:
    return [number for number, line in enumerate(terminal.screen) if shown in line]


def look(each: Char) -> tuple[object, ...]:
    return each.fg, each.bg, each.bold, each.underscore, each.reverse


_PANE = 24  # cells of the pane on the left


@pytest.mark.parametrize("mode", MODES)
def test_everything_that_means_something_stands_out(
    explore: Callable[..., Terminal], mode: str, ground: bytes
) -> None:
    terminal = explore(environment=MODES[mode], background=ground)
    terminal.wait_for(lambda: "名录" in terminal.text)
    terminal.read_until_quiet(0.5)
    colours = {colour for each in terminal.cells.all for colour in (each.fg, each.bg)} - {"default"}
    if mode == "sixteen":
        assert not [colour for colour in colours if HEX.fullmatch(colour)]
    elif mode == "none":
        assert {
            colour for colour in colours if colour[:2] != colour[2:4] or colour[:2] != colour[4:]
        } == set()

    badge, title, origin = (cell(terminal, shown, 0) for shown in ("改写版", "腾讯", "据《"))
    assert badge.bold
    assert len({look(badge), look(title), look(origin)}) == 3
    assert badge.reverse == (mode != "256")

    present, other = (cell(terminal, tab, 1) for tab in ("名录", "书签"))
    assert (present.bold, present.underscore) == (True, True)
    assert (other.bold, other.underscore) == (False, False)

    assert len(rows_with(terminal, "▌")) == 1
    assert rows_with(terminal, "▏")

    terminal.send("t")
    terminal.wait_for("跳到主题")
    terminal.read_until_quiet(0.3)
    # The menu's row, not the pane's on the left: columns are cells, of which 云 takes two.
    dots = [(row, dot_in(terminal, row)) for row in rows_with(terminal, "● 云 ")]
    row, column = next((row, column) for row, column in dots if column > _PANE)
    check_cursor(terminal, row, column)
    terminal.send("\r")
    terminal.wait_for("收起")
    terminal.read_until_quiet(0.3)
    article = [each for row in range(1, 36) for each in terminal.row(row)[26:86] if each.data.isalpha()]
    now = [each for each in article if each.reverse]
    weak = [each for each in article if each.underscore]
    assert now
    assert weak
    assert [each for each in now if not each.bold or each.underscore] == []
    assert not any(each.reverse for each in weak)
    assert {look(each) for each in now}.isdisjoint(look(each) for each in weak)

    terminal.send("2")
    terminal.read_until_quiet(0.3)
    check_cursor(terminal, min(rows_with(terminal, "马化腾")), 90)
    terminal.send("/", "\x7f")
    terminal.read_until_quiet(0.3)
    check_cursor(terminal, min(rows_with(terminal, "马化腾")), 90)


def dot_in(terminal: Terminal, row: int) -> int:
    return max(column for column, each in enumerate(terminal.row(row)) if each.data == "●")


def check_cursor(terminal: Terminal, row: int, column: int | None = None) -> None:
    """The cursor's row is bold and on a ground of its own."""
    column = column if column is not None else terminal.screen[row].index("●")
    here, below = terminal.row(row)[column], terminal.row(row + 1)[column]
    assert here.bold
    assert not below.bold
    assert here.bg != below.bg
