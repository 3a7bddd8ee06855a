"""What was said, as plain records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from content.document import Span

QuoteKind: TypeAlias = Literal["direct", "reported"]


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of speech: the passage's number, the span in the document's text, and its text.

    Direct speech stands without its marks. `speaker` is a name, or what the text calls them (一位店员), None
    where nobody is named; `role` is what the text says they are, None where it does not.
    """

    passage: int
    span: Span
    text: str
    kind: QuoteKind
    speaker: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks: a name, a role, and where the name stands in the document's text."""

    name: str
    role: str | None
    start: int
    end: int
