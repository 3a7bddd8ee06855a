"""Ten thousand bookmarks of a book: found again in a changed text, listed, filtered, one more kept.

Run it as a program. Keeping one is measured beside a bare insert into a store with the same pragmas.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import sqlite3
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import median, percentile, print_table

from content import open_document
from content.document import Span
from content.library.library import Library
from content.library.placing import Placing
from content.shelf import KeptDocument, Shelf
from content.shelf.bookmarks import bookmark_of
from tui.keeping import Keeper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from content.document import Document
    from content.shelf import Bookmark

CHARACTERS, BOOKMARKS, ADDED = 1_000_000, 10_000, 500
ROUNDS = 5  # of a filter, of which the quickest counts
QUERIES = ("云", "的", "b", "te", "jinr", "bxdz", "zhongguo")


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that some work takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def filtering(work: Callable[[], object]) -> float:
    """Time a filter that was not used before: patterns are remembered."""
    re.purge()
    return timed(work)


def made(document: Document, count: int, chance: random.Random) -> list[Bookmark]:
    """Make bookmarks of stretches of 6 to 60 characters, not stored yet."""

    def drawn() -> Iterator[Bookmark]:
        passages = [passage for passage in document.passages if len(passage.text) > 6]
        for _ in range(count):
            passage = chance.choice(passages)
            start = passage.start + chance.randrange(len(passage.text) - 6)
            end = min(passage.end, start + chance.randint(6, 60))
            yield bookmark_of(document, passage, Span(start, end))

    return list(drawn())


def edited(document: Document, chance: random.Random) -> Document:
    """Return the text with a passage in front and a character of every twentieth passage changed."""
    from search_texts import document_of

    texts = [passage.text for passage in document.passages]
    for index in range(0, len(texts), 20):
        place = chance.randrange(max(1, len(texts[index])))
        texts[index] = f"{texts[index][:place]}改{texts[index][place + 1 :]}"
    return document_of(["新的一段在最前面。", *texts])


def known(document: Document) -> KeptDocument:
    return KeptDocument(document.digest, document.title, (), None, None, edition=False)


def finding(home: Path, document: Document, count: int) -> float:
    """Return the seconds in which bookmarks of one version are found in the next."""
    chance = random.Random(count)
    after = edited(document, chance)
    with Shelf(home) as shelf:
        shelf.import_bookmarks([(each, known(document)) for each in made(document, count, chance)])
        library = Library(home, shelf)
        library.add(document, "/a.txt")
        library.add(after, "/a.txt")
        placing = Placing(after, "/a.txt")
        _, unknown = placing.placed(placing.bookmarks(shelf, library))
        seconds = timed(lambda: placing.find(unknown)) / 1000
        library.close()
    return seconds


def keeping(home: Path, document: Document) -> list[float]:
    """Return the milliseconds of each bookmark that is kept beside those that are there, as by its key."""
    keeper = Keeper(home)
    taken = [timed(lambda p=p: keeper.add(document, p)) for p in document.passages[:ADDED]]
    keeper.close()
    return taken


def bare(folder: Path) -> list[float]:
    """Return the milliseconds of inserts as safe as ours, of as many bytes."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, words TEXT)")
    words = "潮" * 200
    return [
        timed(lambda: connection.execute("INSERT INTO kept (words) VALUES (?)", (words,)))
        for _ in range(ADDED)
    ]


async def on_screen(document: Document) -> tuple[float, dict[str, float]]:
    """Return the milliseconds in which the pane opens, and in which each filter answers."""
    from reading import FakeAnalyst, FakeBuilder, opened

    import tui.analysing
    import tui.searching

    tui.searching.IndexBuilder = FakeBuilder  # type: ignore[assignment,misc]
    tui.analysing.Analyst = FakeAnalyst  # type: ignore[assignment,misc]
    async with opened(document, path="-", every_step=True) as reader:
        panes = reader.screen.panes
        started = time.perf_counter()
        panes.show("bookmarks")
        await reader.pilot.pause(0)
        opening = (time.perf_counter() - started) * 1000
        pane = panes.side.pane
        pane.open_filter()
        await reader.settle()
        answers = {}
        for query in QUERIES:
            pane.box.value = query  # type: ignore[union-attr]
            answers[query] = min(filtering(lambda: pane._apply(best_first=True)) for _ in range(ROUNDS))
        return opening, answers


def main() -> None:
    """Measure and print."""
    from made_book import make_book

    book, article = make_book(CHARACTERS).documents[0], open_document()
    rows: list[tuple[object, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        rows.append(("article: one found again, ms", finding(home / "article", article, 300) / 0.3, 2))
        rows.append(("book: 10,000 found again, s", finding(home / "book", book, BOOKMARKS), 5))
        kept, inserted = keeping(home / "book", book), bare(home)
        rows.append(("one more kept, p99 ms", percentile(kept, 0.99), 10))
        rows.append(("one more kept, median ms", median(kept), ""))
        rows.append(("bare insert, p99 ms", percentile(inserted, 0.99), ""))
        rows.append(("bare insert, median ms", median(inserted), ""))
        os.environ["TENCENT_EXPLORER_HOME"] = str(home / "book")
        opening, answers = asyncio.run(on_screen(book))
        rows.append(("pane opens, ms", opening, 100))
        rows += [(f"filter {query}, ms", taken, 16.7) for query, taken in answers.items()]
    print_table("Bookmarks", ("what", "measured", "at most"), rows)


if __name__ == "__main__":
    main()
