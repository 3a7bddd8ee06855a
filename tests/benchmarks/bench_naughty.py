"""Queries that were made to break programs, over a generated book: which take longest. Aim: 100 ms each."""

from __future__ import annotations

import argparse
from functools import partial

from search_runs import milliseconds  # says where the rest lies

# isort: split
from index_process import built
from made_book import make_book
from measuring import print_table
from naughty import NAUGHTY, name_of

AIM = 100.0  # milliseconds


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--characters", type=int, default=1_000_000)
    options.add_argument("--documents", type=int, default=1)
    options.add_argument("--show", type=int, default=12, help="so many of the slowest")
    chosen = options.parse_args()
    book = make_book(chosen.characters, chosen.documents)
    index = built(book.documents, book.lexicon)
    times = sorted(
        ((milliseconds(partial(index.find, query, 10)), name_of(query)) for query in NAUGHTY),
        reverse=True,
    )
    print_table(
        f"{len(NAUGHTY)} naughty queries over {len(book.text):,} characters; the slowest",
        ("query", "ms"),
        [(name, taken) for taken, name in times[: chosen.show]],
    )
    print(f"{sum(taken > AIM for taken, _ in times)} took longer than {AIM:.0f} ms")


if __name__ == "__main__":
    main()
