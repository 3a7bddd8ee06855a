"""The judged queries, by this search and by others: what share has a right passage first, by kind.

The texts are the judged sets of the tests; the others see their passages as they stand, notices left out.
For what is absent the share is of queries answered by nothing but guesses.
"""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from measuring import print_table  # says where the rest lies

# isort: split
from judged_sets import KINDS, judge, judged_files, misses, overall, own_search, read_judged, success_by_kind
from peers import PEERS, SURE

if TYPE_CHECKING:
    from judged_sets import JudgedText, Judgement


def judgements_of(name: str, texts: list[JudgedText]) -> list[Judgement]:
    judgements: list[Judgement] = []
    for text in texts:
        shown = ["" if each.kind == "notice" else each.text for each in text.document.passages]
        judgements += judge(text, PEERS[name](shown) if name in PEERS else own_search(text))
    return judgements


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--misses", action="store_true", help="list what this search did not find first")
    texts = [read_judged(path) for path in judged_files()]
    wants_misses = options.parse_args().misses
    own = "tencent-explorer"
    judged = {name: judgements_of(name, texts) for name in (own, *PEERS)}
    shares = {name: success_by_kind(judgements) for name, judgements in judged.items()}
    counts = Counter(query.kind for text in texts for query in text.queries)
    rows: list[tuple[object, ...]] = [
        (kind, counts[kind], *(shares[name][kind] for name in judged)) for kind in KINDS if kind in counts
    ]
    totals = [overall(judgements) for judgements in judged.values()]
    answered = counts.total() - counts["absent"]
    rows.append(("all but absent", answered, *(success for success, _ in totals)))
    rows.append(("recall@10", answered, *(recall for _, recall in totals)))
    print_table("A right passage first", ("kind", "queries", *judged), rows)
    print(f"a score below {SURE} of 100 counts as a guess for rapidfuzz")
    if wants_misses:
        print(f"\n{misses(judged[own])}")


if __name__ == "__main__":
    main()
