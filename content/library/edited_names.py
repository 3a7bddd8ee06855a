"""The names of a text as the reader has them: renamed, brought together, of another kind, hidden, added."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from content.analysis.matching import Matcher
from content.analysis.names import Mention, NameFinding
from content.chinese.variants import fold
from content.document import Document, Span
from content.lexicon import ENTITY_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    names = list(found)
    for edit in edits:
        if edit.action in _CALLED and edit.value:
            names = _called(names, edit.name, edit.value)
        elif edit.action == "hide":
            _, names = _parted(names, edit.name)
        elif edit.action == "kind" and (kind := _KINDS.get(edit.value)):
            names = [replace(each, kind=kind) if is_called(each.name, edit.name) else each for each in names]
        elif edit.action == "add" and (kind := _KINDS.get(edit.value)):
            names = _with(document, names, edit, kind)
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


def _called(names: Sequence[NameFinding], name: str, value: str) -> list[NameFinding]:
    """Call everything of one name by another, and make it one with what has that already."""
    sources, others = _parted(names, name)
    targets, rest = _parted(others, value)
    if not sources:
        return list(names)
    first, *more = [*targets, *sources]
    for each in more:
        first = _joined(first, each)
    called = targets[0].name if targets else value
    aliases = _others(called, (first.name, *first.aliases))
    return [*rest, replace(first, name=called, aliases=aliases)]


def _parted(names: Sequence[NameFinding], name: str) -> tuple[list[NameFinding], list[NameFinding]]:
    """Return what has a name, and all else."""
    called = [is_called(each.name, name) for each in names]
    return (
        [each for each, so in zip(names, called, strict=True) if so],
        [each for each, so in zip(names, called, strict=True) if not so],
    )


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


def _with(
    document: Document, names: Sequence[NameFinding], edit: NameEdit, kind: EntityKind
) -> list[NameFinding]:
    """Add a name with all its mentions that stand, and take away those of others that it stands for."""
    forms = _others("", (edit.name, *edit.forms))
    standing = _Stretches(mention.span for name in names for mention in name.mentions)
    added = tuple(standing.longest(_mentions(document, forms)))
    taken = _Stretches(mention.span for mention in added)
    own, rest = _parted(names, edit.name)
    finding = NameFinding(edit.name, kind, forms[1:], None, None, len(added), 1.0, added)
    for each in own:
        finding = replace(_joined(_without(each, taken), finding), kind=kind)
    return [each for each in (*(_without(each, taken) for each in rest), finding) if each.count]


def _mentions(document: Document, forms: tuple[str, ...]) -> Iterator[Mention]:
    """Yield every place where one of some forms stands, the longest at each, in all passages but notices."""
    text = document.text
    for start, end, _ in Matcher(forms).find(text, fold(text)) if forms else ():
        passage = document.passage_at(start)
        if passage.kind != "notice" and end <= passage.end:
            yield Mention(passage.number, Span(start, end), text[start:end])


def _without(finding: NameFinding, taken: _Stretches) -> NameFinding:
    kept = tuple(each for each in finding.mentions if not taken.overlapping(each.span))
    return finding if len(kept) == finding.count else replace(finding, mentions=kept, count=len(kept))


class _Stretches:
    """Spans that do not overlap, looked up by what overlaps them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        places = sorted((span.start, span.end) for span in spans)
        self._starts, self._ends = [start for start, _ in places], [end for _, end in places]

    def overlapping(self, span: Span) -> range:
        """Return the indices of those that share a character with a span."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def longest(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """Yield the mentions that overlap none that is longer."""
        for mention in mentions:
            length = mention.span.end - mention.span.start
            overlapping = self.overlapping(mention.span)
            if all(self._ends[index] - self._starts[index] <= length for index in overlapping):
                yield mention
