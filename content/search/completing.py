"""What the word being typed may become: names and words of the documents that are searched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from content.chinese.sounding import begins_like
from content.chinese.variants import fold
from content.search.query import is_han
from content.search.symbols import initial_symbol, initial_symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.search.aliases import Aliases
    from content.search.corpus import Corpus
    from content.search.literal import Literal
    from content.search.tables import SearchTables

# Only the last word is completed; what stands before it, and a minus or a quotation mark, is left as it is.
_LAST_WORD = re.compile(r"[^\s\"“”「」『』:：－-]+\Z")
# So many of the commonest words are looked at for those that go on as typed.
_LOOKED_AT = 200
# A syllable of one letter stands for too much, a character alone for words that begin with it.
_FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Completion:
    """A whole new query, and the word as a document writes it that its last word became."""

    query: str
    word: str


class Completing:
    """Completes queries with what one corpus holds."""

    def __init__(self, corpus: Corpus, tables: SearchTables, literal: Literal, aliases: Aliases) -> None:
        self._corpus = corpus
        self._tables = tables
        self._literal = literal
        self._aliases = aliases

    def complete(self, typed: str, limit: int) -> tuple[Completion, ...]:
        """Return up to `limit` completions: names before words, the commonest first."""
        last = _LAST_WORD.search(typed)
        begun = fold(last[0]) if last else ""
        if not last or not begun or (begun.isascii() and len(begun) < _FEWEST_LETTERS):
            return ()
        before = typed[: last.start()]
        written = (self._as_written(word) for word in dict.fromkeys(self._words(begun)) if word != begun)
        words = islice(dict.fromkeys(filter(None, written)), limit)
        return tuple(Completion(before + word, word) for word in words)

    def _words(self, begun: str) -> Iterator[str]:
        vocabulary = self._tables.vocabulary
        yield from (name for name in self._names if _goes_on(begun, name))
        letters = begun.replace("'", "")
        if letters.isascii() and letters.isalpha():
            yield from vocabulary.typed_so_far(letters, _LOOKED_AT)
        characters = re.match(r"[^a-z]*", begun)
        if characters and characters[0]:
            words = vocabulary.beginning_with(characters[0], _LOOKED_AT)
            yield from (word for word in words if _goes_on(begun, word))
        elif letters:
            yield from vocabulary.beginning_with(letters, _LOOKED_AT)

    @cached_property
    def _names(self) -> list[str]:
        """The names of the lexicon that stand in the corpus, the commonest first."""
        names = filter(self._literal.stands, self._aliases.forms)
        return sorted(names, key=lambda name: (-self._tables.vocabulary.count(name), len(name), name))

    def _as_written(self, word: str) -> str | None:
        """Return a folded word as it is first written in the corpus, None where it is not."""
        place = next(self._literal.places(word), None)
        return self._corpus.source(*place) if place else None


def _goes_on(begun: str, word: str) -> bool:
    """Tell whether a word goes on where some characters and then letters end: 金rong, jinr, 金融."""
    same = 0
    while same < min(len(begun), len(word)) and begun[same] == word[same]:
        same += 1
    rest = begun[same:]
    if not rest:
        return len(word) > same
    if same == len(word) or not (rest.isascii() and rest.isalpha()) or not is_han(word[same]):
        return False
    if initial_symbol(rest[0]) not in initial_symbols(word[same]):
        return False
    return begins_like(rest, word[same:])
