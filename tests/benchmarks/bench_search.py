"""Search over a generated book: how long each kind of query takes, and whether it finds what was meant.

Each query is made of a string that stands in the book, spoiled in one way; every passage that holds the
string is right. The ratio is to `str.find` over the folded text, for the same strings in the same run. MRR
is the mean of one over the rank of the first right passage among the first ten.
"""

from __future__ import annotations

import argparse

from search_runs import print_costs, print_runs, timed_queries  # says where the rest lies

# isort: split
from index_process import built
from made_book import make_book
from queries import KINDS

LIBRARY = 12_000_000, 2_000


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--library", action="store_true", help="12,000,000 characters in 2,000 documents")
    options.add_argument("--characters", type=int, default=1_000_000)
    options.add_argument("--documents", type=int, default=1)
    options.add_argument("--queries", type=int, default=200, help="of each kind")
    options.add_argument("--kinds", nargs="*", default=KINDS, choices=KINDS, metavar="KIND")
    options.add_argument("--fast", metavar="PYTHON", help="an interpreter in whose environment rjieba is")
    options.add_argument("--without-costs", action="store_true", help="leave out building and memory")
    chosen = options.parse_args()
    if chosen.library:
        chosen.characters, chosen.documents = LIBRARY
    book = make_book(chosen.characters, chosen.documents)
    if not chosen.without_costs:
        print_costs(book, chosen.fast)
    runs = timed_queries(built(book.documents, book.lexicon), book, chosen.queries, chosen.kinds)
    size = (
        f"{len(book.text):,} characters, {len(book.passages):,} passages, {len(book.documents):,} documents"
    )
    print_runs(f"{size}; {chosen.queries} queries a kind", runs)


if __name__ == "__main__":
    main()
