"""What a search answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from content.document import Span

Match: TypeAlias = Literal["exact", "variant", "alias", "number", "words", "pinyin", "initials", "fuzzy"]

Problem: TypeAlias = Literal["only_excludes", "unknown_filter", "nothing_left"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query; there is at most one hit a passage.

    `passage` is the passage's number, `document` the index of its document among those searched;
    `spans` mark what matched in that document's text, in reading order; `score` is 0 to 1; `weak`
    marks a guess.
    """

    passage: int
    score: float
    spans: tuple[Span, ...]
    match: Match
    weak: bool
    document: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """The best hits for a query, and how many passages and places there are in all.

    Where `counted` is false there are more than the two numbers say. `problem` tells why a query with
    operators found nothing.
    """

    query: str
    hits: tuple[Hit, ...]
    total: int
    occurrences: int
    counted: bool = True
    problem: Problem | None = None
