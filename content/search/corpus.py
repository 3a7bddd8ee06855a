"""The documents that are searched, as one folded text in which every offset leads back to its passage."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.document import Document, Passage


class Place(NamedTuple):
    """A passage where it stands in the corpus: `[start, end)` in code points of the corpus's text."""

    document: int
    passage: Passage
    start: int
    end: int


class Corpus:
    """Documents one after the other. Offsets count code points from the start of the first one."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = tuple(documents)
        lengths = (len(document.text) + 1 for document in self.documents)
        self.bases: list[int] = list(accumulate(lengths, initial=0))

    @cached_property
    def text(self) -> str:
        """The folded text. A newline stands behind each passage, a space for each line break inside one.

        Notices are blanked out, so that nothing is ever found in them.
        """
        return "".join(fold(_searched(document)) + "\n" for document in self.documents)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each passage begins, in reading order."""
        return array(
            "I",
            (
                base + passage.start
                for document, base in zip(self.documents, self.bases, strict=False)
                for passage in document.passages
            ),
        )

    @cached_property
    def _first_passages(self) -> list[int]:
        """How many passages stand before each document."""
        return list(accumulate((len(document.passages) for document in self.documents), initial=0))

    @property
    def passages(self) -> int:
        """How many passages there are, notices too."""
        return len(self.starts)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that occurs in the folded text."""
        return frozenset(self.text)

    @cached_property
    def headings(self) -> list[tuple[int, int]]:
        """Where each heading begins and ends, in reading order."""
        return [
            (base + passage.start, base + passage.end)
            for document, base in zip(self.documents, self.bases, strict=False)
            for passage in document.passages
            if passage.kind == "heading"
        ]

    def passage_at(self, offset: int) -> int:
        """Return the index of the passage that holds the character at an offset."""
        return bisect_right(self.starts, offset) - 1

    def next_passage(self, offset: int) -> int:
        """Return where the passage behind the one that holds an offset begins, or where the text ends."""
        index = bisect_right(self.starts, offset)
        return self.starts[index] if index < len(self.starts) else len(self.text)

    def bounds(self, index: int) -> tuple[int, int]:
        """Return where a passage begins, and where the next one does."""
        end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return self.starts[index], end

    def place(self, index: int) -> Place:
        """Return a passage by its index among all, counted from 0."""
        document = bisect_right(self._first_passages, index, hi=len(self.documents)) - 1
        passage = self.documents[document].passages[index - self._first_passages[document]]
        base = self.bases[document]
        return Place(document, passage, base + passage.start, base + passage.end)

    def place_at(self, offset: int) -> Place:
        """Return the passage that holds the character at an offset."""
        return self.place(self.passage_at(offset))

    def places(self) -> Iterator[Place]:
        """Yield every passage in reading order, notices too."""
        for index, (document, base) in enumerate(zip(self.documents, self.bases, strict=False)):
            for passage in document.passages:
                yield Place(index, passage, base + passage.start, base + passage.end)

    def source(self, start: int, end: int) -> str:
        """Return what the documents really say in a stretch that lies inside one of them."""
        index = bisect_right(self.bases, start, hi=len(self.documents)) - 1
        base = self.bases[index]
        return self.documents[index].text[start - base : end - base]


def _searched(document: Document) -> str:
    text = document.text
    for passage in document.passages if _has_others(document) else ():
        shown = "\n" * len(passage.text) if passage.kind == "notice" else passage.text.replace("\n", " ")
        text = text[: passage.start] + shown + text[passage.end :]
    return text


def _has_others(document: Document) -> bool:
    """Tell whether any passage is a notice, or has several lines."""
    several_lines = document.text.count("\n") >= len(document.passages)
    return several_lines or any(passage.kind == "notice" for passage in document.passages)
