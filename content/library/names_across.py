"""The same name and the same theme across the documents of a library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.lexicon import Entity, EntityKind
from content.library.labels import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.library.known_labels import KnownLabels
    from content.library.naming import Named

NameKind: TypeAlias = EntityKind | Literal["theme"]


@dataclass(frozen=True, slots=True)
class NameAcross:
    """A name or theme in several documents.

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
    """Return every name and theme that the documents with these digests speak of.

    Those in the most documents come first, among these the most frequent. Documents of which nothing is
    known yet (`KnownLabels.find_missing`) are passed over.
    """
    documents: dict[str, list[tuple[str, int]]] = {}
    named_by: dict[str, Named] = {}
    for digest in digests:
        for named, count in known.counts(digest):
            key = key_of(named)
            named_by[key] = named
            documents.setdefault(key, []).append((digest, count))
    found = [_across(key, named_by[key], tuple(some)) for key, some in documents.items()]
    return tuple(sorted(found, key=lambda each: (-len(each.documents), -each.total)))


def _across(key: str, named: Named, documents: tuple[tuple[str, int], ...]) -> NameAcross:
    kind: NameKind = named.kind if isinstance(named, Entity) else "theme"
    return NameAcross(key, named.name, kind, named.english, documents, sum(count for _, count in documents))
