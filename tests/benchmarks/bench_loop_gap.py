"""How long the screen stands still while a document is indexed and analysed, beside the program at rest.

A task of the program's own event loop wakes every millisecond and notes how much later than that it was. The
worst gap from the first paint on, and the worst while the findings come, stand against the worst of the
seconds after that. At first nothing is in the cache.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from typing import TYPE_CHECKING

from measuring import median, print_table  # says where the rest lies

# isort: split
from made_book import make_book

from content import open_document
from tui.app import ExplorerApp

if TYPE_CHECKING:
    from content.document import Document

COLUMNS, ROWS = 120, 40
WAKES = 0.001  # seconds
COMING = 1.0  # seconds before and after the findings show: they are read, their rows made and drawn
PATIENCE = 300.0  # seconds


class Watched(ExplorerApp):
    """The program with a task in its event loop that measures it, from the first paint on."""

    def __init__(self, document: Document, idle_seconds: float) -> None:
        super().__init__(document)
        self.idle_seconds = idle_seconds
        self.gaps: list[tuple[float, float]] = []
        self.came = 0.0

    async def on_ready(self) -> None:
        self.run_worker(self.watch(), group="watching")

    async def watch(self) -> None:
        """Note each time the loop came round, and how many milliseconds that took beyond what was asked."""
        reader = self.screen_stack[0]
        last = time.perf_counter()
        until = last + PATIENCE
        while last < until:
            await asyncio.sleep(WAKES)
            now = time.perf_counter()
            self.gaps.append((now, (now - last - WAKES) * 1000))
            last = now
            if not self.came and reader.findings.whole:  # type: ignore[attr-defined]  # the reader's screen
                self.came, until = now, now + COMING + self.idle_seconds
        self.exit()

    def worst(self) -> tuple[float, float, float]:
        """Return the worst gap before the findings came, while they came, and after that."""
        first, last = self.came - COMING, self.came + COMING
        return (
            max(gap for moment, gap in self.gaps if moment < first or moment == self.gaps[0][0]),
            max(gap for moment, gap in self.gaps if first <= moment <= last),
            max(gap for moment, gap in self.gaps if moment > last),
        )


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--idle", type=float, default=5.0, help="seconds at rest")
    options.add_argument("--characters", type=int, help="of a made book, instead of the bundled article")
    chosen = options.parse_args()
    document = make_book(chosen.characters).documents[0] if chosen.characters else open_document()
    measured = []
    for _ in range(chosen.runs):
        with tempfile.TemporaryDirectory() as home:
            os.environ["TENCENT_EXPLORER_HOME"] = home
            app = Watched(document, chosen.idle)
            app.run(headless=True, size=(COLUMNS, ROWS))
        measured.append(app.worst())
    rows = [(f"run {number}", *worst, worst[1] - worst[2]) for number, worst in enumerate(measured, 1)]
    middle = [median(column) for column in zip(*measured, strict=True)]
    rows.append(("median", *middle, middle[1] - middle[2]))
    names = ["", "before", "as the findings come", "idle", "difference"]
    print_table("Worst gap of the event loop, milliseconds", names, rows)
    print("aim: a difference of at most 50 between the medians")


if __name__ == "__main__":
    sys.exit(main())
