"""Several words: passages that hold all of them, nearer together first, then those that hold most.

A word counts the more the fewer passages hold it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice
from math import log2
from operator import attrgetter
from typing import TYPE_CHECKING

from content.search.cap import Cap
from content.search.query import is_han
from content.search.ranking import Candidate, apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.search.aliases import Aliases
    from content.search.boundaries import Boundaries
    from content.search.corpus import Corpus, Place
    from content.search.literal import Literal
    from content.search.ranking import Found

MOST_WORDS = 12
"""Words of a query beyond this many are left out."""
# Of places that may be none so many times as many are looked at as are taken.
_COMPARED = 20
# How rare a word is, is told by so many of its places.
_SAMPLE = 200
# Less of the query than this is a guess.
_ENOUGH = 0.65
_ROUNDING = 1e-6
# Of the places that are looked at this part is of words that are not the rarest.
_FILLING = 0.25
# So many, again as a part, are ranked by more than which words they hold.
_MARKED = 0.5
# Passages that hold much less of the query than the best one does are left out.
_OF_THE_MOST = 0.6
_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the query: the folded texts that it may stand as, or where else it was found, in order."""

    text: str
    forms: tuple[str, ...]
    found: tuple[Found, ...] = ()


class Words:
    """Looks up several words in one corpus."""

    def __init__(self, corpus: Corpus, literal: Literal, boundaries: Boundaries, aliases: Aliases) -> None:
        self._corpus = corpus
        self._literal = literal
        self._boundaries = boundaries
        self._aliases = aliases

    def several(self, words: Sequence[Word], cap: Cap) -> list[Candidate]:
        """Find passages by several words."""
        return self.holding(words, _ENOUGH, cap) if len(words) > 1 else []

    def holding(self, words: Sequence[Word], enough: float, cap: Cap) -> list[Candidate]:
        """Find the passages that hold most of some words; less of them than `enough`, 0 to 1, is a guess.

        Goes through the passages of one word after the other, the rarest first. What holds none of the
        words gone through cannot hold much of the query: then the rest is left out.
        """
        words = words[:MOST_WORDS]
        weights = self._weights(words)
        shares: dict[int, float] = {}
        most, left = 0.0, 1.0
        for number in sorted(range(len(words)), key=lambda number: -weights[number]):
            if left < _OF_THE_MOST * most:
                break
            left -= weights[number]
            # What comes after the rarest word only fills up.
            for start in cap.take(self._starts(words[number], cap), _FILLING if shares else 1):
                passage = self._corpus.passage_at(start)
                if passage not in shares:
                    bounds = self._corpus.bounds(passage)
                    held = (
                        weight
                        for word, weight in zip(words, weights, strict=True)
                        if self._may_hold(word, *bounds)
                    )
                    shares[passage] = sum(held)
            most = max(shares.values(), default=0.0)
        kept = [passage for passage, share in shares.items() if share >= _OF_THE_MOST * most]
        kept = cap.first(sorted(kept, key=lambda passage: -shares[passage]), _MARKED)
        return [self._candidate(self._corpus.place(passage), words, weights, enough) for passage in kept]

    def _may_hold(self, word: Word, start: int, end: int) -> bool:
        """Tell whether a stretch holds a word, or what reads like it: quicker than to tell where."""
        for form in word.forms:
            if is_han(form[0]) and self._literal.is_within(form, start, end):
                return True
            if not is_han(form[0]) and self._stretches(word, form, start, end):
                return True  # a Latin word stands inside others too
        place = bisect_left(word.found, start, key=_start)
        return place < len(word.found) and word.found[place].start < end

    def _weights(self, words: Sequence[Word]) -> list[float]:
        """Return each word's share of the query, all shares being 1: the more the fewer passages hold it."""
        weights = []
        for word in words:
            some = list(islice(self._starts(word, Cap()), _SAMPLE))
            holding = len(set(map(self._corpus.passage_at, some)))
            if len(some) == _SAMPLE:  # there are more
                holding = max(holding, sum(map(self._literal.at_most, word.forms)))
            # A word that stands nowhere weighs less than one that stands once: the text may say it otherwise.
            weights.append(log2(1 + self._corpus.passages / (holding or 2)) * min(len(word.text), 4))
        whole = sum(weights) or 1.0
        return [weight / whole for weight in weights]

    def _starts(self, word: Word, cap: Cap) -> Iterator[int]:
        for form in word.forms:
            # A letter or two stand in every Latin word, and are words of their own hardly ever.
            for start, end in cap.look_at(self._literal.places(form), _COMPARED):
                if self._is_meant(word, form, start, end):
                    yield start
        yield from (each.start for each in word.found)

    def _stretches(self, word: Word, form: str, start: int, end: int) -> list[tuple[int, int]]:
        within = self._literal.within(form, start, end)
        return [stretch for stretch in within if self._is_meant(word, form, *stretch)]

    def _is_meant(self, word: Word, form: str, start: int, end: int) -> bool:
        """Tell whether a stretch is not only part of a Latin word, or of a word that no other name is for."""
        text = self._corpus.text
        if form != word.text and self._aliases.excepted(text, start, end):
            return False
        return is_han(text[start]) or self._boundaries.latin_word(start, end)

    def _candidate(
        self, place: Place, words: Sequence[Word], weights: Sequence[float], enough: float
    ) -> Candidate:
        held: dict[int, list[tuple[int, int]]] = {}
        guessed = False
        for number, word in enumerate(words):
            stretches = [
                stretch
                for form in word.forms
                for stretch in self._stretches(word, form, place.start, place.end)
            ]
            first, end = (bisect_left(word.found, offset, key=_start) for offset in (place.start, place.end))
            found = word.found[first:end]
            guessed |= bool(found) and not stretches and all(each.weak for each in found)
            stretches += [(each.start, each.end) for each in found]
            if stretches:
                held[number] = stretches
        share = sum(weights[number] for number in held)
        nearness = 1 / (1 + _narrowest(held) / 40) if len(held) > 1 else 0.0
        fit = (0.6 if len(held) == len(words) else 0.5 * share) + 0.4 * nearness * share
        spans = apart(sorted({stretch for stretches in held.values() for stretch in stretches}))
        return Candidate(place, "words", share < enough - _ROUNDING or guessed, fit, spans)


def _narrowest(by_word: dict[int, list[tuple[int, int]]]) -> int:
    """Return how many characters lie between the words where they stand closest together."""
    places = sorted((start, end, number) for number, held in by_word.items() for start, end in held)
    latest: dict[int, tuple[int, int]] = {}
    narrowest = 1 << 30
    for start, end, number in places:
        latest[number] = (start, end)
        if len(latest) == len(by_word):
            inside = sum(stop - begin for begin, stop in latest.values())
            narrowest = min(narrowest, end - min(begin for begin, _ in latest.values()) - inside)
    return max(0, narrowest)
