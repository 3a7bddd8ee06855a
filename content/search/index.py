"""One way in for every kind of query, over one document or several."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from content.document import Document
from content.search.aliases import Aliases
from content.search.boundaries import Boundaries
from content.search.corpus import Corpus
from content.search.hits import Hit, Result
from content.search.query import read_query
from content.search.ranking import ranked, to_hit
from content.search.stages import Searcher

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from content.document import Span
    from content.lexicon import Lexicon


class SearchIndex:
    """Finds passages by whatever a reader remembers of them.

    `lexicon` gives other names (None is the bundled one); `labels` maps `theme:x` and `entity:x` to
    spans; `words` are the words of each passage of each document in reading order. Nothing is read
    or built before the first query.
    """

    def __init__(
        self,
        documents: Document | Sequence[Document],
        *,
        lexicon: Lexicon | None = None,
        labels: Mapping[str, Sequence[Span]] | None = None,
        words: Iterable[Sequence[str]] | None = None,
    ) -> None:
        self._corpus = Corpus([documents] if isinstance(documents, Document) else documents)
        self._boundaries = Boundaries(self._corpus, lambda: self.known_words)
        self._lexicon = lexicon
        self.labels = labels or {}
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

    def set_words(self, words: Iterable[Sequence[str]]) -> None:
        """Take over the words of each passage in reading order, notices too, cut elsewhere.

        They may come from an iterator, which is read once. Raises ValueError when they do not fit the
        passages.
        """
        self._boundaries.set_words(words)

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Return the passages that answer a query, the best first, at most `limit` of them."""
        return list(self.find(query, limit).hits)

    def find(self, query: str, limit: int = 20, *, literal_only: bool = False) -> Result:
        """Return the best hits for a query and the number of all.

        `literal_only` never loads the dictionary: for the time before another process has the words.
        """
        answer = self._searcher.answer(read_query(query), literal_only=literal_only)
        best = ranked(answer.candidates)[: max(0, limit)]
        hits = tuple(to_hit(self._corpus, candidate) for candidate in best)
        return Result(query, hits, answer.total, answer.occurrences)

    @cached_property
    def _aliases(self) -> Aliases:
        lexicon = self._lexicon
        if lexicon is None:
            from content.lexicon import bundled_lexicon

            lexicon = bundled_lexicon()
        return Aliases(lexicon)

    @cached_property
    def _searcher(self) -> Searcher:
        return Searcher(self._corpus, self._boundaries, self._aliases)
