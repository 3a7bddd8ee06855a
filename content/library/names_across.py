"""The same name and the same theme across the documents of a library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.lexicon import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.library.known_labels import KnownLabels

NameKind: TypeAlias = EntityKind | Literal["theme"]


@dataclass(frozen=True, slots=True)
class NameAcross:
    """A name or theme of the lexicon in several documents.

    `key` is what a query asks for it by: `theme:cloud`, `entity:腾讯`. `documents` has the digest of each
    document that speaks of it and how often, in the order the documents were given; `total` is the sum.
    """

    key: str
    name: str
    kind: NameKind
    english: str | None
    documents: tuple[tuple[str, int], ...]
    total: int


def across(known: KnownLabels, digests: Iterable[str]) -> tuple[NameAcross, ...]:
    """Return every name and theme of the lexicon that the documents with these digests speak of.

    Those in the most documents come first, among these the most frequent. Documents of which nothing is
    known yet (`KnownLabels.find_missing`) are passed over.
    """
    raise NotImplementedError
