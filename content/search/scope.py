"""Which passages the filters of a query leave.

Filters of one key widen (either will do), filters of different keys narrow (all must hold), an excluded one
takes its passages away whatever the others say. Nothing is ever left of notices.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain, product
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
# No title is remembered by more letters, and no document has sections of more digits.
_LETTERS, _DIGITS = 64, 9
_OTHERS = b"\1" + bytes(255)
# The cheap ones first: a document of which nothing is left is not looked at for the others.
_ORDER: tuple[Key, ...] = ("section", "kind", "theme", "entity")


@dataclass(frozen=True, slots=True)
class Scope:
    """What is left: `flat` has a byte a passage, of one document after the other, 1 where it is left.

    `bases` says where each document begins in it, and where the last one ends. `spans` are those of the
    themes and entities that were asked for, in reading order and in each document's own text; in passages
    that other filters took away, too.
    """

    flat: bytes
    bases: tuple[int, ...]
    spans: tuple[Sequence[Span], ...]

    def allows(self, document: int, passage: int) -> bool:
        """Tell whether a passage is left, by the index of its document and its number."""
        return self.flat[self.bases[document] + passage - 1] == 1

    def spans_in(self, document: int, start: int, end: int) -> Sequence[Span]:
        """Return the spans that begin in a stretch `[start, end)` of a document's text."""
        spans = self.spans[document]
        first, last = (bisect_left(spans, offset, key=attrgetter("start")) for offset in (start, end))
        return spans[first:last]


class Scopes:
    """Makes scopes for some documents; what it learns of them serves the next query.

    `labels` maps `theme:x` and `entity:x` to spans in reading order, one mapping a document; they are asked
    for what was typed after the colon, as it was typed and then folded.
    """

    def __init__(self, documents: Sequence[Document], labels: Sequence[Mapping[str, Sequence[Span]]]) -> None:
        self._documents = documents
        self._labels = labels
        self._bases = tuple(accumulate((len(document.passages) for document in documents), initial=0))
        # The words of a query change with every key, the filters beside them do not.
        self._left_by = lru_cache(maxsize=8)(self._leave)
        self._titles_called = lru_cache(maxsize=16)(self._call)

    def of(self, filters: Sequence[Filter]) -> Scope:
        """Return what some filters leave; an unknown value leaves nothing, or takes nothing away."""
        return self._left_by(tuple(filters))

    def _leave(self, filters: tuple[Filter, ...]) -> Scope:
        left = self._kinds.translate(_SEARCHED)
        marked: dict[int, Sequence[Span]] = {}
        for key, excluded in product(_ORDER, (False, True)):
            values = [each.value for each in filters if (each.key, each.excluded) == (key, excluded)]
            if values and 1 in left:
                named = bytes(len(left))
                for value in values:
                    spans = self._spans(key, value, left)
                    named = _combined(named, self._named(key, value, spans), int.__or__)
                    for index in () if excluded else spans:
                        marked[index] = _merged(marked.get(index, ()), spans[index])
                left = _combined(left, named.translate(_OTHERS) if excluded else named, int.__and__)
        return Scope(left, self._bases, tuple(marked.get(index, ()) for index in range(len(self._documents))))

    def _named(self, key: Key, value: str, spans: Mapping[int, Sequence[Span]]) -> bytes:
        """Return the passages that a value names, a byte each; of a theme or an entity those of its spans."""
        if key == "kind":
            return self._kinds.translate(_kinds_called(value))
        mask = bytearray(len(self._kinds))
        for start, end in self._stretches(value) if key == "section" else ():
            mask[start:end] = b"\1" * (end - start)
        for index, found in spans.items():
            document, base, end = self._documents[index], self._bases[index], 0
            for span in found:
                if span.start >= end:
                    passage = document.passage_at(span.start)
                    mask[base + passage.number - 1], end = 1, passage.end
        return bytes(mask)

    def _spans(self, key: Key, value: str, left: bytes) -> dict[int, Sequence[Span]]:
        """Return the spans of a theme or an entity in those documents of which something is left."""
        found: dict[int, Sequence[Span]] = {}
        if key in ("theme", "entity"):
            names = dict.fromkeys((f"{key}:{value}", f"{key}:{fold(value)}"))
            for index, labels in enumerate(self._labels):
                if left.find(1, self._bases[index], self._bases[index + 1]) >= 0:
                    spans = next(filter(None, map(labels.get, names)), None)
                    if spans:
                        found[index] = spans
        return found

    def _stretches(self, value: str) -> Iterator[tuple[int, int]]:
        for title in self._titles_called(value):
            yield from self._sections[title]
        number = int(value[:_DIGITS]) if value.isdecimal() else 0
        for document, base in zip(self._documents, self._bases, strict=False) if number else ():
            for section in document.sections[number - 1 : number]:
                yield base + section.first - 1, base + _end(document, section)

    @cached_property
    def _kinds(self) -> bytes:
        """The code of the kind of every passage."""
        passages = chain.from_iterable(document.passages for document in self._documents)
        return bytes(map(_CODE_OF.__getitem__, map(attrgetter("kind"), passages)))

    @cached_property
    def _sections(self) -> dict[str, list[tuple[int, int]]]:
        """Every title, and the stretches of passages of the sections that have it."""
        stretches: dict[str, list[tuple[int, int]]] = {}
        for document, base in zip(self._documents, self._bases, strict=False):
            for section in document.sections:
                stretch = (base + section.first - 1, base + _end(document, section))
                stretches.setdefault(section.title, []).append(stretch)
        return stretches

    @cached_property
    def _titles(self) -> dict[str, str]:
        """Every title and its folded form."""
        return {title: fold(title) for title in self._sections}

    def _call(self, value: str) -> tuple[str, ...]:
        """Return the titles that hold what was typed; where none does, those that sound like it."""
        folded = fold(value)
        holding = tuple(title for title, form in self._titles.items() if folded in form)
        return holding or tuple(title for title in self._titles if _is_spelled(folded, title))


def _end(document: Document, section: Section) -> int:
    """Return the number of the last passage of a section and of the sections below it."""
    for other in document.sections[section.number :]:
        if other.level <= section.level:
            return other.first - 1
    return len(document.passages)


def _is_spelled(folded: str, text: str) -> bool:
    """Tell whether letters stand for characters of a text, in pinyin or initials."""
    letters = folded.replace(" ", "").replace("'", "")
    return len(letters) <= _LETTERS and letters.isascii() and letters.isalpha() and sounds_like(letters, text)


@lru_cache(maxsize=64)
def _kinds_called(value: str) -> bytes:
    """Return a table that turns the codes of the kinds that a word stands for into 1, all others into 0."""
    words, folded = kind_words(), fold(value)
    called = {kind for word, kind in words.items() if word == folded}
    if not called:
        called = {kind for word, kind in words.items() if not word.isascii() and _is_spelled(folded, word)}
    return _table_of(called)


def _merged(one: Sequence[Span], other: Sequence[Span]) -> Sequence[Span]:
    return sorted({*one, *other}, key=attrgetter("start", "end")) if one else other


def _combined(one: bytes, other: bytes, way: Callable[[int, int], int]) -> bytes:
    return way(int.from_bytes(one), int.from_bytes(other)).to_bytes(len(one))
