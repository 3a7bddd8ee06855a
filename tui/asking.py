"""Questions to the search, answered one after the other while typing goes on."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping, Sequence

    from content.document import Span
    from content.search.completing import Completion
    from content.search.hits import Result

Item = TypeVar("Item")
Run: TypeAlias = "Callable[[Coroutine[Any, Any, None]], object]"
"""What starts work beside the event loop."""


class Search(Protocol):
    """What is asked: `content.library.prepared.PreparedSearch`, or several of them."""

    @property
    def has_words(self) -> bool:
        """Whether more than literal hits are found."""

    def find(self, query: str) -> Result:
        """Search."""

    def count(self, query: str) -> tuple[int, int]:
        """Count passages and places."""

    def complete(self, typed: str) -> tuple[Completion, ...]:
        """Complete the last word."""

    def prepare(self, on_progress: Callable[[int, int], None] | None = None) -> bool:
        """Get ready."""

    def close(self) -> None:
        """End what builds the index."""


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What stands in the box; `again` where it stood there before, so that the cursor keeps its row."""

    searching: Search
    typed: str
    again: bool

    @property
    def query(self) -> str:
        """What is searched for."""
        return self.typed.strip()


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What was found; `whole` where more than literal hits were looked for.

    `sure` and `guessed` are the places of the hits in reading order, by the index of their document.
    """

    question: Question
    result: Result
    whole: bool
    sure: Mapping[int, Sequence[Span]]
    guessed: Mapping[int, Sequence[Span]]


class Listener(Protocol):
    """Who is told, each time only of the question that stands."""

    def answered(self, answer: Answer) -> None:
        """Show an answer."""

    def offered(self, typed: str, completions: Sequence[Completion]) -> None:
        """Offer completions of what was typed."""

    def counted(self, passages: int, places: int) -> None:
        """Show the true numbers of an answer that had only lower bounds."""


class Newest(Generic[Item]):
    """Works on one thing at a time, and of those that come meanwhile on the last alone."""

    def __init__(self, work: Callable[[Item], Coroutine[Any, Any, None]], run: Run) -> None:
        self._work = work
        self._run = run
        self._waiting: list[Item] = []
        self._working = False

    def put(self, item: Item) -> None:
        """Work on this instead of what waits."""
        self._waiting = [item]
        if not self._working:
            self._start()

    def _start(self) -> None:
        self._working = True
        self._run(self._work_off())

    async def _work_off(self) -> None:
        try:
            while self._waiting:
                await self._work(self._waiting.pop())
        except Exception:  # told by whoever runs this; what waits meanwhile is worked on all the same
            if self._waiting:
                self._start()
            else:
                self._working = False
            raise
        self._working = False


class Asking:
    """Asks in threads, never two questions at once, and tells `listener` of the one that stands alone.

    So a late answer is never shown, and what nobody waits for takes no time from what stands. Counting alone
    may take long, so the next question does not wait for it.
    """

    def __init__(self, listener: Listener, run: Run) -> None:
        self._listener = listener
        self._questions = Newest(self._answer, run)
        self._counts = Newest(self._count, run)
        self._standing: Question | None = None

    def ask(self, question: Question) -> None:
        """Ask this instead of what was asked before."""
        self._standing = question
        self._questions.put(question)

    def drop(self) -> None:
        """Ask nothing, and tell nothing of what was asked."""
        self._standing = None

    async def _answer(self, question: Question) -> None:
        if question is not self._standing:
            return
        try:
            answer, completions = await asyncio.to_thread(_find, question)
        except Exception:  # whatever it was, keys that wait for an answer must not wait for ever
            if question is self._standing:
                from content.search.hits import Result  # not needed for the first paint

                nothing = Result(question.query, (), 0, 0)
                self._listener.answered(Answer(question, nothing, whole=True, sure={}, guessed={}))
            raise
        if question is self._standing:
            self._listener.answered(answer)
        if question is self._standing:
            self._listener.offered(question.typed, completions)
        if question is self._standing and not answer.result.counted:
            self._counts.put(question)

    async def _count(self, question: Question) -> None:
        if question is not self._standing:
            return
        passages, places = await asyncio.to_thread(question.searching.count, question.query)
        if question is self._standing:
            self._listener.counted(passages, places)


def _find(question: Question) -> tuple[Answer, Sequence[Completion]]:
    """Find hits and completions at once: the screen is painted once for both."""
    whole = question.searching.has_words  # asked first: they may come to be known meanwhile
    result = question.searching.find(question.query)
    places: tuple[dict[int, set[Span]], dict[int, set[Span]]] = {}, {}
    for hit in result.hits:
        places[hit.weak].setdefault(hit.document, set()).update(hit.spans)
    sure, guessed = ({document: sorted(spans) for document, spans in each.items()} for each in places)
    return Answer(question, result, whole, sure, guessed), question.searching.complete(question.typed)
