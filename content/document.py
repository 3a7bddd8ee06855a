"""One text, many spans: a document is one immutable string and the passages that divide it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "body", "heading", "epigraph", "pullquote", "caption", "list", "verse", "table", "footnote", "notice"
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a document's text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph-sized piece of a document.

    `number` counts from 1 in reading order; `section` is the number of the section it stands in;
    `text == document.text[start:end]`. `continues` is true where a paragraph too long for one
    passage goes on: it is drawn as part of the paragraph before it.
    """

    number: int
    text: str
    kind: Kind
    section: int
    start: int
    end: int
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document: passages `first` to `last`, both inclusive.

    `derived` is true where the source gives no heading and the title was taken from the text.
    """

    number: int
    title: str
    level: int
    derived: bool
    first: int
    last: int


@dataclass(frozen=True)
class Document:
    """A text that was read: scrubbed, without site chrome, divided into passages and sections.

    `date` is `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or `--MM-DD` where no year is stated. `edition` marks
    the bundled retelling, whose `retold_writer` wrote what it retells. `removed` holds the lines of
    chrome that were left out, `replaced` counts the characters that the scrubbing replaced.
    """

    title: str
    text: str
    passages: tuple[Passage, ...]
    sections: tuple[Section, ...]
    byline: tuple[str, ...] = ()
    source: str | None = None
    date: str | None = None
    edition: bool = False
    retold_writer: str | None = None
    removed: tuple[str, ...] = ()
    replaced: int = 0

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the text in hexadecimal: what tells one document from another."""
        import hashlib  # three milliseconds that the first screen does not need

        return hashlib.sha256(self.text.encode()).hexdigest()

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    def passage_at(self, offset: int) -> Passage:
        """Return the passage that holds the character at `offset`, or the nearest one before it."""
        return self.passages[max(0, bisect_right(self._starts, offset) - 1)]

    def section_of(self, passage: Passage) -> Section:
        """Return the section that a passage stands in."""
        return self.sections[passage.section - 1]
