"""Which passage comes first.

By the kind of match, guesses last of all; then whole words before parts, headings before running
text, passages dense in the term before others, and reading order where nothing else decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from content.document import Span
from content.search.hits import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.search.corpus import Corpus, Place
    from content.search.hits import Match

# The highest score of each kind; the lowest is the highest one of the next kind.
_CEILINGS: dict[Match, float] = {
    "exact": 1.0,
    "variant": 0.9,
    "alias": 0.8,
    "number": 0.8,
    "words": 0.7,
    "pinyin": 0.6,
    "initials": 0.5,
    "fuzzy": 0.4,
}
_BREADTH = 0.1
# Guesses lie below the lowest score of a sure hit, 0.3.
_WEAK = 0.3
# A passage of this many characters halves what its first occurrence counts for.
_LONG_PASSAGE = 400


class Found(NamedTuple):
    """A stretch `[start, end)` of the corpus that answers a query.

    `fit` is 0 to 1: how well it answers, among those of its kind. 1 is a whole word just as asked.
    """

    start: int
    end: int
    match: Match
    fit: float = 1.0
    weak: bool = False


@dataclass(slots=True)
class Candidate:
    """A passage and what was found in it, all of one kind; `fit` is that of the best."""

    place: Place
    match: Match
    weak: bool
    fit: float
    spans: list[tuple[int, int]] = field(default_factory=list)

    @property
    def tier(self) -> tuple[bool, float]:
        """What decides before all else; higher is better."""
        return not self.weak, _CEILINGS[self.match]

    @property
    def score(self) -> float:
        """0 to 1, the tier's share and then fit, heading and density."""
        occurrences = len(self.spans)
        density = occurrences / (occurrences + 1 + (self.place.end - self.place.start) / _LONG_PASSAGE)
        heading = self.place.passage.kind == "heading"
        within = 0.5 * self.fit + 0.2 * heading + 0.3 * density
        score = _CEILINGS[self.match] - _BREADTH * (1 - within)
        return _WEAK * score if self.weak else score


def gather(corpus: Corpus, found: Iterable[Found]) -> list[Candidate]:
    """Make one candidate of all that was found in a passage: the best kind's stretches, in reading order."""
    candidates: dict[int, Candidate] = {}
    place: Place | None = None
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if place is None or each.start >= place.end:
            place = corpus.place_at(each.start)
        if each.end > place.end:
            continue
        new = Candidate(place, each.match, each.weak, each.fit, [(each.start, each.end)])
        old = candidates.get(place.start)
        if old is None or new.tier > old.tier:
            candidates[place.start] = new
        elif new.tier == old.tier:
            old.fit = max(old.fit, each.fit)
            if each.start >= old.spans[-1][1]:
                old.spans.append((each.start, each.end))
    return list(candidates.values())


def ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Sort candidates, the best first; equals stay in reading order."""
    return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.place.start))


def to_hit(corpus: Corpus, candidate: Candidate) -> Hit:
    """Say it in the terms of the candidate's document."""
    base = corpus.bases[candidate.place.document]
    return Hit(
        passage=candidate.place.passage.number,
        score=round(candidate.score, 4),
        spans=tuple(Span(start - base, end - base) for start, end in candidate.spans),
        match=candidate.match,
        weak=candidate.weak,
        document=candidate.place.document,
    )


def apart(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join those of some sorted stretches that overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
