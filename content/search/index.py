"""One way in for every kind of query, over one document or several."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from content.document import Document
from content.scrub import scrub
from content.search.aliases import Aliases
from content.search.boundaries import Boundaries
from content.search.cap import RANKED_PLACES, Cap
from content.search.completing import Completing, Completion
from content.search.corpus import Corpus
from content.search.hits import Hit, Result
from content.search.narrowing import Narrowing, as_guesses
from content.search.operators import read_operators
from content.search.query import read_query
from content.search.ranking import ranked, to_hit
from content.search.scope import Scopes
from content.search.stages import Searcher
from content.search.tables import SearchTables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from content.document import Span
    from content.lexicon import Lexicon
    from content.search.fingerprint import DocumentKey
    from content.search.hits import Problem
    from content.search.operators import Request
    from content.search.query import Query
    from content.search.stages import Answer

Labels: TypeAlias = "Mapping[str, Sequence[Span]]"

# Of a query that fits thousands of places so many are ranked, for each hit wanted and at least.
_RANKED_FOR_A_HIT, _FEWEST_RANKED = 8, 400
_MOST_COMPLETIONS = 1_000


class SearchIndex:
    """Finds passages by whatever a reader remembers of them.

    `lexicon` gives other names (None is the bundled one); `labels` maps `theme:x` and `entity:x` to
    spans, a mapping for each document where there are several; `words` are the words of each passage of
    each document in reading order. Nothing is read or built before the first query.
    """

    def __init__(
        self,
        documents: Document | Sequence[Document],
        *,
        lexicon: Lexicon | None = None,
        labels: Labels | Sequence[Labels] | None = None,
        words: Iterable[Sequence[str]] | None = None,
    ) -> None:
        self._corpus = Corpus([documents] if isinstance(documents, Document) else documents)
        self._boundaries = Boundaries(self._corpus, lambda: self.known_words)
        self._lexicon = lexicon
        self._given_labels = labels
        self._offered: tuple[Lexicon, Mapping[str, int]] | None = None
        if words is not None:
            self.set_words(words)

    @property
    def known_words(self) -> frozenset[str]:
        """The short names of the lexicon: what is to be kept whole where passages are cut into words."""
        return self._aliases.words

    @property
    def has_words(self) -> bool:
        """Whether the words of every passage are known, so that none are cut in this process."""
        return self._boundaries.complete

    def begins_word(self, offset: int) -> bool | None:
        """Tell whether a word begins at an offset of the first document; None while that is not known."""
        return self._boundaries.begins(offset) if self.has_words else None

    def set_words(self, words: Iterable[Sequence[str]]) -> None:
        """Take over the words of each passage in reading order, notices too, cut elsewhere.

        They may come from an iterator, which is read once. Raises ValueError when they do not fit the
        passages.
        """
        self._boundaries.set_words(words)

    def set_labels(
        self,
        labels: Labels | Sequence[Labels],
        named: Lexicon | None = None,
        counts: Mapping[str, int] | None = None,
    ) -> None:
        """Have `theme:x` and `entity:x` mean other spans than before.

        `named` are the names and themes that these filters are completed with, `counts` how often each folded
        name stands in the documents; without them they are completed as before.
        """
        self._given_labels = labels
        for made in ("_labels", "_scopes"):
            self.__dict__.pop(made, None)
        self._offered = None if named is None else (named, counts or {})
        if self._offered and "_completing" in self.__dict__:
            self._completing.offer(*self._offered)

    @cached_property
    def document_keys(self) -> tuple[DocumentKey, ...]:
        """What tables in a file know each document by."""
        from content.search.fingerprint import document_key

        return tuple(map(document_key, self._corpus.documents))

    @cached_property
    def fingerprint(self) -> bytes:
        """32 bytes that tell which tables in a file are those of these documents and known words."""
        from content.search.fingerprint import fingerprint

        return fingerprint(self.document_keys, self.known_words)

    def load(self, path: Path) -> None:
        """Take over the tables in a file, words too, that `store` wrote. Raises StoredError."""
        from content.search.stored import StoredError, read_tables

        stored = read_tables(path, self.fingerprint)
        if len(stored.text) != self._corpus.bases[-1]:
            raise StoredError("damaged")
        self._corpus.text = stored.text
        self._tables.vocabulary, self._tables.numbers = stored.vocabulary, stored.numbers
        self._tables.initials, self._tables.sounds = stored.initials, stored.sounds
        self._boundaries.set_marks(stored.marks)  # last: then nothing is made here that was made before

    def store(self, path: Path) -> None:
        """Write all tables into a file; makes here what was not made yet. Raises OSError."""
        from content.search.stored import all_tables, write_tables

        write_tables(path, self.fingerprint, all_tables(self._corpus, self._boundaries, self._tables))

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Return the passages that answer a query, the best first, at most `limit` of them."""
        return list(self.find(query, limit).hits)

    def find(self, query: str, limit: int = 20, *, literal_only: bool = False) -> Result:
        """Return the best hits for a query and the number of all, or that there are more than so many.

        `literal_only` never loads the dictionary: for the time before another process has the words.
        """
        cap = Cap(max(_FEWEST_RANKED, limit, min(_RANKED_FOR_A_HIT * limit, RANKED_PLACES)))
        answer = self._answer(read_query(query), cap, literal_only=literal_only)
        best = ranked(answer.candidates)[: max(0, limit)]
        hits = tuple(to_hit(self._corpus, candidate) for candidate in best)
        return Result(query, hits, answer.total, answer.occurrences, not cap.reached, answer.problem)

    def count(self, query: str, *, literal_only: bool = False) -> tuple[int, int]:
        """Return in how many passages a query is found, and at how many places in them."""
        asked = read_query(query)
        counted = self._searcher.count(asked, literal_only=literal_only)
        if counted[1] > RANKED_PLACES:
            return counted
        answer = self._answer(asked, Cap(None), literal_only=literal_only)
        return answer.total, answer.occurrences

    def complete(self, typed: str, limit: int = 8) -> tuple[Completion, ...]:
        """Return what the last word of a query may become, the likeliest first; () when nothing is."""
        return self._completing.complete(scrub(typed).text, max(0, min(limit, _MOST_COMPLETIONS)))

    def _answer(self, query: Query, cap: Cap, *, literal_only: bool = False) -> Answer:
        """Answer a query, first as it stands; operators are read only where that finds nothing."""
        request = read_operators(query.text)
        if request is None or self._searcher.literal.stands(query.folded):
            return self._searcher.answer(query, cap, literal_only=literal_only)
        scope = self._scopes.of(request.filters)
        answer = self._narrowing.answer(request, scope, cap, literal_only=literal_only)
        if not answer.candidates:
            answer.problem = self._problem(request)
        if answer.candidates or request.filters or request.without:
            return answer
        # A sentence that was half remembered, with quotation marks in it.
        plain = read_query(" ".join((request.words, *request.phrases)))
        return as_guesses(self._searcher.answer(plain, cap, literal_only=literal_only))

    def _problem(self, request: Request) -> Problem | None:
        """Tell why a query with operators found nothing; None where it has but phrases."""
        if request.only_excludes:
            return "only_excludes"
        asked = [each for each in request.filters if not each.excluded]
        if any(1 not in self._scopes.of((each,)).flat for each in asked):
            return "unknown_filter"
        return "nothing_left" if request.filters or request.without else None

    @cached_property
    def _narrowing(self) -> Narrowing:
        return Narrowing(self._corpus, self._searcher)

    @cached_property
    def _completing(self) -> Completing:
        literal = self._searcher.literal
        completing = Completing(self._corpus, self._tables, literal, self._aliases, self._lexicon)
        if self._offered:
            completing.offer(*self._offered)
        return completing

    @cached_property
    def _labels(self) -> Sequence[Labels]:
        given = self._given_labels
        return [given] if isinstance(given, Mapping) else given or ()

    @cached_property
    def _scopes(self) -> Scopes:
        return Scopes(self._corpus.documents, self._labels)

    @cached_property
    def _aliases(self) -> Aliases:
        lexicon = self._lexicon
        if lexicon is None:
            from content.lexicon import bundled_lexicon

            lexicon = bundled_lexicon()
        return Aliases(lexicon)

    @cached_property
    def _tables(self) -> SearchTables:
        return SearchTables(self._corpus, self._boundaries)

    @cached_property
    def _searcher(self) -> Searcher:
        return Searcher(self._corpus, self._tables, self._boundaries, self._aliases)
