"""Measure an index in a process of its own: `index_process.py PASSAGES DOCUMENTS FOLDER`.

PASSAGES is a file with a passage a line, divided into so many DOCUMENTS. Where FOLDER holds
no tables yet the index is built and they are stored there, else they are loaded. Prints a JSON object of
times and megabytes. Memory is what the process holds beyond the documents, as /proc tells
it; words are cut in another process, as the program does.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import print_table as _  # noqa: F401 - says where the rest lies

# isort: split
from made_book import book_of

from content.lexicon import Lexicon
from content.library.indexing import IndexBuilder, load_index
from content.search import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Document

# One of each way to look, so that everything that is made at first use is made.
QUERIES = (
    *("云", "中国人", "中国 人民", "zhongguo", "jrkjyw", "中国ren", "zhonggouren", "中国人名共", "14.48亿"),
)


def megabytes() -> float:
    """Return what this process holds in memory."""
    gc.collect()
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return float("nan")
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def built(documents: Sequence[Document], lexicon: Lexicon, folder: Path | None = None) -> SearchIndex:
    """Return an index with all it needs, built by the helper process and kept in a folder if there is one."""
    index = SearchIndex(documents, lexicon=lexicon)
    with tempfile.TemporaryDirectory() as temporary:
        IndexBuilder(index, documents, folder or Path(temporary)).build()
    return index


def loaded(documents: Sequence[Document], lexicon: Lexicon, folder: Path) -> tuple[SearchIndex, float]:
    """Return an index loaded from a folder, and the seconds that took."""
    index = SearchIndex(documents, lexicon=lexicon)
    began = time.perf_counter()
    if not load_index(index, folder):
        raise ValueError("no index in the folder")
    return index, time.perf_counter() - began


def main() -> None:
    passages = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
    documents = book_of(passages, int(sys.argv[2])).documents
    tables = Path(sys.argv[3], "tables")
    del passages
    before = megabytes()
    began = time.perf_counter()
    if tables.exists():
        index = SearchIndex(documents, lexicon=Lexicon())
        index.load(tables)
        done = "loaded from the cache, ms", (time.perf_counter() - began) * 1000
    else:
        index = built(documents, Lexicon())
        done = "built, s", time.perf_counter() - began
    first = [_milliseconds(index, query) for query in QUERIES]
    held = megabytes() - before
    again = [_milliseconds(index, query) for query in QUERIES]
    costs = dict([done])
    if not tables.exists():
        index.store(tables)
        costs["stored, MB"] = tables.stat().st_size / 1e6
    name = done[0].split(",")[0]
    costs[f"{name}: held beyond the documents, MB"] = held
    costs[f"{name}: slowest first query, ms"] = max(first)
    costs[f"{name}: slowest of the same again, ms"] = max(again)
    print(json.dumps(costs))


def _milliseconds(index: SearchIndex, query: str) -> float:
    began = time.perf_counter()
    index.find(query, 10)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
