"""How long from a key in the search box to its echo and to its hits, beside the echo of a bare Input.

Each character is typed alone, after the screen has come to rest, in pseudo-terminals of 120 by 40 cells. The
echo stands when the box shows what was typed, the hits when the whole screen is as it stays.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from measuring import HERE, percentile, print_table
from terminal import BACKSPACE, PROGRAM, Terminal

QUERIES = ("jrkj", "腾讯云", "xiaochengxu", "智慧零售", "69%", "chanyehulianwang")
REST = 0.4  # seconds without output after which the screen is at rest
# The bare box is measured with the same frame rate and keyboard protocol that the program sets for itself.
SETTINGS = {
    name: os.environ.get(name, value)
    for name, value in (("TEXTUAL_FPS", "120"), ("TEXTUAL_DISABLE_KITTY_KEY", "1"))
}


def milliseconds_to_type(terminal: Terminal, text: str, character: str) -> tuple[float, float]:
    """Type one character more, so that the box holds `text`; return the time to its echo and to its hits."""
    terminal.read_until_quiet(REST)
    box, seen, pressed = terminal.cells.cursor[0], len(terminal.chunks), time.monotonic()
    terminal.send(character)
    terminal.wait_for(lambda: len(terminal.chunks) > seen)
    terminal.read_until_quiet(REST)
    screens = [(moment, cells.lines[box], cells.all) for moment, cells in terminal.draw_steps()]
    final = screens[-1][2]
    echo = next((moment for moment, row, _ in screens if text in row), screens[-1][0])
    hits = next(moment for moment, _, cells in screens if cells == final)
    return (echo - pressed) * 1000, (hits - pressed) * 1000


def measured(command: list[str], home: Path, opening: str, ready: str) -> list[tuple[float, float]]:
    """Type every query into the box that `opening` opens in a program that shows `ready` when it stands."""
    times = []
    with Terminal(command, home=home, environment=SETTINGS) as terminal:
        terminal.wait_for(lambda: ready.encode() in terminal.output)
        terminal.read_until_quiet(3.0)  # until the dictionary is loaded, so that hits are whole
        terminal.send(*opening)
        terminal.read_until_quiet(REST)
        for query in QUERIES:
            times += [
                milliseconds_to_type(terminal, query[:place], query[place - 1])
                for place in range(1, len(query) + 1)
            ]
            for place in range(len(query) - 1, -1, -1):
                milliseconds_to_type(terminal, query[:place], BACKSPACE)
    return times


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        bare = measured([sys.executable, str(HERE / "bare_input.py")], Path(folder), "", "BareInput")
        ours = measured([PROGRAM], Path(folder), "/", "\x1b[?1049h")
    columns = {
        "bare Input, echo": [echo for echo, _ in bare],
        "search box, echo": [echo for echo, _ in ours],
        "search box, hits": [hits for _, hits in ours],
    }
    base = [percentile(columns["bare Input, echo"], share) for share in (0.5, 0.9)]
    rows = []
    for name, times in columns.items():
        typical, slow = percentile(times, 0.5), percentile(times, 0.9)
        rows.append((name, len(times), typical, slow, typical / base[0], slow / base[1]))
    print_table("Milliseconds from key to screen", ["", "keys", "p50", "p90", "p50 ratio", "p90 ratio"], rows)


if __name__ == "__main__":
    main()
