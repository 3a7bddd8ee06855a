"""The names that were found in the documents of a large library: how long until one is asked for.

The documents are lists of drawn names; no text is analysed. All figures are times on the clock.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import print_table  # says where the rest lies

# isort: split
from small_documents import document_of

from content.analysis.findings import Findings
from content.analysis.names import Mention, NameFinding
from content.document import Span
from content.lexicon import ENTITY_KINDS, bundled_lexicon
from content.library.edited_names import edited_names
from content.library.known_names import KnownNames
from content.library.names_across import across
from content.library.names_file import names_file, packed
from content.library.search import SearchIndex
from content.shelf import NO_EDITS, NameEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from content.document import Document

MENTIONS = 3  # of each name
CHARACTERS = [chr(code) for code in range(0x4E00, 0x4E00 + 3_000)]


def drawn(names: list[str], number: int, draw: random.Random) -> tuple[Document, Findings]:
    """Return a document that says each name a few times, and what is found there."""
    text = "，".join(name for name in names for _ in range(MENTIONS))
    found, start = [], 0
    for name in names:
        mentions = []
        for _ in range(MENTIONS):
            mentions.append(Mention(1, Span(start, start + len(name)), name))
            start += len(name) + 1
        found.append(
            NameFinding(name, draw.choice(ENTITY_KINDS), (), None, None, MENTIONS, 0.8, tuple(mentions))
        )
    return document_of(text, str(number)), Findings(tuple(found))


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def of_added(pool: list[str], draw: random.Random) -> Iterator[tuple[str, float]]:
    """Measure a book of many names after the reader added some more."""
    book, found = drawn(list(dict.fromkeys(pool)), 0, draw)
    for number in (1, 100):
        edits = [
            NameEdit(f"{each:020x}", None, "add", name[:2], "person")
            for each, name in enumerate(pool[:number])
        ]
        yield (
            f"{number} names added to {len(found.names):,} in a book, s",
            seconds(partial(edited_names, book, found.names, edits)),
        )


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--documents", type=int, default=2_000)
    options.add_argument("--names", type=int, default=40, help="in each document")
    chosen = options.parse_args()
    draw, lexicon = random.Random(1), bundled_lexicon()
    pool = ["".join(draw.choices(CHARACTERS, k=draw.randint(2, 5))) for _ in range(12 * chosen.documents)]
    made = [drawn(draw.sample(pool, chosen.names), number, draw) for number in range(chosen.documents)]
    documents = [document for document, _ in made]
    digests = [document.digest for document in documents]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        names_file(folder, lexicon).add({document.digest: packed(found) for document, found in made})
        known = KnownNames(folder, lexicon, lexicon, NO_EDITS, {}, {})
        index = SearchIndex(documents)
        index.find("没有", literal_only=True)
        rows = [
            ("the file read, s", seconds(lambda: index.set_labels([*map(known.labels_of, documents)]))),
            *(
                (f"{name}, s", seconds(partial(index.find, f"entity:{query}", literal_only=True)))
                for name, query in (
                    ("first query for a name", pool[0]),
                    ("another name", pool[1]),
                    ("a part of names", pool[2][:1]),
                    ("initials", "hma"),
                )
            ),
            ("by the lexicon, s", seconds(lambda: known.find_missing(documents))),
            ("names across documents, s", seconds(lambda: across(known, digests))),
            *of_added(pool, draw),
        ]
    print_table(f"{chosen.documents:,} documents, {chosen.names} names in each", ("what", "taken"), rows)


if __name__ == "__main__":
    main()
