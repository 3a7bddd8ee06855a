"""The kinds of search in turn, the surest first; a guess is made only where nothing sure was found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from content.chinese.variants import fold_surface
from content.search.literal import literal_places
from content.search.ranking import Candidate, Found, gather

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.search.aliases import Aliases
    from content.search.boundaries import Boundaries
    from content.search.corpus import Corpus
    from content.search.query import Query

# Places beyond this many are counted but not ranked: a common character stands on every page of a book.
RANKED_PLACES = 4_000
# A part of a word counts this much less than a whole one.
_PART = 0.4


@dataclass(slots=True)
class Answer:
    """What was found: candidates in no order, and the number of passages and places in all."""

    candidates: list[Candidate]
    total: int
    occurrences: int


class Searcher:
    """All kinds of search over one corpus."""

    def __init__(self, corpus: Corpus, boundaries: Boundaries, aliases: Aliases) -> None:
        self._corpus = corpus
        self._boundaries = boundaries
        self._aliases = aliases

    def answer(self, query: Query, *, literal_only: bool = False) -> Answer:
        """Find a query. `literal_only` loads no dictionary."""
        if not query.text:
            return Answer([], 0, 0)
        literal = list(islice(self._literal(query), RANKED_PLACES))
        if len(literal) == RANKED_PLACES:
            return self._counted(literal, query)
        found = literal
        if query.guessable:
            found += self._alias(query)
        candidates = gather(self._corpus, found)
        return Answer(candidates, len(candidates), sum(len(each.spans) for each in candidates))

    def _counted(self, literal: list[Found], query: Query) -> Answer:
        # A query this common is one piece of a character or two, so plain counting is right.
        text, piece = self._corpus.text, re.escape(query.folded)
        passages = sum(1 for _ in re.finditer(f"{piece}[^\n]*", text))
        return Answer(gather(self._corpus, literal), passages, text.count(query.folded))

    def _literal(self, query: Query) -> Iterator[Found]:
        for start, end in literal_places(self._corpus, query.folded):
            surface = "".join(fold_surface(self._corpus.source(start, end)).split())
            exact = surface == query.surface
            yield Found(start, end, "exact" if exact else "variant", self._wholeness(start, end))

    def _alias(self, query: Query) -> Iterator[Found]:
        for name in self._aliases.of(query.folded):
            for start, end in islice(literal_places(self._corpus, name), RANKED_PLACES):
                in_a_word = not self._boundaries.latin_word(start, end)  # AI is not in 'said'
                if not in_a_word and not self._aliases.excepted(self._corpus.text, start, end):
                    yield Found(start, end, "alias", self._wholeness(start, end))

    def _wholeness(self, start: int, end: int) -> float:
        if not self._boundaries.latin_word(start, end):
            return _PART
        return _PART if self._boundaries.around(start, end, may_cut=False) is False else 1.0
