"""Questions to the search, answered one after the other while typing goes on."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from content.document import Span
    from content.search import Result
    from content.search.completing import Completion
    from tui.searching import Searching


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What stands in the box; `again` where it stood there before, so that the cursor keeps its row."""

    searching: Searching
    typed: str
    again: bool

    @property
    def query(self) -> str:
        """What is searched for."""
        return self.typed.strip()


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What was found; `whole` where more than literal hits were looked for.

    `sure` and `guessed` are the places of the hits in reading order.
    """

    question: Question
    result: Result
    whole: bool
    sure: Sequence[Span]
    guessed: Sequence[Span]


class Listener(Protocol):
    """Who is told, each time only of the question that stands."""

    def answered(self, answer: Answer) -> None:
        """Show an answer."""

    def offered(self, typed: str, completions: Sequence[Completion]) -> None:
        """Offer completions of what was typed."""

    def counted(self, passages: int, places: int) -> None:
        """Show the true numbers of an answer that had only lower bounds."""


class Asking:
    """Asks in threads, never two questions at once: of those that come meanwhile only the last is asked.

    So a late answer is never told, and questions that nobody waits for take no time from the one that stands.
    `run` starts work beside the event loop.
    """

    def __init__(self, listener: Listener, run: Callable[[Coroutine[Any, Any, None]], object]) -> None:
        self._listener = listener
        self._run = run
        self._standing: Question | None = None
        self._working = False

    def ask(self, question: Question) -> None:
        """Ask this instead of what was asked before."""
        self._standing = question
        if not self._working:
            self._working = True
            self._run(self._work())

    def drop(self) -> None:
        """Ask nothing, and tell nothing of what was asked."""
        self._standing = None

    async def _work(self) -> None:
        asked = None
        try:
            while (question := self._standing) is not None and question is not asked:
                asked = question
                await self._answer(question)
        finally:
            self._working = False

    async def _answer(self, question: Question) -> None:
        answer = await asyncio.to_thread(_find, question)
        if question is self._standing:
            self._listener.answered(answer)
        searching = question.searching
        if question is self._standing:
            completions = await asyncio.to_thread(searching.complete, question.typed)
            if question is self._standing:
                self._listener.offered(question.typed, completions)
        if question is self._standing and not answer.result.counted:
            passages, places = await asyncio.to_thread(searching.count, question.query)
            if question is self._standing:
                self._listener.counted(passages, places)


def _find(question: Question) -> Answer:
    whole = question.searching.has_words  # asked first: they may come to be known meanwhile
    result = question.searching.find(question.query)
    places: tuple[set[Span], set[Span]] = set(), set()
    for hit in result.hits:
        places[hit.weak].update(hit.spans)
    return Answer(question, result, whole, sorted(places[0]), sorted(places[1]))
