"""How long until the first screen is painted, and until it stands, beside a bare Textual application.

That one has a header and a footer. Each pair of starts is made in turn in pseudo-terminals of 120 by 40
cells. A start counts from just before the process is made: it is painted when the title is on the screen,
which the program draws with the whole first page of the article, and stands when nine tenths of the final
cells do. Those hold what the analysis finds; the names that the lexicon knows are there long before.
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


def seconds_to_start(command: list[str], title: str, home: Path) -> tuple[float, float]:
    """Return how long it took until the title was painted, and until the screen stood."""
    with Terminal(command, home=home, columns=COLUMNS, rows=ROWS) as terminal:
        terminal.wait_for(lambda: ALTERNATE_SCREEN in terminal.output)
        terminal.read_until_quiet(1.5)
        terminal.send("q")
        terminal.wait_for_end()
        shown = [chunk for chunk in terminal.chunks if BACK not in chunk[1]]
    painted, standing = (time_until_drawn(shown, COLUMNS, ROWS, title, share) for share in (0.0, 0.9))
    return painted - terminal.started, standing - terminal.started


def main() -> None:
    from content import open_document

    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
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
                rows.append(_row(f"{name} {pair + 1}", [times[-1]]))
            rows.append(_row(f"{name}, median", times))
    columns = ["", "bare painted", "ours", "ratio", "bare standing", "ours", "ratio"]
    print_table("Seconds until the first screen is painted, and until it stands", columns, rows)
    print("aim: painted at a median ratio of at most 1.3")


def _row(name: str, times: list[tuple[tuple[float, float], tuple[float, float]]]) -> tuple[object, ...]:
    """Return medians of pairs of starts, and of their ratios."""
    cells: list[object] = [name]
    for which in (0, 1):
        cells += [median(bare[which] for bare, _ in times), median(ours[which] for _, ours in times)]
        cells.append(median(ours[which] / bare[which] for bare, ours in times))
    return tuple(cells)


if __name__ == "__main__":
    main()
