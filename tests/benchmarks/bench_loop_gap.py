"""How long the screen stands still while the dictionary is loaded, beside the same program at rest.

A task of the program's own event loop wakes every millisecond and notes how much later than that it was.
The worst gap of the first seconds after the first paint, in which the helper process loads the dictionary,
stands against the worst gap of as many seconds after that.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import sys
import tempfile
import time

from measuring import median, print_table

from content import open_document
from tui.app import ExplorerApp

COLUMNS, ROWS = 120, 40
WAKES = 0.001  # seconds


async def worst_gap(seconds: float) -> float:
    """Return the longest the event loop did not come round in that time, in milliseconds."""
    worst, last = 0.0, time.perf_counter()
    until = last + seconds
    while last < until:
        await asyncio.sleep(WAKES)
        now = time.perf_counter()
        worst, last = max(worst, now - last - WAKES), now
    return worst * 1000


def processor_seconds_of_helpers() -> float:
    """Return the processor time of the helper processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Watched(ExplorerApp):
    """The program with a task in its event loop that measures it, from the first paint on."""

    def __init__(self, seconds: float) -> None:
        super().__init__(open_document())
        self.seconds = seconds
        self.gaps: tuple[float, float] = (0.0, 0.0)
        self.worked: tuple[float, float] = (0.0, 0.0)

    async def on_ready(self) -> None:
        self.run_worker(self.watch(), group="watching")

    async def watch(self) -> None:
        before = processor_seconds_of_helpers()
        loading = await worst_gap(self.seconds)
        loaded = processor_seconds_of_helpers()
        idle = await worst_gap(self.seconds)
        self.gaps, self.worked = (loading, idle), (loaded - before, processor_seconds_of_helpers() - loaded)
        self.exit()


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--seconds", type=float, default=6.0)
    chosen = options.parse_args()
    rows: list[tuple[object, ...]] = []
    measured = []
    for run in range(chosen.runs):
        with tempfile.TemporaryDirectory() as home:
            os.environ["TENCENT_EXPLORER_HOME"] = home  # a fresh one: no cache of the dictionary
            app = Watched(chosen.seconds)
            app.run(headless=True, size=(COLUMNS, ROWS))
        measured.append(app.gaps)
        rows.append((f"run {run + 1}", *app.gaps, app.gaps[0] - app.gaps[1], *app.worked))
    loading, idle = (median(gaps) for gaps in zip(*measured, strict=True))
    rows.append(("median", loading, idle, loading - idle, "", ""))
    names = ["", "while loading", "idle", "difference", "helper worked, s", "and while idle, s"]
    print_table("Worst gap of the event loop, milliseconds", names, rows)
    print("aim: a difference of at most 50 between the medians; the helper must have worked and ended")


if __name__ == "__main__":
    sys.exit(main())
