"""Parts in reading order become a document: numbered, placed in sections, cut to length."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias

from content.document import Document, Kind, Passage, Section
from content.reading.sentences import LONGEST_PASSAGE, pieces


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph on its way into a document; `level` counts from 1 and belongs to headings alone."""

    kind: Kind
    text: str
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A new section without a heading; `title` is given where one taken from the text would not do."""

    title: str | None = None


Parts: TypeAlias = Iterable[Part | Break]


def assemble(
    parts: Parts,
    *,
    title: str,
    byline: Sequence[str] = (),
    source: str | None = None,
    date: str | None = None,
    edition: bool = False,
    retold_writer: str | None = None,
    removed: Sequence[str] = (),
    replaced: int = 0,
) -> Document:
    """Make a document of its parts: number them and divide them into sections.

    A heading opens a section, and so does a `Break`; what stands before the first of them is a section
    too. A paragraph of more than 2,000 characters becomes several passages. An empty `title` is taken from
    the first section.

    Raises ValueError when there is no part that holds text.
    """
    with collector_paused():
        passages, openings = _lay_out(parts)
    if not passages:
        raise ValueError("a document holds at least one passage")
    sections = tuple(_sections(passages, openings))
    return Document(
        title=title or sections[0].title,
        text="\n".join([passage.text for passage in passages]),
        passages=tuple(passages),
        sections=sections,
        byline=tuple(byline),
        source=source,
        date=date,
        edition=edition,
        retold_writer=retold_writer,
        removed=tuple(removed),
        replaced=replaced,
    )


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from going over what a book is made of, again and again while it is made."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where a section begins: the number of its first passage, and what is known of its title."""

    first: int
    title: str | None
    level: int
    derived: bool


def _lay_out(parts: Parts) -> tuple[list[Passage], list[_Opening]]:
    passages: list[Passage] = []
    openings: list[_Opening] = []
    pending: Break | None = Break()
    number, start = 1, 0
    for part in parts:
        if isinstance(part, Break):
            pending = part
            continue
        if part.kind == "heading":
            openings.append(_Opening(number, part.text, part.level or 1, derived=False))
            pending = None
        elif pending is not None:
            openings.append(_Opening(number, pending.title, 1, derived=True))
            pending = None
        section, kind, text = len(openings), part.kind, part.text
        if len(text) <= LONGEST_PASSAGE:  # nearly every one of a hundred thousand: no generator for it
            end = start + len(text)
            passages.append(Passage(number, text, kind, section, start, end))
            number, start = number + 1, end + 1
            continue
        for place, piece in enumerate(pieces(text)):
            end = start + len(piece)
            passages.append(Passage(number, piece, kind, section, start, end, continues=place > 0))
            number, start = number + 1, end + 1
    return passages, openings


def _sections(passages: Sequence[Passage], openings: Sequence[_Opening]) -> Iterable[Section]:
    lasts = [opening.first - 1 for opening in openings[1:]] + [len(passages)]
    for number, (opening, last) in enumerate(zip(openings, lasts, strict=True), start=1):
        title = opening.title or _derived(passages[opening.first - 1 : last])
        yield Section(number, title, opening.level, opening.derived, opening.first, last)


def _derived(passages: Sequence[Passage]) -> str:
    from content.reading.titles import ENOUGH_FOR_A_TITLE, derive_title  # the edition needs none

    return derive_title(passages[:ENOUGH_FOR_A_TITLE])
