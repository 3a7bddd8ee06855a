"""What is made of a corpus once so that every query is quick: postings, words, numbers.

Each part is made when it is first needed, or was made before, in another process or on another day
(`content.search.stored`).
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from content.chinese.pinyin import readings_of_all
from content.search.numbers import NumberTable, list_numbers
from content.search.postings import Postings, build_initials, build_sounds
from content.search.symbols import initials_of, symbols_of
from content.search.vocabulary import Vocabulary, collect_vocabulary

if TYPE_CHECKING:
    from content.search.boundaries import Boundaries
    from content.search.corpus import Corpus

_LATIN_WORD = re.compile("[a-z][a-z0-9]+")


class SearchTables:
    """The tables of one corpus. Assigning a part puts one in place that was made elsewhere."""

    def __init__(self, corpus: Corpus, boundaries: Boundaries) -> None:
        self._corpus = corpus
        self._boundaries = boundaries

    @property
    def has_postings(self) -> bool:
        """Whether places can be looked up, or would have to be read for."""
        return "sounds" in self.__dict__

    @cached_property
    def sounds(self) -> Postings:
        """Where each two sounds follow one another."""
        symbols = {each: symbols_of(each, read) for each, read in self._read.items()}
        return build_sounds(self._corpus.text, symbols)

    @cached_property
    def initials(self) -> Postings:
        """Where each three first letters follow one another."""
        symbols = {each: initials_of(each, read) for each, read in self._read.items()}
        return build_initials(self._corpus.text, symbols)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the corpus. Cuts it into words if that has not been done."""
        return collect_vocabulary(self._boundaries.words())

    @cached_property
    def latin_words(self) -> frozenset[str]:
        """The words of the corpus in Latin letters."""
        if self._boundaries.complete:
            return frozenset(self.vocabulary.latin)
        return frozenset(_LATIN_WORD.findall(self._corpus.text))

    @cached_property
    def numbers(self) -> NumberTable:
        """The numbers and dates of the corpus."""
        return list_numbers(self._corpus.text)

    @cached_property
    def _read(self) -> dict[str, tuple[str, ...]]:
        return readings_of_all(self._corpus.characters)
