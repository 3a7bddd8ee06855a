"""Measure an index in a process of its own: `index_process.py PASSAGES DOCUMENTS FOLDER`.

PASSAGES is a file with a passage a line, divided into so many DOCUMENTS; FOLDER takes the cache. Prints a
JSON object of seconds and megabytes. Memory is what the process holds beyond the documents, as /proc tells
it; words are cut in another process, as the program does.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import print_table as _  # noqa: F401 - says where the rest lies

# isort: split
from made_book import book_of

from content.chinese.helper import WordHelper
from content.lexicon import Lexicon
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


def built(documents: Sequence[Document], lexicon: Lexicon) -> SearchIndex:
    """Return an index that has all it needs, the words cut by the helper process."""
    index = SearchIndex(documents, lexicon=lexicon)
    helper = WordHelper(index.known_words)
    helper.start()
    try:
        passages = [passage.text for document in documents for passage in document.passages]
        index.set_words(helper.cut_each(passages))
    finally:
        helper.close()
    for query in QUERIES:
        index.find(query, 10)
    return index


def main() -> None:
    passages = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
    documents = book_of(passages, int(sys.argv[2])).documents
    del passages
    before = megabytes()
    began = time.perf_counter()
    index = built(documents, Lexicon())
    costs = {
        "cut by": "rjieba" if find_spec("rjieba") else "jieba",
        "built, s": time.perf_counter() - began,
        "held beyond the documents, MB": megabytes() - before,
    }
    slowest = 0.0
    for query in QUERIES:
        asked = time.perf_counter()
        index.find(query, 10)
        slowest = max(slowest, time.perf_counter() - asked)
    costs["slowest query after, ms"] = slowest * 1000
    print(json.dumps(costs))


if __name__ == "__main__":
    main()
