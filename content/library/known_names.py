"""What is known of a library's documents: names as they were found in those that were analysed."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from threading import Lock
from typing import TYPE_CHECKING

from content.lexicon import Entity, Theme
from content.library.known_labels import KnownLabels
from content.library.labels import NamedSpans, key_of
from content.library.merged_names import MergedNames
from content.library.names_file import analysed, names_file, theme_key
from content.library.names_here import NamesHere

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from content.document import Document, Span
    from content.lexicon import Lexicon
    from content.library.naming import Named
    from content.shelf import Edits


class KnownNames(KnownLabels):
    """Knows every name of a document that was analysed, as the reader has it; of others what a lexicon has.

    `base` is the lexicon that documents were analysed with, `lexicon` what the reader made of it. `edits` are
    what the reader changed everywhere, `own_edits` what holds in single documents instead, by digest as
    `own`. The same name in two documents is one name; what a document alone calls so may be asked for in all.
    """

    def __init__(
        self,
        cache_folder: Path,
        base: Lexicon,
        lexicon: Lexicon,
        edits: Edits,
        own: Mapping[str, Lexicon],
        own_edits: Mapping[str, Edits],
    ) -> None:
        super().__init__(cache_folder, lexicon, own)
        self._base = base
        self._cache = cache_folder
        self._edits, self._own_edits = edits, own_edits
        self._here: dict[str, NamesHere] = {}
        self._asked: dict[str, None] = {}  # and not yet read
        self._merged = MergedNames(lexicon)
        self._turn = Lock()

    def labels_of(self, document: Document) -> NamedSpans:
        """Return a document's spans by `theme:x` and `entity:x`."""
        by_lexicon = super().labels_of(document)
        if not self._ask([document.digest]):
            return by_lexicon
        return _Found(self, document.digest, by_lexicon)

    def find_missing(
        self, documents: Sequence[Document], on_progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Find what the lexicon has of the documents of which it is not known, and keep it."""
        super().find_missing(documents, on_progress)
        self._ask(document.digest for document in documents)

    def counts(self, digest: str) -> list[tuple[Named, int]]:
        """Return how often a document speaks of what; nothing where that is not known."""
        counted = super().counts(digest)
        if not self._ask([digest]):
            return counted
        merged, here = self.merged(), self._here[digest]
        of = {key: merged.of(key) for key in here.heads}
        found: dict[str, tuple[Named, int]] = {}
        for key, named in of.items():
            label = key_of(named)
            found[label] = named, here.count(key) + found.get(label, (named, 0))[1]
        for named in (of[key] for key in here.own):
            found[key_of(named)] = named, len(self.found(digest, named, None))
        return [
            *((each, count) for each, count in counted if isinstance(each, Theme)),
            *((each, count) for each, count in found.values() if count),
        ]

    def keys_in(self, digest: str) -> list[str]:
        """Return the labels of all that a document speaks of that was analysed."""
        merged = self.merged()
        found = dict.fromkeys(key_of(merged.of(key)) for key in self._here[digest].heads)
        return [*map(key_of, self.lexicon.themes), *found]

    def named(self, key: str) -> tuple[Named, ...]:
        """Return what `theme:x` or `entity:x` means in any of the documents that were asked for."""
        return self.merged().naming.named(key)

    def merged(self) -> MergedNames:
        """Return the names of the documents that were asked for by now."""
        if self._asked:
            with self._turn:
                if self._asked:  # nobody else did it meanwhile
                    self._here |= {digest: self._read(digest) for digest in self._asked}
                    self._merged = MergedNames(self.lexicon, self._here.values())
                    self._asked.clear()
        return self._merged

    def _ask(self, digests: Iterable[str]) -> bool:
        """Have the names of those documents among some read that were analysed; tell whether one was."""
        found = [digest for digest in digests if digest in self._records]
        with self._turn:
            self._asked |= {digest: None for digest in found if digest not in self._here}
        return bool(found)

    def found(self, digest: str, named: Named, by_lexicon: NamedSpans | None) -> Sequence[Span]:
        """Return where a document that was analysed speaks of something, in reading order.

        Without `by_lexicon` nothing is looked for that is not known.
        """
        if isinstance(named, Theme) and key_of(named) in self._theme_keys:
            return by_lexicon.spans(named) if by_lexicon else ()
        keys = self.merged().keys_of(named)
        here = self._here[digest]
        spans = [span for key in keys if key in here.heads for span in here.spans(key)]
        for own in (here.own[key] for key in keys if key in here.own):
            spans += by_lexicon.spans(own) if by_lexicon else (self.spans(digest, own) or ())
        return sorted({*spans}, key=attrgetter("start", "end"))

    @cached_property
    def _records(self) -> Mapping[str, bytes]:
        """What was found in each document that was analysed."""
        records = names_file(self._cache, self._base).records
        return {digest: record for digest, record in records.items() if analysed(record).found}

    @cached_property
    def _theme_keys(self) -> frozenset[str]:
        return frozenset(map(key_of, self.lexicon.themes))

    @cached_property
    def _base_entities(self) -> frozenset[Entity]:
        return frozenset(self._base.entities)

    @cached_property
    def _changed_everywhere(self) -> tuple[Entity, ...]:
        return self._changed(self.lexicon)

    def _changed(self, lexicon: Lexicon) -> tuple[Entity, ...]:
        """Return what the reader added to the lexicon, or made of what is in there."""
        if lexicon is self._base:
            return ()
        return tuple(each for each in lexicon.entities if each not in self._base_entities)

    def _read(self, digest: str) -> NamesHere:
        own = self._own.get(digest)
        edits = self._own_edits.get(digest, self._edits).names
        changed = self._changed(own) if own else self._changed_everywhere
        return NamesHere(self._records[digest], edits, changed, self._taken)

    @cached_property
    def _taken(self) -> frozenset[str]:
        """The keys of the themes that are known, or hidden: what is proposed gives way to them."""
        names = [name for each in self.lexicon.themes for name in (each.id, each.name)]
        names += [name for each in self._edits.themes for name in (each.id, each.name)]
        return frozenset(map(theme_key, names))


class _Found(NamedSpans):
    """Spans of a document that was analysed."""

    def __init__(self, known: KnownNames, digest: str, by_lexicon: NamedSpans) -> None:
        super().__init__(known.lexicon, known)
        self._known = known
        self._digest = digest
        self._by_lexicon = by_lexicon

    def __iter__(self) -> Iterator[str]:
        yield from (key for key in self._known.keys_in(self._digest) if self.get(key))

    def spans(self, named: Named) -> Sequence[Span]:
        """Return the spans of a name or a theme, in reading order."""
        return self._known.found(self._digest, named, self._by_lexicon)
