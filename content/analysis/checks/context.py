"""The figures of a document in the sentences where they stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from content.analysis.figures.form import clause_end, clause_start, even, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.analysis.figures import Figure
    from content.document import Document, Passage

_MOST = 60  # figures of a sentence that are looked at together: a table without full stops has thousands
_LONGEST = 120  # characters of a claim on either side of its figure
_COUNTED = ("amount", "count", "duration", "age")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a passage: its figures in reading order, and the sentence before it.

    `start` and `end` are in the document, as the figures' spans are; `folded` is the whole document's.
    """

    passage: Passage
    start: int
    end: int
    figures: tuple[Figure, ...]
    before: Sentence | None
    text: str
    folded: str

    @cached_property
    def counted(self) -> tuple[Figure, ...]:
        """The figures that can be computed with: amounts and counts, not shares and dates."""
        return tuple(
            figure for figure in self.figures if figure.kind in _COUNTED and figure.value is not None
        )

    def between(self, first: Figure, second: Figure) -> str:
        """Return the folded text between two figures."""
        return self.folded[first.span.end : second.span.start]

    def ahead(self, figure: Figure, reach: int = 40) -> str:
        """Return the folded text before a figure, in its clause."""
        lowest = max(self.start, figure.span.start - reach)
        return self.folded[clause_start(self.folded, figure.span.start, lowest) : figure.span.start]

    def cue(self, figure: Figure) -> str:
        """Return the folded text before a figure, in its clause, behind what else is counted there."""
        ends = [other.span.end for other in self.counted if other.span.end <= figure.span.start]
        ahead = self.ahead(figure)
        return ahead[max(0, len(ahead) - (figure.span.start - ends[-1])) :] if ends else ahead

    def behind(self, figure: Figure, reach: int = 12) -> str:
        """Return the folded text behind a figure, in its sentence."""
        return self.folded[figure.span.end : min(self.end, figure.span.end + reach)]

    def clause(self, figure: Figure) -> tuple[int, int]:
        """Return where the clause of a figure begins and ends in the document."""
        lowest = max(self.start, figure.span.start - _LONGEST)
        start = clause_start(self.folded, figure.span.start, lowest)
        end = clause_end(self.folded, figure.span.end, min(self.end, figure.span.end + _LONGEST))
        while start < end and self.folded[start] in ' "':
            start += 1
        return start, end


def sentences_of(document: Document, figures: Sequence[Figure]) -> Iterator[Sentence]:
    """Yield the sentences that hold figures, in reading order."""
    folded = even(document.text)
    by_passage: defaultdict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_passage[figure.passage].append(figure)
    before: Sentence | None = None
    for number, found in by_passage.items():
        passage = document.passages[number - 1]
        if before and before.passage.number != number - 1:
            before = None
        at = 0
        for start, end in sentences(folded[passage.start : passage.end]):
            first, last = passage.start + start, passage.start + end
            inside = []
            while at < len(found) and found[at].span.start < last:
                inside.append(found[at])
                at += 1
            for group in range(0, max(1, len(inside)), _MOST):
                some = tuple(inside[group : group + _MOST])
                sentence = Sentence(passage, first, last, some, before, document.text, folded)
                if some:
                    yield sentence
                before = replace(sentence, before=None)
