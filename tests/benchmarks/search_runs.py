"""What the benchmarks of search share: the machine-made queries timed by kind, and the index's own costs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from measuring import HERE, median, percentile, print_table  # says where the rest lies

# isort: split
from queries import KINDS, made_queries, mean_reciprocal_rank, outcome

from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from made_book import MadeBook
    from queries import MadeQuery, Outcome

    from content.search import SearchIndex

LIMIT = 10
_WARMING = 3


@dataclass(frozen=True, slots=True)
class Run:
    """The queries of one kind: how long each took, all in milliseconds, and how each was answered.

    `counts` is empty where the index has no way to count by itself; `plain` is `str.find` of the string meant
    over the folded text.
    """

    kind: str
    finds: list[float] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)
    plain: list[float] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def row(self) -> tuple[object, ...]:
        """A line of the table under `COLUMNS`."""
        typical = median(self.finds)
        first_weak = sum(each.weak for each in self.outcomes) / len(self.outcomes)
        return (
            self.kind,
            typical,
            percentile(self.finds, 0.99),
            typical / max(0.001, median(self.plain)),
            percentile(self.counts, 0.99) if self.counts else "-",
            mean_reciprocal_rank(self.outcomes),
            first_weak,
            max(zip(self.finds, self.outcomes, strict=True), key=lambda each: each[0])[1].query.typed,
        )


COLUMNS = ("kind", "ms p50", "ms p99", "x str.find", "count ms p99", "MRR", "first is weak", "slowest")


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def timed_queries(index: SearchIndex, book: MadeBook, count: int, kinds: Sequence[str] = KINDS) -> list[Run]:
    """Ask so many queries of each kind once, after a few others that let the index make what it lacks."""
    folded = fold(book.text)
    for kind in kinds:
        for query in made_queries(book, kind, _WARMING, seed=2):
            index.find(query.typed, LIMIT)
    runs = []
    for kind in kinds:
        run = Run(kind)
        for query in made_queries(book, kind, count):
            _ask(index, book, folded, query, run)
        runs.append(run)
    return runs


def _ask(index: SearchIndex, book: MadeBook, folded: str, query: MadeQuery, run: Run) -> None:
    began = time.perf_counter()
    result = index.find(query.typed, LIMIT)
    run.finds.append((time.perf_counter() - began) * 1000)
    if counting := getattr(index, "count", None):
        run.counts.append(milliseconds(lambda: counting(query.typed)))
    run.plain.append(milliseconds(lambda: folded.find(query.meant or query.typed)))
    run.outcomes.append(outcome(query, list(result.hits), book))


def print_runs(heading: str, runs: Sequence[Run]) -> None:
    """Print a line a kind, and what is worst of all."""
    print_table(heading, COLUMNS, [run.row for run in runs])
    slowest = max(runs, key=lambda run: percentile(run.finds, 0.99))
    print(f"slowest: {slowest.kind}; for what is absent the MRR is the share answered by guesses at most")


def index_costs(book: MadeBook, python: str = sys.executable) -> dict[str, Any]:
    """Measure an index in fresh processes of an interpreter: built, then loaded from where that stored it."""
    costs: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        passages = Path(folder, "passages")
        passages.write_text(book.text, encoding="utf-8")
        command = [python, str(HERE / "index_process.py"), str(passages), str(len(book.documents)), folder]
        # The other interpreter has rjieba; everything else may be this one's.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        for _ in ("built", "loaded"):
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
            costs |= json.loads(done.stdout)
    return costs


def print_costs(book: MadeBook, fast: str | None) -> None:
    """Print what an index costs, without the extra `fast` and, in the interpreter `fast`, with it."""
    measured = {"jieba": index_costs(book)}
    if fast:
        measured["rjieba"] = index_costs(book, fast)
    names = list(next(iter(measured.values())))
    rows = [(name, *(costs[name] for costs in measured.values())) for name in names]
    print_table("The index, built in a fresh process and loaded in another", ("what", *measured), rows)
