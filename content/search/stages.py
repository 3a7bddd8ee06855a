"""The kinds of search in turn, the surest first; a guess is made only where nothing sure was found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from content.chinese.numerals import asked_numeral, other_writings
from content.chinese.pinyin import usually_read
from content.chinese.regional import said_elsewhere
from content.chinese.variants import fold_surface
from content.search.cap import Cap
from content.search.evidence import Evidence
from content.search.literal import Literal
from content.search.numbers import Numbers
from content.search.query import is_han
from content.search.questions import Questions, asks
from content.search.ranking import Candidate, Found, gather
from content.search.sound import Sound
from content.search.spelling import Spelling
from content.search.words import MOST_WORDS, Word, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from content.search.aliases import Aliases
    from content.search.boundaries import Boundaries
    from content.search.corpus import Corpus
    from content.search.hits import Match, Problem
    from content.search.query import Query
    from content.search.tables import SearchTables

_AROUND_A_NUMBER = 6
# A text of so many characters is cut into words at once: it takes half a second at most.
_CUT_WHOLE = 100_000
# Another name that stands for what was asked less well than this is a guess.
_LOOSELY = 0.5
# Marks of passages that are counted.
_TYPED, _OTHERWISE = 1, 2
# A part of a word counts this much less than a whole one.
_PART = 0.4


@dataclass(slots=True)
class Answer:
    """What was found: candidates in no order, and the number of passages and places in all.

    `problem` tells why a query with operators found nothing.
    """

    candidates: list[Candidate]
    total: int
    occurrences: int
    problem: Problem | None = None


def answer_of(candidates: list[Candidate]) -> Answer:
    """Keep the best candidate of each passage; the guesses only where nothing is sure."""
    if not all(each.weak for each in candidates):
        candidates = [each for each in candidates if not each.weak]
    best: dict[int, Candidate] = {}
    for each in candidates:
        known = best.get(each.place.start)
        if known is None or each.score > known.score:
            best[each.place.start] = each
    occurrences = sum(len(each.spans) for each in best.values())
    return Answer(list(best.values()), len(best), occurrences)


class Searcher:
    """All kinds of search over one corpus."""

    def __init__(
        self, corpus: Corpus, tables: SearchTables, boundaries: Boundaries, aliases: Aliases
    ) -> None:
        self._corpus = corpus
        self._tables = tables
        self._boundaries = boundaries
        self._aliases = aliases
        self.literal = Literal(corpus, tables)
        self._sound = Sound(corpus, tables, self.literal, aliases)
        self._slips = Spelling(corpus, tables, self.literal, aliases)
        self._words = Words(corpus, self.literal, boundaries, aliases)
        self._questions = Questions(corpus, self.literal, boundaries, aliases, self._words)

    @cached_property
    def _all_numbers(self) -> Numbers:
        return Numbers(self._corpus.text, self._tables.numbers)

    def answer(self, query: Query, cap: Cap, *, literal_only: bool = False) -> Answer:
        """Find a query. `literal_only` loads no dictionary."""
        if not query.text:
            return Answer([], 0, 0)
        if not literal_only and len(self._corpus.text) <= _CUT_WHOLE:
            self._boundaries.cut_all()  # so that whole words come first whether an index was kept or not
        literal = self._as_typed(query, cap)
        if cap.reached or not query.guessable:
            return answer_of(gather(self._corpus, literal))
        found = literal or self._elsewhere(query.folded, cap)
        found += self._alias(query.folded, cap)
        if literal_only:
            return answer_of(gather(self._corpus, found))
        found += self._numbers(query.folded, cap, around=1 if found else _AROUND_A_NUMBER)
        candidates = gather(self._corpus, found)
        asked = asked_numeral(query.folded)
        if asked and asked.end - asked.start == len(query.folded):
            return answer_of(candidates)  # a number is meant, and no word that sounds or looks like it
        if all(each.weak for each in found) or self._only_inside_words(found):
            if not found and query.unmarked.text != query.folded:
                return self.answer(query.unmarked, cap)
            candidates += self._guesses(query.folded, cap)
        return answer_of(candidates)

    def everywhere(self, query: Query, *, literal_only: bool) -> Iterator[int]:
        """Yield where a query stands; where it stands nowhere, where it is surely meant by letters."""
        stands = False
        for start, _ in self.literal.places(query.folded):
            stands = True
            yield start
        if not stands and not literal_only:
            evidence = Evidence(self._corpus, self._boundaries, self._aliases)
            found = self._sound.by_letters(query.folded, evidence, Cap(None))
            yield from (each.start for each in found if not each.weak)

    def count(self, query: Query, *, literal_only: bool = False) -> tuple[int, int]:
        """Return how many passages, and places in them, have a query as it stands, or say it otherwise."""
        passages = bytearray(self._corpus.passages)
        occurrences = self._mark(passages, query.folded)
        others = [start for start, *_ in self._alias_places(query.folded, Cap(None))]
        if not literal_only:
            others += [start for start, _ in self._all_numbers.places(query.folded, 1)]
        for start in others:
            passage = self._corpus.passage_at(start)
            if passages[passage] != _TYPED:
                passages[passage] = _OTHERWISE
                occurrences += 1
        return len(passages) - passages.count(0), occurrences

    def _mark(self, passages: bytearray, folded: str) -> int:
        """Mark the passages that hold a text; return at how many places."""
        corpus, end = self._corpus, -1
        if len(folded) == 1:  # the commonest have hundreds of thousands of places in a library
            while (start := corpus.text.find(folded, end + 1)) >= 0:
                passages[corpus.passage_at(start)] = _TYPED
                end = corpus.next_passage(start) - 1
            return corpus.text.count(folded)
        occurrences = 0
        for start, _ in self.literal.places(folded):
            occurrences += 1
            if start >= end:
                passages[corpus.passage_at(start)], end = _TYPED, corpus.next_passage(start)
        return occurrences

    def _as_typed(self, query: Query, cap: Cap) -> list[Found]:
        places = cap.take(self.literal.places(query.folded))
        if cap.reached and places:  # of what is too common to rank all of it, headings are not to be missed
            last = places[-1][1]
            places += cap.take(place for place in self._in_headings(query.folded) if place[0] >= last)
        text, folded = self._corpus.text, query.folded
        longer = [name for name in self._aliases.names if folded in name and name != folded]
        found = []
        for start, end in places:
            inside = any(text.startswith(name, start - name.find(folded)) for name in longer)
            whole = _PART if inside else self._wholeness(start, end)
            found.append(Found(start, end, self._writing(query, start, end), whole))
        return found

    def _in_headings(self, folded: str) -> Iterator[tuple[int, int]]:
        for begin, end in self._corpus.headings:
            if self.literal.is_within(folded, begin, end):
                yield from self.literal.within(folded, begin, end)

    def _writing(self, query: Query, start: int, end: int) -> Match:
        written = self._corpus.source(start, end)
        exact = written == query.text or "".join(fold_surface(written).split()) == query.surface
        return "exact" if exact else "variant"

    def _alias(self, folded: str, cap: Cap) -> Iterator[Found]:
        text = self._corpus.text
        for start, end, standing in self._alias_places(folded, cap):
            part = self._aliases.part_of_another(text, start, end)
            whole = _PART if part else self._wholeness(start, end)
            yield Found(start, end, "alias", standing * whole, weak=standing < _LOOSELY)

    def _alias_places(self, folded: str, cap: Cap) -> Iterator[tuple[int, int, float]]:
        """Yield where other names stand, and how well each stands for what was asked."""
        text = self._corpus.text
        for name, standing in self._aliases.of(folded):
            alike = standing * _alikeness(folded, name)
            for start, end in cap.take(self.literal.places(name)):
                in_a_word = not self._boundaries.latin_word(start, end)  # AI is not in 'said'
                # A single character is meant where it is a word: 云 is no cloud in 云南.
                a_word = end - start > 1 or self._boundaries.around(start, end, may_cut=True)
                if a_word and not in_a_word and not self._aliases.excepted(text, start, end):
                    yield start, end, alike

    def _elsewhere(self, folded: str, cap: Cap) -> list[Found]:
        return [
            # 网络 is nearer to 网路 than 互联网 is.
            Found(
                start, end, "variant", self._wholeness(start, end) * (1 if len(way) == len(folded) else _PART)
            )
            for way in said_elsewhere(folded)
            for start, end in cap.take(self.literal.places(way))
        ]

    def _numbers(self, folded: str, cap: Cap, around: int) -> list[Found]:
        places = list(self._all_numbers.places(folded, around))
        for way in other_writings(folded):
            places += cap.take(self.literal.places(way))
        if places:
            return [Found(start, end, "number") for start, end in cap.take(places)]
        return [self._without_year(*each) for each in self._all_numbers.without_year(folded)]

    def _without_year(self, year: str, start: int, end: int) -> Found:
        """Take a date for the one asked for where its passage states the year before it; else guess so."""
        passage, _ = self._corpus.bounds(self._corpus.passage_at(start))
        stated = self._corpus.text.find(year, passage, start) >= 0
        return Found(start, end, "number", 1.0 if stated else _PART, weak=not stated)

    def _guesses(self, folded: str, cap: Cap) -> list[Candidate]:
        """Go from sound to several words to spelling, and stop at the first that is sure of something."""
        evidence = Evidence(self._corpus, self._boundaries, self._aliases)
        guesses: list[Candidate] = []
        ways = [self._by_sound, self._by_words, self._by_spelling, self._by_question]
        for way in ways[:2] + ways[:1:-1] if asks(folded) else ways:
            guesses += way(folded, evidence, cap)
            if not all(each.weak for each in guesses):
                break
        return guesses

    def _by_sound(self, folded: str, evidence: Evidence, cap: Cap) -> list[Candidate]:
        found = self._sound.by_letters(folded, evidence, cap)
        found += self._sound.by_same_sound(folded, evidence, cap)
        if all(each.weak for each in found):
            found += self._sound.by_mistyped_letters(folded, evidence, cap)
        return gather(self._corpus, found)

    def _by_words(self, folded: str, evidence: Evidence, cap: Cap) -> list[Candidate]:
        words = list(dict.fromkeys(folded.split()))[:MOST_WORDS]
        if all(map(usually_read, words)):
            return []  # one word, its syllables apart
        looked_up = [self._word(word, evidence, cap) for word in words] if len(words) > 1 else []
        return self._words.several(looked_up, cap)

    def _by_question(self, folded: str, evidence: Evidence, cap: Cap) -> list[Candidate]:
        return self._questions.find(folded, lambda word: self._word(word, evidence, cap), cap)

    def _by_spelling(self, folded: str, evidence: Evidence, cap: Cap) -> list[Candidate]:
        return gather(self._corpus, self._slips.find(folded, evidence, cap))

    def _word(self, word: str, evidence: Evidence, cap: Cap) -> Word:
        """Look up one word of several: as it stands, by another name, by sound, by spelling."""
        others = (other for other, _ in self._aliases.of(word))
        forms = tuple(form for form in (word, *others, *said_elsewhere(word)) if self.literal.stands(form))
        if forms[:1] == (word,) or (forms and not asked_numeral(word)):
            return Word(word, forms)
        numbers = self._numbers(word, cap, around=0)
        if numbers:
            return Word(word, forms, tuple(sorted(each for each in numbers if not each.weak)))
        sounding = self._sound.by_letters(word, evidence, cap)
        sounding += self._sound.by_same_sound(word, evidence, cap)
        sure = [each for each in sounding if not each.weak]
        sure = sure or [each for each in self._slips.find(word, evidence, cap) if not each.weak]
        return Word(word, (), tuple(sorted(sure, key=lambda each: each.start)))

    def _only_inside_words(self, found: Iterable[Found]) -> bool:
        return not any(self._boundaries.latin_word(each.start, each.end) for each in found)

    def _wholeness(self, start: int, end: int) -> float:
        if not self._boundaries.latin_word(start, end):
            return _PART
        return _PART if self._boundaries.around(start, end, may_cut=False) is False else 1.0


def _alikeness(folded: str, name: str) -> float:
    """Return how alike a query in Chinese is to another name, 微信小程式 most to 微信小程序; 1 for others."""
    if not any(map(is_han, folded)):
        return 1.0
    shared = len(set(folded) & set(name))
    return 0.7 + 0.3 * shared / max(len(set(folded)), len(set(name)))
