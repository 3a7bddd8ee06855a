"""Which passages the filters of a query leave.

Filters of one key widen (either will do), filters of different keys narrow (all must hold), an excluded one
takes its passages away whatever the others say. Nothing is ever left of notices.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import compress, product
from operator import attrgetter
from typing import TYPE_CHECKING, get_args

from content.chinese.sounding import sounds_like
from content.chinese.variants import fold
from content.document import Kind
from content.search.operators import kind_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from content.document import Document, Section, Span
    from content.search.operators import Filter, Key

_KINDS: tuple[Kind, ...] = get_args(Kind)
_CODE_OF = {kind: code for code, kind in enumerate(_KINDS)}


def _table_of(kinds: Collection[str]) -> bytes:
    return bytes(code < len(_KINDS) and _KINDS[code] in kinds for code in range(256))


_SEARCHED = _table_of([kind for kind in _KINDS if kind != "notice"])
_OTHERS = b"\1" + bytes(255)
# The cheap ones first: a document of which nothing is left is not looked at for the others.
_ORDER: tuple[Key, ...] = ("section", "kind", "theme", "entity")


@dataclass(frozen=True)
class Scope:
    """What is left of each document: `masks` has a byte a passage in reading order, 1 where it is left.

    `spans` are those of the themes and entities that were asked for, in reading order and in each document's
    own text; in passages that other filters took away, too.
    """

    masks: tuple[bytes, ...]
    spans: tuple[tuple[Span, ...], ...]

    def allows(self, document: int, passage: int) -> bool:
        """Tell whether a passage is left, by the index of its document and its number."""
        return self.masks[document][passage - 1] == 1

    def spans_in(self, document: int, start: int, end: int) -> tuple[Span, ...]:
        """Return the spans that begin in a stretch `[start, end)` of a document's text."""
        spans = self.spans[document]
        first, last = (bisect_left(spans, offset, key=attrgetter("start")) for offset in (start, end))
        return spans[first:last]

    @cached_property
    def flat(self) -> bytes:
        """The masks of all documents, one after the other."""
        return b"".join(self.masks)

    def __len__(self) -> int:
        return self.flat.count(1)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Yield document and passage number of what is left, in reading order."""
        for document, mask in enumerate(self.masks):
            for passage in compress(range(1, len(mask) + 1), mask):
                yield document, passage


class Scopes:
    """Makes scopes for some documents; what it learns of them serves the next query.

    `labels` maps `theme:x` and `entity:x` to spans, one mapping a document; they are asked for what was typed
    after the colon, as it was typed and then folded.
    """

    def __init__(self, documents: Sequence[Document], labels: Sequence[Mapping[str, Sequence[Span]]]) -> None:
        self._documents = documents
        self._labels = labels
        self._kinds: dict[int, bytes] = {}

    def of(self, filters: Sequence[Filter]) -> Scope:
        """Return what some filters leave; an unknown value leaves nothing, or takes nothing away."""
        return self._of(tuple(filters))

    @lru_cache(maxsize=8)  # noqa: B019 - the words change with every key, the filters beside them do not
    def _of(self, filters: tuple[Filter, ...]) -> Scope:
        left = [self._left(index, filters) for index in range(len(self._documents))]
        return Scope(tuple(mask for mask, _ in left), tuple(spans for _, spans in left))

    def _left(self, index: int, filters: Sequence[Filter]) -> tuple[bytes, tuple[Span, ...]]:
        mask = self._kinds_of(index).translate(_SEARCHED)
        marked: set[Span] = set()
        for key, excluded in product(_ORDER, (False, True)):
            values = [each.value for each in filters if (each.key, each.excluded) == (key, excluded)]
            if values and 1 in mask:
                named = bytes(len(mask))
                for value in values:
                    spans = self._spans(index, key, value)
                    named = _combined(named, self._named(index, key, value, spans), int.__or__)
                    marked.update(() if excluded else spans)
                mask = _combined(mask, named.translate(_OTHERS) if excluded else named, int.__and__)
        return mask, tuple(sorted(marked)) if 1 in mask else ()

    def _named(self, index: int, key: Key, value: str, spans: Sequence[Span]) -> bytes:
        """Return the passages of a document that a value names, a byte each."""
        document = self._documents[index]
        if key == "kind":
            return self._kinds_of(index).translate(_kinds_called(value))
        mask = bytearray(len(document.passages))
        if key == "section":
            called = self._titles_called(value)
            for section in document.sections:
                if section.title in called or value == str(section.number):
                    start, end = section.first - 1, _end(document, section)
                    mask[start:end] = b"\1" * (end - start)
        for span in spans:
            mask[document.passage_at(span.start).number - 1] = 1
        return bytes(mask)

    def _spans(self, index: int, key: Key, value: str) -> Sequence[Span]:
        if key in ("theme", "entity") and index < len(self._labels):
            labels = self._labels[index]
            return labels.get(f"{key}:{value}") or labels.get(f"{key}:{fold(value)}") or ()
        return ()

    def _kinds_of(self, index: int) -> bytes:
        kinds = self._kinds.get(index)
        if kinds is None:
            passages = self._documents[index].passages
            kinds = self._kinds[index] = bytes(map(_CODE_OF.__getitem__, map(attrgetter("kind"), passages)))
        return kinds

    @cached_property
    def _titles(self) -> dict[str, str]:
        """Every title of a section, and its folded form."""
        titles = {section.title for document in self._documents for section in document.sections}
        return {title: fold(title) for title in titles}

    @lru_cache(maxsize=16)  # noqa: B019 - it lives as long as the documents do
    def _titles_called(self, value: str) -> frozenset[str]:
        """Return the titles that hold what was typed; where none does, those that sound like it."""
        folded = fold(value)
        holding = frozenset(title for title, form in self._titles.items() if folded in form)
        return holding or frozenset(title for title in self._titles if _is_spelled(folded, title))


def _end(document: Document, section: Section) -> int:
    """Return the number of the last passage of a section and of the sections below it."""
    for other in document.sections[section.number :]:
        if other.level <= section.level:
            return other.first - 1
    return len(document.passages)


def _is_spelled(folded: str, text: str) -> bool:
    """Tell whether letters stand for characters of a text, in pinyin or initials."""
    letters = folded.replace(" ", "").replace("'", "")
    return letters.isascii() and letters.isalpha() and sounds_like(letters, text)


@lru_cache(maxsize=64)
def _kinds_called(value: str) -> bytes:
    """Return a table that turns the codes of the kinds that a word stands for into 1, all others into 0."""
    words, folded = kind_words(), fold(value)
    called = {kind for word, kind in words.items() if word == folded}
    if not called:
        called = {kind for word, kind in words.items() if not word.isascii() and _is_spelled(folded, word)}
    return _table_of(called)


def _combined(one: bytes, other: bytes, way: Callable[[int, int], int]) -> bytes:
    return way(int.from_bytes(one), int.from_bytes(other)).to_bytes(len(one))
