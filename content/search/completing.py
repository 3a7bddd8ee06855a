"""What the word being typed may become: names and words of the documents that are searched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from content.chinese.variants import fold
from content.lexicon import bundled_lexicon
from content.search.filter_values import FilterValues
from content.search.fitting import Fit, fit, fit_by_key
from content.search.operators import as_value, begun_filter
from content.search.query import LONGEST_GUESS, is_han, is_latin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from content.lexicon import Lexicon
    from content.search.aliases import Aliases
    from content.search.corpus import Corpus
    from content.search.literal import Literal
    from content.search.operators import BegunFilter
    from content.search.tables import SearchTables

# Only the last word is completed; what stands before it, and a minus or a quotation mark, is left as it is.
_BEFORE_A_WORD = re.compile(r"[\s\"“”「」『』:：－-]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz'"
# So many of the commonest words are taken of those that fit, and looked at for those that do.
_TAKEN, _LOOKED_AT = 50, 200
# A syllable of one letter stands for too much, a character alone for words that begin with it.
_FEWEST_LETTERS = 2
# Of a name so many places are counted; of a word so many are looked at for one where it stands whole.
_COUNTED, _TRIED = 300, 50
# What goes on longer in the text is an address or a key, not a word.
_LONGEST_LATIN = 40


@dataclass(frozen=True, slots=True)
class Completion:
    """A whole new query, and the word as a document writes it that its last word became."""

    query: str
    word: str


class Completing:
    """Completes queries with what one corpus holds. `lexicon` has the themes; None is the bundled one."""

    def __init__(
        self,
        corpus: Corpus,
        tables: SearchTables,
        literal: Literal,
        aliases: Aliases,
        lexicon: Lexicon | None = None,
    ) -> None:
        self._corpus = corpus
        self._tables = tables
        self._literal = literal
        self._aliases = aliases
        self._lexicon = lexicon

    def offer(self, lexicon: Lexicon, counts: Mapping[str, int]) -> None:
        """Complete filters with these names and themes; `counts` tells how often a folded name is there."""
        self._filter_values = FilterValues(self._corpus.documents, self._literal, lexicon, counts)

    def complete(self, typed: str, limit: int) -> tuple[Completion, ...]:
        """Return up to `limit` completions, the likeliest first; of those that are alike the commonest.

        Nothing is offered for more than 64 characters: that is no word that somebody begins to type.
        """
        if len(typed) > LONGEST_GUESS:
            return ()
        asked = begun_filter(typed)
        completions = self._values(typed, asked) if asked else self._last_words(typed)
        return tuple(islice(completions, limit))

    def _values(self, typed: str, asked: BegunFilter) -> Iterator[Completion]:
        in_chinese = is_han(typed[: asked.start].rstrip(":：")[-1])
        for value in self._filter_values.of(asked.key, asked.value, in_chinese=in_chinese):
            if written := as_value(value):
                yield Completion(typed[: asked.start] + written, value)

    def _last_words(self, typed: str) -> Iterator[Completion]:
        start = max((found.end() for found in _BEFORE_A_WORD.finditer(typed)), default=0)
        begun = fold(typed[start:])
        if not begun or (begun.isascii() and len(begun) < _FEWEST_LETTERS):
            return
        offered = {begun}
        for written in filter(None, map(self._as_written, self._words(begun))):
            if fold(written) not in offered:
                offered.add(fold(written))
                yield Completion(typed[:start] + written, written)

    def _words(self, begun: str) -> list[str]:
        """Return the folded names and words that go on as typed, the likeliest first."""
        vocabulary, letters = self._tables.vocabulary, begun.replace("'", "")
        characters = begun.rstrip(_LETTERS)
        words: dict[str, Fit | None] = dict.fromkeys(self._names)
        words |= dict.fromkeys(
            vocabulary.beginning_with(characters or begun, _LOOKED_AT if characters else _TAKEN)
        )
        if letters.isascii() and letters.isalpha():  # these are known to fit, which takes long to tell
            by_sound = vocabulary.typed_so_far(letters, _TAKEN)
            words |= {word: Fit.SOUNDS if len(word) > 1 else Fit.CHARACTER for word in by_sound}
            words |= {word: fit_by_key(letters, word) for word in vocabulary.typed(letters, _TAKEN)}
        fitting = [
            (how, -max(vocabulary.count(word), self._names.get(word, 0)), len(word), word)
            for word, known in words.items()
            if (how := fit(begun, word) if known is None else known) is not None
        ]
        return [word for *_, word in sorted(fitting)]

    @cached_property
    def _names(self) -> dict[str, int]:
        """The names of the lexicon that stand in the corpus, and at how many places up to some hundreds."""
        counts = {name: sum(1 for _ in islice(self._whole(name), _COUNTED)) for name in self._aliases.forms}
        return {name: count for name, count in counts.items() if count}

    @cached_property
    def _filter_values(self) -> FilterValues:
        lexicon = self._lexicon or bundled_lexicon()
        return FilterValues(self._corpus.documents, self._literal, lexicon, self._names)

    def _whole(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield where a word stands and no Latin letter or digit goes on at either end."""
        for start, end in self._literal.places(folded):
            if self._latin_begins(start) and self._latin_end(end) == end:
                yield start, end

    def _as_written(self, word: str) -> str | None:
        """Return a folded word as it is written where it first stands whole; None where it never does.

        Cutting leaves parts of Latin words: if one never stands whole it becomes the word that it begins.
        """
        begun = None
        for start, end in islice(self._literal.places(word), _TRIED):
            if self._latin_begins(start):
                whole = self._latin_end(end)
                if whole == end:
                    return self._corpus.source(start, end)
                begun = begun or (start, whole)
        if begun is None or begun[1] - begun[0] > _LONGEST_LATIN:
            return None
        return self._corpus.source(*begun)

    def _latin_begins(self, start: int) -> bool:
        text = self._corpus.text
        return not (start and is_latin(text[start]) and is_latin(text[start - 1]))

    def _latin_end(self, end: int) -> int:
        """Return where the Latin word that goes on at an offset ends; the offset itself where none does."""
        text, farthest = self._corpus.text, min(end + _LONGEST_LATIN, len(self._corpus.text))
        while end < farthest and is_latin(text[end - 1]) and is_latin(text[end]):
            end += 1
        return end
