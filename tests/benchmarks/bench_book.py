"""A book of 100,000 generated paragraphs of 60 characters: opened, paged through, and held in memory.

Opening counts from the interpreter's first instruction until the title and the beginning of the text are
written; until nine tenths of the final cells stand, names and themes beside the text among them, is told
too. A page down counts the article widget's processor time, at random depths, with the
drawing of all its rows. Memory is the program's own at rest, without the process that loads the dictionary.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import sys
import tempfile
import time
from pathlib import Path

from measuring import median, percentile, print_table, time_until_drawn  # says where the rest lies

# isort: split
from generated import BOOK_TITLE, LENGTH, PARAGRAPHS, write_generated_book
from terminal import Terminal
from textual.app import App, ComposeResult

from content import open_document
from tui.widgets.article import Article

COLUMNS, ROWS = 120, 40
UP = b"\x1b_interpreter-up\x1b\\"  # an application string: terminals take it in silence
PROGRAM = f"import os, sys; os.write(1, {UP!r}); from tui.__main__ import main; sys.exit(main())"


def seconds_to_open_and_megabytes(book: Path, home: Path) -> tuple[float, float, float, float]:
    """Return the seconds until the text stands and until all does, the memory at rest, the most there was."""
    beginning = book.read_text(encoding="utf-8").split("\n\n")[1][:10].encode()
    with Terminal(
        [sys.executable, "-P", "-c", PROGRAM, str(book)], home=home, columns=COLUMNS, rows=ROWS
    ) as terminal:
        terminal.wait_for(lambda: b"\x1b[?1049h" in terminal.output)
        terminal.read_until_quiet(3.0)
        status = Path(f"/proc/{terminal.process.pid}/status").read_text()
        resting, most = (
            int(re.findall(rf"{name}:\s+(\d+) kB", status)[0]) / 1024 for name in ("VmRSS", "VmHWM")
        )
        shown = list(terminal.chunks)
    up = next(moment for moment, output in shown if UP in output)
    written, opened = b"", None
    for moment, output in shown:
        written += output
        if opened is None and BOOK_TITLE.encode() in written and beginning in written:
            opened = moment
    assert opened is not None, "the text never came on the screen"
    whole = time_until_drawn(shown, COLUMNS, ROWS, BOOK_TITLE)
    return opened - up, whole - up, resting, most


class Shelfless(App[None]):
    """The article widget alone."""

    def __init__(self, article: Article) -> None:
        super().__init__()
        self.article = article

    def compose(self) -> ComposeResult:
        yield self.article


async def milliseconds_of_pages(book: Path, pages: int) -> list[float]:
    """Return the processor time of page downs from places all over the book."""
    document = open_document(book)
    chance = random.Random(100)
    times = []
    app = Shelfless(Article(document))
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.pause()
        for _ in range(pages):
            app.article.go_to(chance.randrange(len(document.text)))
            await pilot.pause()
            began = time.thread_time()
            app.article.action_page_down()
            for row in range(app.article.size.height):
                app.article.render_line(row)
            times.append((time.thread_time() - began) * 1000)
    return times


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--paragraphs", type=int, default=PARAGRAPHS)
    options.add_argument("--starts", type=int, default=5)
    options.add_argument("--pages", type=int, default=300)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        book = write_generated_book(Path(folder, "book.txt"), chosen.paragraphs)
        starts = [seconds_to_open_and_megabytes(book, Path(folder)) for _ in range(chosen.starts)]
        pages = asyncio.run(milliseconds_of_pages(book, chosen.pages))
    opened, whole, resting, most = zip(*starts, strict=True)
    rows = [
        ("interpreter up to title and text, s", median(opened), max(opened), "< 1 (median)"),
        ("names and themes beside them too, s", median(whole), max(whole), ""),
        ("page down, ms of processor", percentile(pages, 0.5), percentile(pages, 0.9), "< 8 (p90)"),
        ("memory at rest, MB", median(resting), max(resting), "< 250"),
        ("memory at most, MB", median(most), max(most), ""),
    ]
    heading = f"A book of {chosen.paragraphs:,} paragraphs of {LENGTH} characters"
    print_table(heading, ["", "p50", "p90, or the most", "aim"], rows)


if __name__ == "__main__":
    main()
