"""Queries with operators: words in what filters leave, with some phrases and without others."""

from __future__ import annotations

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


def narrowed(
    request: Request, scope: Scope, corpus: Corpus, searcher: Searcher, cap: Cap, *, literal_only: bool
) -> Answer:
    """Answer a query that was taken apart. What only says what is to be left out finds nothing."""
    if request.only_excludes:
        return Answer([], 0, 0)
    literal = searcher.literal
    phrases = [query.folded for query in map(read_query, request.phrases) if query.text]
    without = [query.folded for query in map(read_query, request.without) if query.text]
    words = read_query(request.words)
    sought: Iterable[Candidate]
    if words.text:
        sought = searcher.answer(words, cap, literal_only=literal_only).candidates
    elif phrases:
        sought = _holding(phrases[0], corpus, literal, cap)
    else:
        sought = _all_of(scope, corpus)
    kept = []
    for candidate in sought:
        place = candidate.place
        if not scope.allows(place.document, place.passage.number):
            continue
        if any(literal.within(each, place.start, place.end) for each in without):
            continue
        held = [literal.within(each, place.start, place.end) for each in phrases]
        if all(held):
            stretches = {*candidate.spans, *(stretch for each in held for stretch in each)}
            match = candidate.match if len(phrases) + bool(words.text) < 2 else "words"
            kept.append(Candidate(place, match, candidate.weak, candidate.fit, apart(sorted(stretches))))
    return answer_of(kept)


def _holding(phrase: str, corpus: Corpus, literal: Literal, cap: Cap) -> Iterable[Candidate]:
    passages = dict.fromkeys(corpus.passage_at(start) for start, _ in cap.take(literal.places(phrase)))
    return [Candidate(corpus.place(index), "exact", weak=False, fit=1.0) for index in passages]


def _all_of(scope: Scope, corpus: Corpus) -> Iterable[Candidate]:
    """Return what filters alone leave: marked where its theme or entity stands, else the whole passage."""
    for document, mask in enumerate(scope.masks):
        base, passages = corpus.bases[document], corpus.documents[document].passages
        for number in (number for number, left in enumerate(mask) if left):
            passage = passages[number]
            inside = scope.spans_in(document, passage.start, passage.end)
            stretches = [(base + span.start, base + span.end) for span in inside]
            place = corpus.place_at(base + passage.start)
            if place.end > place.start:
                yield Candidate(
                    place, "exact", weak=False, fit=1.0, spans=stretches or [(place.start, place.end)]
                )


def as_guesses(answer: Answer) -> Answer:
    """Mark all of an answer as guesses."""
    for candidate in answer.candidates:
        candidate.weak = True
    return answer
