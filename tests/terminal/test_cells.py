"""The measuring instrument itself: what a program writes stands in the cells where a terminal puts it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cells import Cells
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from terminal import Terminal


def drawn(*output: str, columns: int = 12) -> str:
    cells = Cells(columns, 2)
    for part in output:
        cells.feed(part.encode())
    return cells.lines[0]


def test_a_chinese_character_takes_two_cells() -> None:
    cells = Cells(8, 1)
    cells.feed("云a金".encode())
    assert [cell.data for cell in cells.row(0)] == ["云", "", "a", "金", "", " ", " ", " "]


def test_text_after_a_joiner_is_drawn() -> None:
    assert drawn("a\u200db\ufe0f云") == "ab云"


def test_half_of_a_wide_character_is_blanked() -> None:
    assert drawn("云云\x1b[1;2Hx") == " x云"
    assert drawn("云云\x1b[1;3Hx") == "云x"


@given(st.integers(0, 40))
@settings(max_examples=20)
def test_silent_sequences_leave_no_text_however_they_are_cut(cut: int) -> None:
    output = "\x1b[<u\x1b[>25u\x1b[=1;1ua\x1bPq#1\x1b\\b\x1b_app\x1b\\c\x1b[?2026hd"
    assert drawn(output[:cut], output[cut:]) == "abcd"


def test_a_program_hears_keys_and_sizes_and_its_queries_are_answered(
    run_in_terminal: Callable[..., Terminal],
) -> None:
    program = (
        "import os, sys, tty; tty.setraw(0); os.write(1, b'\\x1b[c');"
        "answer = os.read(0, 99); os.write(1, repr(answer).encode() + b'\\r\\n');"
        "key = os.read(0, 99); os.write(1, repr((key, tuple(os.get_terminal_size(0)))).encode())"
    )
    terminal = run_in_terminal([sys.executable, "-c", program], columns=60, rows=5)
    terminal.wait_for("?62;22c")
    terminal.resize(50, 7)
    terminal.send("云")
    terminal.wait_for(r"(b'\xe4\xba\x91', (50, 7))")
    assert terminal.wait_for_end() == 0
