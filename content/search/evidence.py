"""How sure a match is that is not literal.

Whatever is typed fits some place of a long enough text. What was typed says so many bits (a character
about 9, a syllable 7, an initial 4); places that fit by chance are as many as characters in the text,
halved for each bit. A place is sure when its bits, and what speaks for it there, leave little to chance.
"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.search.aliases import Aliases
    from content.search.boundaries import Boundaries
    from content.search.corpus import Corpus

CHARACTER_BITS = 9.0
SYLLABLE_BITS = 7.0
INITIAL_BITS = 4.0
# One place in eight that is called sure may be there by chance, of those that are barely sure.
_MARGIN_BITS = 3.0
# Chance is not trusted to be rarer in a text of a few lines than in an article.
_SHORTEST_TEXT = 4_096
KNOWN_NAME = 20.0
ONE_WORD = 4.0
WHOLE_WORDS = 3.0
PART_OF_A_WORD = 2.0
"""Its beginning or its end: 滨海 of 滨海大厦, 红包 of 微信红包."""
INSIDE_A_WORD = -1.0
_ACROSS_WORDS = -4.0
# So many passages are cut into words for one query; cutting one takes about a millisecond.
_MOST_CUT = 30


class Evidence:
    """Weighs the places of one query."""

    def __init__(self, corpus: Corpus, boundaries: Boundaries, aliases: Aliases) -> None:
        self._corpus = corpus
        self._boundaries = boundaries
        self._aliases = aliases
        self._needed = log2(max(_SHORTEST_TEXT, len(corpus.text))) + _MARGIN_BITS
        self._passages: set[int] = set()

    def bits_for(self, start: int, end: int) -> float:
        """Return what speaks for a stretch being a name, a word, or whole words; negative if it is none."""
        if self._corpus.text[start:end] in self._aliases.forms:
            return KNOWN_NAME
        if not self._boundaries.complete:
            self._passages.add(self._corpus.place_at(start).start)
        may_cut = len(self._passages) <= _MOST_CUT
        whole = self._boundaries.around(start, end, may_cut=may_cut)
        if whole is None:
            return 0.0
        several = any(self._boundaries.begins(offset) for offset in range(start + 1, end))
        if whole:
            return WHOLE_WORDS if several else ONE_WORD
        begins = self._boundaries.begins(start)
        if several:
            return INSIDE_A_WORD if begins else _ACROSS_WORDS
        return PART_OF_A_WORD if begins or self._boundaries.begins(end) else INSIDE_A_WORD

    def sure(self, bits: float) -> bool:
        """Tell whether so many bits leave little to chance in a text of this length."""
        return bits >= self._needed


def fit(bits: float) -> float:
    """Put what speaks for a place on the scale of 0 to 1 that ranks places of one kind."""
    return min(1.0, max(0.0, (bits - _ACROSS_WORDS) / 16))
