"""What filters such as `theme:cloud` and `entity:Tencent` mean in a document: where it speaks of them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol

from content.analysis.names import find_names
from content.analysis.themes import find_themes
from content.document import Document, Span
from content.lexicon import Entity, Lexicon
from content.library.naming import Naming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.lexicon import Theme
    from content.library.naming import Named


def key_of(named: Named) -> str:
    """Return the label of an entity or a theme by which nothing else is meant."""
    return f"entity:{named.name}" if isinstance(named, Entity) else f"theme:{named.id}"


def find_labels(document: Document, lexicon: Lexicon) -> dict[str, list[Span]]:
    """Find the spans of all that a document speaks of, by `theme:<id>` and `entity:<name>`, at once."""
    themes = {
        f"theme:{each.id}": [span for passage in each.passages for span in passage.spans]
        for each in find_themes(document, lexicon)
    }
    names = {
        f"entity:{each.name}": [mention.span for mention in each.mentions]
        for each in find_names(document, lexicon)
    }
    return themes | names


class Meanings(Protocol):
    """What tells the things that a filter means, as `Naming` does."""

    def named(self, key: str) -> tuple[Named, ...]:
        """Return what `theme:x` or `entity:x` means; () when it means nothing."""


class NamedSpans(Mapping[str, Sequence[Span]]):
    """Spans of a document by `theme:<id>` and `entity:<name>`.

    Looking up understands other names too, as `Naming` does: `theme:云计算`, `theme:yun`, `entity:鹅厂`,
    `entity:tx`; where several things are meant, all of their spans are given. Iterating gives what the
    document speaks of, by id and name alone. `naming` may be shared by documents that share the lexicon.
    """

    def __init__(self, lexicon: Lexicon, naming: Meanings) -> None:
        self._lexicon = lexicon
        self._naming = naming

    def __getitem__(self, key: str) -> Sequence[Span]:
        """Return the spans of all that a key means, in reading order; KeyError where there are none."""
        found = [spans for named in self._naming.named(key) if (spans := self.spans(named))]
        if not found:
            raise KeyError(key)
        several = {span for spans in found for span in spans} if len(found) > 1 else ()
        return sorted(several, key=attrgetter("start", "end")) if several else found[0]

    def __iter__(self) -> Iterator[str]:
        named: tuple[Named, ...] = (*self._lexicon.themes, *self._lexicon.entities)
        yield from (key_of(each) for each in named if self.spans(each))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @abstractmethod
    def spans(self, named: Named) -> Sequence[Span]:
        """Return the spans of an entity or a theme of the lexicon, in reading order."""


class Labels(NamedSpans):
    """Spans of a document, those of each theme and of all entities found when one is first looked up."""

    def __init__(self, document: Document, lexicon: Lexicon, *, naming: Meanings | None = None) -> None:
        super().__init__(lexicon, naming or Naming(lexicon))
        self._document = document
        self._themes: dict[str, tuple[Span, ...]] = {}

    def spans(self, named: Named) -> Sequence[Span]:
        """Return the spans of an entity or a theme of the lexicon, in reading order."""
        if isinstance(named, Entity):
            return self._entities.get(named.name, ())
        if named.id not in self._themes:
            self._themes[named.id] = self._of_theme(named)
        return self._themes[named.id]

    def _of_theme(self, theme: Theme) -> tuple[Span, ...]:
        found = find_themes(self._document, Lexicon(themes=(theme,)))
        return tuple(span for each in found for passage in each.passages for span in passage.spans)

    @cached_property
    def _entities(self) -> dict[str, tuple[Span, ...]]:
        """The mentions of every entity: of names that overlap one wins, so they are found together."""
        found = find_names(self._document, self._lexicon)
        return {each.name: tuple(mention.span for mention in each.mentions) for each in found}
