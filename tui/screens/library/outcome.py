"""What the reader chose in the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from content.document import Document, Span
    from content.library.records import Entry


@dataclass(frozen=True, slots=True)
class Listed:
    """A document of the list; with the id `EDITION` the bundled edition."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Typed:
    """A path that was typed, or a text that was pasted."""

    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A hit of a query: its document, with the file that has it, and where it begins in the text.

    `members` are the places of the hits of that document in reading order, its guesses where `weak`.
    """

    document: Document
    path: str | None
    query: str
    start: int
    members: tuple[Span, ...]
    weak: bool


Outcome: TypeAlias = Listed | Typed | Found
