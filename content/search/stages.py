"""The kinds of search in turn, the surest first; a guess is made only where nothing sure was found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from content.chinese.regional import said_elsewhere
from content.chinese.variants import fold_surface
from content.search.evidence import Evidence
from content.search.literal import literal_places
from content.search.numbers import Numbers
from content.search.query import is_han
from content.search.ranking import Candidate, Found, gather
from content.search.sound import by_letters, by_mistyped_letters, by_same_sound
from content.search.spelling import Spelling
from content.search.words import asks, by_question, by_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.search.aliases import Aliases
    from content.search.boundaries import Boundaries
    from content.search.corpus import Corpus
    from content.search.query import Query

# Places beyond this many are counted but not ranked: a common character stands on every page of a book.
RANKED_PLACES = 4_000
_CHINESE_NUMBER = re.compile("[一二两三四五六七八九十百千万亿]")
_AROUND_A_NUMBER = 6
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
        self._numbers = Numbers(corpus)
        self._slips = Spelling(corpus, aliases)

    def answer(self, query: Query, *, literal_only: bool = False) -> Answer:
        """Find a query. `literal_only` loads no dictionary."""
        if not query.text:
            return Answer([], 0, 0)
        literal = list(islice(self._literal(query), RANKED_PLACES))
        if len(literal) == RANKED_PLACES:
            return self._counted(literal, query.folded)
        if not query.guessable:
            return self._answer(gather(self._corpus, literal))
        found = literal + self._alias(query.folded)
        if literal_only:
            return self._answer(gather(self._corpus, found))
        if not found:
            found = self._elsewhere(query.folded)
        if any(map(str.isdigit, query.folded)) or _CHINESE_NUMBER.search(query.folded):
            found += self._numbers.find(query.folded, around=1 if found else _AROUND_A_NUMBER)
        if not self._only_inside_words(found):
            return self._answer(gather(self._corpus, found))
        return self._answer(gather(self._corpus, found) + self._guesses(query.folded))

    def _answer(self, candidates: list[Candidate]) -> Answer:
        if not all(each.weak for each in candidates):
            candidates = [each for each in candidates if not each.weak]
        best: dict[int, Candidate] = {}
        for each in candidates:
            known = best.get(each.place.start)
            if known is None or each.score > known.score:
                best[each.place.start] = each
        occurrences = sum(len(each.spans) for each in best.values())
        return Answer(list(best.values()), len(best), occurrences)

    def _counted(self, literal: list[Found], folded: str) -> Answer:
        """Count the passages and places of something too common to rank all of it."""
        passages, occurrences, end = 0, 0, -1
        for start, _ in literal_places(self._corpus, folded):
            occurrences += 1
            if start >= end:
                passages += 1
                end = self._corpus.place_at(start).end
        return Answer(gather(self._corpus, literal), passages, occurrences)

    def _literal(self, query: Query) -> Iterator[Found]:
        for start, end in literal_places(self._corpus, query.folded):
            written = self._corpus.source(start, end)
            exact = written == query.text or "".join(fold_surface(written).split()) == query.surface
            yield Found(start, end, "exact" if exact else "variant", self._wholeness(start, end))

    def _alias(self, folded: str) -> list[Found]:
        return list(self._alias_places(folded))

    def _alias_places(self, folded: str) -> Iterator[Found]:
        for name in self._aliases.of(folded):
            for start, end in islice(literal_places(self._corpus, name), RANKED_PLACES):
                in_a_word = not self._boundaries.latin_word(start, end)  # AI is not in 'said'
                if not in_a_word and not self._aliases.excepted(self._corpus.text, start, end):
                    part = self._aliases.part_of_another(self._corpus.text, start, end)
                    yield Found(start, end, "alias", _PART if part else self._wholeness(start, end))

    def _elsewhere(self, folded: str) -> list[Found]:
        return [
            Found(start, end, "variant", self._wholeness(start, end))
            for way in said_elsewhere(folded)
            for start, end in islice(literal_places(self._corpus, way), RANKED_PLACES)
        ]

    def _guesses(self, folded: str) -> list[Candidate]:
        """Go from sound to several words to spelling, and stop at the first that is sure of something."""
        evidence = Evidence(self._corpus, self._boundaries, self._aliases)
        guesses: list[Candidate] = []
        ways = [self._sound, self._words, self._spelling, self._question]
        for way in ways[:2] + ways[:1:-1] if asks(folded) else ways:
            guesses += way(folded, evidence)
            if not all(each.weak for each in guesses):
                break
        return guesses

    def _sound(self, folded: str, evidence: Evidence) -> list[Candidate]:
        found = by_letters(self._corpus, folded, evidence)
        found += by_same_sound(self._corpus, folded, evidence, self._aliases)
        if all(each.weak for each in found):
            found += by_mistyped_letters(self._corpus, folded, evidence)
        return gather(self._corpus, found)

    def _words(self, folded: str, evidence: Evidence) -> list[Candidate]:
        return by_words(self._corpus, folded.split(), lambda word: self._word(word, evidence))

    def _question(self, folded: str, evidence: Evidence) -> list[Candidate]:
        return by_question(self._corpus, folded, lambda word: self._word(word, evidence), self._cut)

    def _cut(self, piece: str) -> list[str]:
        """Divide a piece of a question into words as they are divided where it stands."""
        start = self._corpus.text.find(piece)
        if start < 0 or piece in self._aliases.names:
            return [piece]
        inside = [offset for offset in range(1, len(piece)) if self._boundaries.begins(start + offset)]
        words = [piece[begin:end] for begin, end in pairwise((0, *inside, len(piece)))]
        halves = [half for word in words if len(word) > 1 for half in self._halves(word)]
        return halves or [piece]

    def _halves(self, word: str) -> list[str]:
        """Divide a word of four characters whose halves are used without it too: 金融业务."""
        count, halves = self._corpus.text.count, [word[:2], word[2:]]
        apart = len(word) == 4 and all(count(half) > count(word) for half in halves)
        return halves if apart else [word]

    def _spelling(self, folded: str, evidence: Evidence) -> list[Candidate]:
        return gather(self._corpus, self._slips.find(folded, evidence))

    def _word(self, word: str, evidence: Evidence) -> list[Found]:
        """Look up one word of several: as it stands, by another name, by sound, by spelling."""
        found = [
            Found(start, end, "words")
            for start, end in islice(literal_places(self._corpus, word), RANKED_PLACES)
            if is_han(word[0]) or self._boundaries.latin_word(start, end)
        ]
        found += self._alias(word)
        if found:
            return found
        sounding = by_letters(self._corpus, word, evidence)
        sounding += by_same_sound(self._corpus, word, evidence, self._aliases)
        sure = [each for each in sounding if not each.weak]
        return sure or [each for each in self._slips.find(word, evidence) if not each.weak]

    def _only_inside_words(self, found: list[Found]) -> bool:
        return not any(self._boundaries.latin_word(each.start, each.end) for each in found)

    def _wholeness(self, start: int, end: int) -> float:
        if not self._boundaries.latin_word(start, end):
            return _PART
        return _PART if self._boundaries.around(start, end, may_cut=False) is False else 1.0
