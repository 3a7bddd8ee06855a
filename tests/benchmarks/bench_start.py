"""How long until the first screen stands, beside a bare Textual application with a header and a footer.

Each pair of starts is made in turn in pseudo-terminals of 120 by 40 cells; a start counts from just before
the process is made until nine tenths of the final cells stand, the article's title among them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from measuring import HERE, median, print_table, time_until_drawn
from terminal import PROGRAM, Terminal

COLUMNS, ROWS = 120, 40
ALTERNATE_SCREEN, BACK = b"\x1b[?1049h", b"\x1b[?1049l"
BARE = [sys.executable, str(HERE / "bare_app.py")]


def seconds_to_start(command: list[str], title: str, home: Path) -> float:
    with Terminal(command, home=home, columns=COLUMNS, rows=ROWS) as terminal:
        terminal.wait_for(lambda: ALTERNATE_SCREEN in terminal.output)
        terminal.read_until_quiet(1.5)
        terminal.send("q")
        terminal.wait_for_end()
        shown = [chunk for chunk in terminal.chunks if BACK not in chunk[1]]
    return time_until_drawn(shown, COLUMNS, ROWS, title) - terminal.started


def main() -> None:
    from content import open_document

    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pairs", type=int, default=7)
    pairs = options.parse_args().pairs
    title = open_document().title
    rows: list[tuple[object, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        first, later = Path(folder, "first"), Path(folder, "later")
        for name, home in (("first start", first), ("later start", later)):
            home.mkdir()
            seconds_to_start(BARE, "BareApp", home)  # warms the disk's cache; not counted
            seconds_to_start([PROGRAM], title, home)
            times = []
            for pair in range(pairs):
                fresh = home if home is later else home / str(pair)
                fresh.mkdir(exist_ok=True)
                bare = seconds_to_start(BARE, "BareApp", fresh)
                times.append((bare, seconds_to_start([PROGRAM], title, fresh)))
                rows.append((f"{name} {pair + 1}", *times[-1], times[-1][1] / times[-1][0]))
            ratios = [ours / bare for bare, ours in times]
            rows.append(
                (f"{name}, median", median(b for b, _ in times), median(o for _, o in times), median(ratios))
            )
    print_table(
        "Seconds until 90 % of the final cells stand", ["", "bare", "tencent-explorer", "ratio"], rows
    )
    print("aim: a median ratio of at most 1.3")


if __name__ == "__main__":
    main()
