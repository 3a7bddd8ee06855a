"""A library of many documents: how long its index takes to be built, extended and loaded, and its findings.

The index is built in the helper process as the program does it, by whichever segmenter this interpreter has.
All figures are times on the clock.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import median, print_table  # says where the rest lies

# isort: split
from library_commands import of_commands
from made_book import make_book

from content.chinese.segmentation import segmenter_version
from content.lexicon import Lexicon, bundled_lexicon
from content.library.across import LibrarySearch
from content.library.analysing import Analysing
from content.library.indexing import IndexBuilder, load_index, stored_path
from content.library.known_labels import KnownLabels
from content.library.library import Library
from content.library.names_across import across
from content.search import SearchIndex
from content.search.joining import join, without
from content.search.stored import StoredTables, read_tables
from content.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from content.document import Document

Row = tuple[str, float]
ADDED = 10
SMALL, FEW = 50, 1  # documents of a small library, and those that come to it
ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def of_database(documents: Sequence[Document], folder: Path) -> Iterator[Row]:
    """Measure the documents going into the library's file and coming back."""
    library = Library(folder, Shelf(folder))
    yield "documents stored, s", seconds(lambda: [library.add(document) for document in documents])
    digests = [document.digest for document in documents]
    yield "documents read back, s", seconds(lambda: list(library.documents(digests)))
    yield "list of all, ms", 1000 * seconds(library.entries)
    library.close()


def of_index(
    documents: Sequence[Document], left: Sequence[Document], lexicon: Lexicon, folder: Path
) -> Iterator[Row]:
    """Measure the index of all made in each way; at last it is that of those that are left."""

    def prepared(some: Sequence[Document]) -> float:
        search = LibrarySearch(some, folder, lexicon=lexicon)
        taken = seconds(search.prepare)
        search.close()
        return taken

    yield f"index built, but for {ADDED} documents, s", prepared(documents[:-ADDED])
    yield f"index extended by {ADDED} documents, s", prepared(documents)
    yield "index loaded, s", prepared(documents)
    yield "index after one was removed, s", prepared(left)


def of_names(documents: Sequence[Document], lexicon: Lexicon, folder: Path) -> Iterator[Row]:
    """Measure the names and themes of all documents."""
    known = KnownLabels(folder, lexicon)
    found = seconds(lambda: known.find_missing(documents))
    yield "names and themes found, ms a document", 1000 * found / len(documents)
    known, digests = KnownLabels(folder, lexicon), [document.digest for document in documents]
    yield "names and themes loaded, ms", 1000 * seconds(lambda: known.missing(digests))
    yield "names across documents, ms", 1000 * seconds(lambda: across(known, digests))
    labels = [known.labels_of(document) for document in documents]
    for key in (f"theme:{lexicon.themes[0].id}", f"entity:{lexicon.entities[0].name}"):
        yield (
            f"{key} in all documents, ms",
            1000 * seconds(lambda key=key: [each.get(key) for each in labels]),
        )


def of_analysis(documents: Sequence[Document], folder: Path) -> Iterator[Row]:
    """Measure everything found in documents one by one, as the program does at leisure, and read again."""
    analysing = Analysing(folder, folder)
    try:
        found = seconds(lambda: [analysing.put(document) for document in documents])
    finally:
        analysing.close()
    yield "analysed, ms a document", 1000 * found / len(documents)
    known = [1000 * seconds(lambda document=document: analysing.known(document)) for document in documents]
    yield "findings loaded, ms a document, median", median(known)
    yield "findings loaded, ms, the longest", max(known)


def of_joining(documents: Sequence[Document], lexicon: Lexicon, folder: Path) -> Iterator[Row]:
    """Measure tables joined in memory, neither read nor written: the median of some rounds."""
    second = tables_of(documents[SMALL:][:FEW], lexicon, folder)
    end = len(second.text)
    for some in (documents, documents[:SMALL]):
        first = tables_of(some, lexicon, folder)
        size = f"{len(first.text):,} characters"
        joined = [seconds(lambda first=first: join(first, second)) for _ in range(ROUNDS)]
        yield f"{end:,} joined to {size}, ms", 1000 * median(joined)
        reduced = [seconds(lambda first=first: without(first, 0, end)) for _ in range(ROUNDS)]
        yield f"{end:,} taken out of {size}, ms", 1000 * median(reduced)


def tables_of(documents: Sequence[Document], lexicon: Lexicon, folder: Path) -> StoredTables:
    """Load tables, or build them."""
    index = SearchIndex(documents, lexicon=lexicon)
    if not load_index(index, folder):
        IndexBuilder(index, documents, folder).build()
    return read_tables(stored_path(index, folder), index.fingerprint)


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--characters", type=int, default=12_000_000)
    options.add_argument("--documents", type=int, default=2_000)
    options.add_argument("--commands", action="store_true", help="measure the command line alone")
    chosen = options.parse_args()
    book = make_book(chosen.characters, chosen.documents)
    bundled = bundled_lexicon()
    lexicon = Lexicon((*bundled.entities, *book.names), bundled.themes, bundled.terms)
    left = book.documents[: SMALL // 2] + book.documents[SMALL // 2 + 1 :]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        rows = list(of_commands(book, folder / "commands"))
        if not chosen.commands:
            rows += of_database(book.documents, folder)
            rows += of_index(book.documents, left, lexicon, folder)
            rows += of_joining(left, lexicon, folder)
            rows += of_names(book.documents, lexicon, folder)
            rows += of_analysis(book.documents[:SMALL], folder)
    size = f"{len(book.text):,} characters, {len(book.documents):,} documents"
    print_table(f"{size}; {segmenter_version()}", ("what", "taken"), rows)


if __name__ == "__main__":
    main()
