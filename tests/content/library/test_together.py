"""Several searches asked as one."""

from dataclasses import replace

import pytest

from content.document import Span
from content.library.together import Together
from content.search import Hit
from content.search.completing import Completion
from content.search.hits import Result


class Part:
    """A search with one answer."""

    def __init__(self, result: Result, *, ready: bool = True, words: tuple[str, ...] = ()) -> None:
        self.result = result
        self.has_words = ready
        self.words = words
        self.closed = False

    def find(self, query: str) -> Result:
        return replace(self.result, query=query)

    def count(self, query: str) -> tuple[int, int]:
        return 10, 20

    def complete(self, typed: str) -> tuple[Completion, ...]:
        return tuple(Completion(word, word) for word in self.words)

    def prepare(self, on_progress: object = None) -> bool:
        self.has_words = not self.closed
        return self.has_words

    def close(self) -> None:
        self.closed = True


def result(*scores: float, document: int = 0, weak: bool = False, **fields: object) -> Result:
    hits = tuple(
        Hit(number, score, (Span(0, 1),), "exact", weak, document) for number, score in enumerate(scores, 1)
    )
    return Result("", hits, len(hits), 2 * len(hits), **fields)  # type: ignore[arg-type]


def together(*parts: tuple[Part, int]) -> Together:
    return Together(parts)  # type: ignore[arg-type]


def test_hits_of_all_come_the_best_first_and_documents_are_counted_on() -> None:
    both = together((Part(result(0.9, 0.2, document=1)), 2), (Part(result(0.5)), 1))
    found = both.find("灯塔")
    assert [(hit.document, hit.score) for hit in found.hits] == [(1, 0.9), (2, 0.5), (1, 0.2)]
    assert (found.total, found.occurrences, found.counted, found.query) == (3, 6, True, "灯塔")
    assert both.count("灯塔") == (20, 40)


def test_guesses_give_way_to_what_is_sure_elsewhere() -> None:
    found = together((Part(result(0.3, weak=True)), 1), (Part(result(0.1)), 1)).find("")
    assert [(hit.document, hit.weak) for hit in found.hits] == [(1, False)]
    assert found.total == 1


def test_guesses_show_where_there_is_nothing_else() -> None:
    found = together((Part(result(0.3, weak=True)), 1), (Part(result()), 1)).find("")
    assert [hit.weak for hit in found.hits] == [True]


@pytest.mark.parametrize(
    ("problems", "told"),
    [
        (("unknown_filter", "unknown_filter"), "unknown_filter"),
        (("unknown_filter", "nothing_left"), "nothing_left"),
        (("unknown_filter", None), "nothing_left"),
        ((None, None), None),
    ],
)
def test_a_filter_is_unknown_where_none_knows_it(problems: tuple[str, str], told: str | None) -> None:
    assert together(*((Part(result(problem=each)), 1) for each in problems)).find("").problem == told


def test_what_one_finds_is_no_problem() -> None:
    assert (
        together((Part(result(problem="unknown_filter")), 1), (Part(result(0.1)), 1)).find("").problem is None
    )


def test_lower_bounds_stay_lower_bounds() -> None:
    assert not together((Part(result(0.1, counted=False)), 1), (Part(result(0.1)), 1)).find("").counted


def test_completions_take_turns_and_come_once() -> None:
    both = together((Part(result(), words=("金融", "金钱")), 1), (Part(result(), words=("金融", "金色")), 1))
    assert [each.query for each in both.complete("金")] == ["金融", "金钱", "金色"]


def test_it_is_ready_when_all_are_and_closing_ends_all() -> None:
    parts = Part(result(), ready=False), Part(result())
    both = together((parts[0], 1), (parts[1], 1))
    assert not both.has_words
    assert both.prepare()
    assert both.has_words
    both.close()
    assert parts[0].closed
    assert parts[1].closed
    assert not both.prepare()
