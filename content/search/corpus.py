"""The documents that are searched, as one folded text in which every offset leads back to its passage."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.document import Document, Passage


@dataclass(frozen=True, slots=True)
class Place:
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
        """The folded text. Notices are blanked out, so that nothing is ever found in them."""
        return "\n".join(fold(_without_notices(document)) for document in self.documents)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that occurs in the folded text."""
        return frozenset(self.text)

    @cached_property
    def _classes(self) -> dict[frozenset[str], str]:
        return {}

    def those_of(self, characters: frozenset[str]) -> str:
        """Return those of some characters that occur in the text, as a class of a pattern, or ""."""
        known = self._classes.get(characters)
        if known is None:
            present = "".join(sorted(characters & self.characters))
            known = self._classes[characters] = f"[{re.escape(present)}]" if present else ""
        return known

    def place_at(self, offset: int) -> Place:
        """Return the passage that holds the character at an offset."""
        index = bisect_right(self.bases, offset, hi=len(self.documents)) - 1
        base = self.bases[index]
        passage = self.documents[index].passage_at(offset - base)
        return Place(index, passage, base + passage.start, base + passage.end)

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


def _without_notices(document: Document) -> str:
    text = document.text
    for passage in document.passages:
        if passage.kind == "notice":
            text = text[: passage.start] + "\n" * len(passage.text) + text[passage.end :]
    return text
