"""What is taken away of one bookmark."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from content.shelf.records import Bookmark, KeptDocument


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A bookmark and what is said of it in the reader's language.

    `origin` says who wrote the text, for whom and when, of an edition what it retells; `place` where in it
    the quote stands (第 23 段), `passage` is that number, `section` the title of what it stands in.
    """

    bookmark: Bookmark
    document: KeptDocument
    origin: str
    place: str
    passage: int
    section: str


def by_document(excerpts: Iterable[Excerpt]) -> Iterator[tuple[Excerpt, list[Excerpt]]]:
    """Yield the excerpts of each document in order, with the first of them."""
    for _, some in groupby(excerpts, key=lambda excerpt: excerpt.document.digest):
        together = list(some)
        yield together[0], together
