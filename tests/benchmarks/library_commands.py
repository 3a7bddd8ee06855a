"""The commands of the library as they are typed: articles in files added, again, listed and searched."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

from measuring import median  # says where the rest lies

# isort: split
from article_files import write_articles

from content.library.adding import add_files
from content.library.library import Library
from content.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from made_book import MadeBook

ROUNDS = 5
QUERIES = ("集市", "中国", "zhongguo", "theme:cloud")


def of_commands(book: MadeBook, folder: Path) -> Iterator[tuple[str, float]]:
    """Measure the commands, each a process of this interpreter."""
    articles = str(write_articles(book, folder / "articles"))
    with Shelf(folder) as shelf, closing(Library(folder, shelf)) as library:
        began = time.perf_counter()
        add_files(library, [articles])
        yield "files read and stored, s", time.perf_counter() - began
    environment = dict(os.environ) | {"TENCENT_EXPLORER_HOME": str(folder / "home")}

    def taken(*arguments: str) -> float:
        began = time.perf_counter()
        program = [sys.executable, "-P", "-m", "tui", *arguments]
        subprocess.run(program, env=environment, stdout=subprocess.DEVNULL, check=False)
        return time.perf_counter() - began

    yield "library add, s", taken("library", "add", articles)
    yield "library add again, s", taken("library", "add", articles)
    start = median(taken("--version") for _ in range(ROUNDS))
    listed = median(taken("library", "list") for _ in range(ROUNDS))
    yield "library list, ms beyond the start", 1000 * (listed - start)
    for query in QUERIES:
        yield f"library search {query}, s", taken("library", "search", query)
