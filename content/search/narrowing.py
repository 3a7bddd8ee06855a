"""Queries with operators: words in what filters leave, with some phrases and without others."""

from __future__ import annotations

import re
from itertools import compress, count
from typing import TYPE_CHECKING

from content.search.query import read_query
from content.search.ranking import Candidate, apart
from content.search.stages import Answer, answer_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.search.cap import Cap
    from content.search.corpus import Corpus
    from content.search.literal import Literal
    from content.search.operators import Request
    from content.search.scope import Scope
    from content.search.stages import Searcher

_SENTENCE = re.compile("[^。！？!?]*[。！？!?]?")


class Narrowing:
    """Answers queries that were taken apart, over one corpus."""

    def __init__(self, corpus: Corpus, searcher: Searcher) -> None:
        self._corpus = corpus
        self._searcher = searcher
        self._literal: Literal = searcher.literal

    def answer(self, request: Request, scope: Scope, cap: Cap, *, literal_only: bool) -> Answer:
        """Answer a query. What only says what is to be left out finds nothing."""
        if request.only_excludes:
            return Answer([], 0, 0)
        phrases = [query.folded for query in map(read_query, request.phrases) if query.text]
        left = self._left(request, scope, phrases, literal_only=literal_only)
        if 1 not in left:
            return Answer([], 0, 0)
        words = read_query(request.words)
        if not words.text:
            return self._all_of(left, scope, phrases, cap)
        inside = cap.inside(lambda offset: left[self._corpus.passage_at(offset)] == 1)
        answer = self._searcher.answer(words, inside, literal_only=literal_only)
        cap.reached |= inside.reached
        for candidate in answer.candidates if phrases else ():
            candidate.match = "words"
            candidate.spans = apart(sorted({*candidate.spans, *self._held(phrases, candidate)}))
        return answer_of(answer.candidates) if phrases else answer

    def _left(self, request: Request, scope: Scope, phrases: list[str], *, literal_only: bool) -> bytes:
        """Return a byte for each passage, 1 where it is in scope, holds all phrases and nothing left out."""
        left = scope.flat
        for phrase in phrases:
            left = _both(left, self._passages(start for start, _ in self._literal.places(phrase)))
        for query in map(read_query, request.without):
            if query.text:
                excluded = self._passages(self._searcher.everywhere(query, literal_only=literal_only))
                left = _both(left, excluded.translate(_OTHERS))
        return left

    def _passages(self, offsets: Iterable[int]) -> bytes:
        passages = bytearray(self._corpus.passages)
        for offset in offsets:
            passages[self._corpus.passage_at(offset)] = 1
        return bytes(passages)

    def _held(self, phrases: list[str], candidate: Candidate) -> Iterable[tuple[int, int]]:
        start, end = candidate.place.start, candidate.place.end
        return (stretch for each in phrases for stretch in self._literal.within(each, start, end))

    def _all_of(self, left: bytes, scope: Scope, phrases: list[str], cap: Cap) -> Answer:
        """Return what filters and phrases alone leave, marked where they say."""
        candidates = []
        for index in cap.first(compress(count(), left)):
            place = self._corpus.place(index)
            candidate = Candidate(place, "exact" if len(phrases) < 2 else "words", weak=False, fit=1.0)
            base = self._corpus.bases[place.document]
            named = scope.spans_in(place.document, place.start - base, place.end - base)
            stretches = {(base + span.start, base + span.end) for span in named}
            stretches.update(self._held(phrases, candidate))
            candidate.spans = apart(sorted(stretches)) or [self._first_sentence(place.start, place.end)]
            candidates.append(candidate)
        return Answer(candidates, left.count(1), self._places(left, scope, phrases))

    def _places(self, left: bytes, scope: Scope, phrases: list[str]) -> int:
        """Count the places of phrases, themes and entities in what is left; passages where there are none."""
        starts = [start for phrase in phrases for start, _ in self._literal.places(phrase)]
        for base, spans in zip(self._corpus.bases, scope.spans, strict=False):
            starts += [base + span.start for span in spans]
        return sum(left[self._corpus.passage_at(start)] for start in starts) or left.count(1)

    def _first_sentence(self, start: int, end: int) -> tuple[int, int]:
        found = _SENTENCE.match(self._corpus.text, start, end)
        return start, (found.end() if found else end)


_OTHERS = b"\1" + bytes(255)


def _both(one: bytes, other: bytes) -> bytes:
    return (int.from_bytes(one) & int.from_bytes(other)).to_bytes(len(one))


def as_guesses(answer: Answer) -> Answer:
    """Mark all of an answer as guesses."""
    for candidate in answer.candidates:
        candidate.weak = True
    return answer
