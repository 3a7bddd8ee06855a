"""The names of a text as the reader has them: renamed, brought together, of another kind, hidden, added."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from content.analysis.matching import Matcher
from content.analysis.names import Mention, NameFinding
from content.chinese.variants import fold
from content.document import Document, Span
from content.lexicon import ENTITY_KINDS
from content.library.mentioned import Mentioned

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from content.analysis.quotes import Quote
    from content.lexicon import EntityKind
    from content.shelf import NameEdit

_CALLED = ("rename", "merge")
_KINDS: Mapping[str, EntityKind] = {kind: kind for kind in ENTITY_KINDS}


def edited_names(
    document: Document, found: Sequence[NameFinding], edits: Sequence[NameEdit]
) -> tuple[NameFinding, ...]:
    """Return the names found in a document after what the reader changed, one change after the other.

    A name is meant in whichever script. What is renamed keeps its old name as an alias; where another has the
    new name already they are one, as when they are merged. An added name is mentioned wherever one of its
    forms stands: of mentions that overlap the longest stands, of equally long ones the reader's. Mentions
    never overlap; the order is that of `find_names`.
    """
    if not edits:
        return tuple(found)
    names = _Names(document, found)
    for edit in edits:
        names.change(edit)
    return tuple(sorted(names, key=_place))


def edited_speakers(quotes: Sequence[Quote], edits: Iterable[NameEdit]) -> tuple[Quote, ...]:
    """Return quotes with the names that their speakers have after what the reader changed."""
    called: dict[str, str] = {}
    for edit in edits:
        if edit.action in _CALLED and edit.value:
            called = {old: edit.value if is_called(new, edit.name) else new for old, new in called.items()}
            called.setdefault(fold(edit.name), edit.value)
    named = (each.speaker and called.get(fold(each.speaker)) for each in quotes)
    return tuple(
        replace(each, speaker=name) if name else each for each, name in zip(quotes, named, strict=True)
    )


def is_called(name: str, other: str) -> bool:
    """Tell whether two names are written the same, but for script, case and width."""
    return fold(name) == fold(other)


def _place(finding: NameFinding) -> tuple[int, int, int]:
    return ENTITY_KINDS.index(finding.kind), -finding.count, finding.mentions[0].span.start


def _joined(one: NameFinding, other: NameFinding) -> NameFinding:
    """Make two names one: the first's, with the mentions and forms of both."""
    mentions = tuple(sorted((*one.mentions, *other.mentions), key=attrgetter("span")))
    return replace(
        one,
        aliases=_others(one.name, (*one.aliases, other.name, *other.aliases)),
        role=one.role or other.role,
        english=one.english or other.english,
        count=len(mentions),
        confidence=max(one.confidence, other.confidence),
        mentions=mentions,
    )


def _others(name: str, forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in forms if form != name))


class _Names:
    """The names of a document by their folded form, and where they are mentioned."""

    def __init__(self, document: Document, found: Iterable[NameFinding]) -> None:
        self._document = document
        self._named: dict[str, list[NameFinding]] = {}
        for each in found:
            self._named.setdefault(fold(each.name), []).append(each)
        self._mentioned = Mentioned(
            (mention.span, key) for key, names in self._named.items() for mention in _mentions_of(names)
        )

    def __iter__(self) -> Iterator[NameFinding]:
        return chain.from_iterable(self._named.values())

    def change(self, edit: NameEdit) -> None:
        """Change one name as the reader did."""
        key, kind = fold(edit.name), _KINDS.get(edit.value)
        if edit.action in _CALLED and edit.value:
            self._call(key, edit.value)
        elif edit.action == "hide":
            for mention in _mentions_of(self._named.pop(key, ())):
                self._mentioned.remove(mention.span)
        elif edit.action == "kind" and kind and key in self._named:
            self._named[key] = [replace(each, kind=kind) for each in self._named[key]]
        elif edit.action == "add" and kind:
            self._add(key, kind, edit)

    def _call(self, key: str, value: str) -> None:
        """Call everything of one name by another, and make it one with what has that already."""
        sources = self._named.pop(key, [])
        if not sources:
            return
        targets = self._named.pop(fold(value), [])
        first, *more = [*targets, *sources]
        for each in more:
            first = _joined(first, each)
        called = targets[0].name if targets else value
        aliases = _others(called, (first.name, *first.aliases))
        self._keep(fold(value), replace(first, name=called, aliases=aliases))

    def _add(self, key: str, kind: EntityKind, edit: NameEdit) -> None:
        """Add a name with all its mentions that stand, and take away those of others that it stands for."""
        forms = _others("", (edit.name, *edit.forms))
        added = tuple(self._longest(self._mentions(forms)))
        lost: dict[str, set[Span]] = {}
        for mention in added:
            for span, name in [*self._mentioned.overlapping(mention.span)]:
                lost.setdefault(name, set()).add(span)
                self._mentioned.remove(span)
        finding = NameFinding(edit.name, kind, forms[1:], None, None, len(added), 1.0, added)
        for each in self._named.pop(key, ()):
            finding = replace(_joined(_without(each, lost.get(key, set())), finding), kind=kind)
        for name in lost.keys() & self._named.keys():
            left = [_without(each, lost[name]) for each in self._named.pop(name)]
            if left := [each for each in left if each.count]:
                self._named[name] = left
        if finding.count:
            self._keep(key, finding)

    def _keep(self, key: str, finding: NameFinding) -> None:
        self._named[key] = [finding]
        for mention in finding.mentions:
            self._mentioned.put(mention.span, key)

    def _longest(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """Yield the mentions that overlap none that is longer."""
        for mention in mentions:
            overlapping = self._mentioned.overlapping(mention.span)
            if all(_length(span) <= _length(mention.span) for span, _ in overlapping):
                yield mention

    def _mentions(self, forms: tuple[str, ...]) -> Iterator[Mention]:
        """Yield every place where one of some forms stands, the longest at each, in passages but notices."""
        text = self._document.text
        for start, end, _ in Matcher(forms).find(text, self._folded) if forms else ():
            passage = self._document.passage_at(start)
            if passage.kind != "notice" and end <= passage.end:
                yield Mention(passage.number, Span(start, end), text[start:end])

    @cached_property
    def _folded(self) -> str:
        return fold(self._document.text)


def _mentions_of(names: Iterable[NameFinding]) -> Iterator[Mention]:
    return chain.from_iterable(name.mentions for name in names)


def _without(finding: NameFinding, lost: Collection[Span]) -> NameFinding:
    kept = tuple(each for each in finding.mentions if each.span not in lost)
    return finding if len(kept) == finding.count else replace(finding, mentions=kept, count=len(kept))


def _length(span: Span) -> int:
    return span.end - span.start
