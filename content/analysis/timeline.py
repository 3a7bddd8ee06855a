"""The timeline of a text: its dated statements in the order of their dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.analysis.figures import find_figures
from content.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from content.analysis.figures import Figure
    from content.document import Document, Passage

# A sentence with its end marks and the marks of quotation that close behind them. A full stop ends one only
# where a blank follows: 3.5 is a number.
_SENTENCE = re.compile(
    r"(?:[^。！？!?…\n.]|\.(?!\s))+(?:[。！？!?…\n.]+[」』”’）)》】\"']*|$)|[。！？!?…\n.]+"
)
_NO_YEAR = "-"  # so begins a date of which the year is not known


@dataclass(frozen=True, slots=True)
class DatedStatement:
    """A sentence and a date that it states; a sentence with several dates is several statements.

    `date` is ISO, or two of them: 2018, 2015-09, 2018-01/2018-09; `--11-26` where the year is not known.
    `written` is how the date stands there, `mention` where; `span` is the sentence, `text` its text.
    """

    date: str
    written: str
    passage: int
    mention: Span
    span: Span
    text: str


def timeline(document: Document, figures: Iterable[Figure] | None = None) -> tuple[DatedStatement, ...]:
    """Return the dated statements of a document, the earliest first.

    `figures` are those of `find_figures`, which is asked where they are not given; their dates are resolved.
    A year stands before its months, a month before its days, a stretch of time where it begins; those of one
    date stand in reading order, and dates without a year at the end.
    """
    dates = [
        each
        for each in (find_figures(document) if figures is None else figures)
        if each.unit == "date" and each.period
    ]
    statements: list[DatedStatement] = []
    sentences, passage = iter(()), 0  # type: tuple[Iterator[Span], int]
    sentence = Span(0, 0)
    stated: set[str | None] = set()
    for figure in sorted(dates, key=lambda each: each.span):
        if figure.passage != passage:
            passage = figure.passage
            sentences, sentence = _sentences(document.passages[passage - 1]), Span(0, 0)
        while sentence.end <= figure.span.start:
            sentence, stated = next(sentences), set()
        while sentence.end < figure.span.end:  # a point within the date: Sept. 3, 2015
            sentence = Span(sentence.start, next(sentences).end)
        if figure.period not in stated:
            stated.add(figure.period)
            statements.append(_statement(document, figure, sentence))
    return tuple(sorted(statements, key=_order))


def _statement(document: Document, figure: Figure, sentence: Span) -> DatedStatement:
    text = document.text[sentence.start : sentence.end]
    start = sentence.start + len(text) - len(text.lstrip())
    span = Span(start, start + len(text.strip()))
    return DatedStatement(
        date=figure.period or "",
        written=figure.text,
        passage=figure.passage,
        mention=figure.span,
        span=span,
        text=document.text[span.start : span.end],
    )


def _sentences(passage: Passage) -> Iterator[Span]:
    for found in _SENTENCE.finditer(passage.text):
        yield Span(passage.start + found.start(), passage.start + found.end())


def _order(statement: DatedStatement) -> tuple[bool, str]:
    return statement.date.startswith(_NO_YEAR), statement.date.split("/")[0]
