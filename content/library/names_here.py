"""The names that were found in one document, as the reader has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.document import Span
from content.lexicon import ENTITY_KINDS, Entity, EntityKind, Theme
from content.library.names_file import name_key, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from content.library.names_file import Head
    from content.library.naming import Named
    from content.shelf import NameEdit

_KINDS: Mapping[str, EntityKind] = {kind: kind for kind in ENTITY_KINDS}


class NamesHere:
    """Names and proposed themes by their keys: `entity:` or `theme:`, and the folded name or id.

    `changed` are entities of the lexicon that are not as they were when the document was analysed: they are
    looked for in the text, too. `taken` are keys of themes that are no longer proposed.
    """

    def __init__(
        self,
        record: bytes,
        edits: Iterable[NameEdit] = (),
        changed: Iterable[Entity] = (),
        taken: frozenset[str] = frozenset(),
    ) -> None:
        self.heads, self._numbers = unpacked(record)
        for key in taken & self.heads.keys():
            del self.heads[key]
        for edit in edits:
            _change(self.heads, edit)
        self.own = {name_key(entity.name): entity for entity in changed}
        for key, each in self.own.items():
            self.heads.setdefault(
                key, ([], each.name, each.kind, list(each.aliases), each.role, each.english)
            )

    def spans(self, key: str) -> Iterator[Span]:
        """Yield where one was found, in reading order for each time it was."""
        ranges = self.heads[key][0]
        for first, last in zip(ranges[::2], ranges[1::2], strict=True):
            flat = iter(self._numbers[first:last])
            yield from (Span(start, end) for start, end in zip(flat, flat, strict=True))

    def count(self, key: str) -> int:
        """Return how often one was found."""
        ranges = self.heads[key][0]
        return (sum(ranges[1::2]) - sum(ranges[::2])) // 2


def named_by(head: Head) -> Named:
    """Return the entity or the theme of a head."""
    _, name, kind, aliases, role, english = head
    if kind in _KINDS:
        return Entity(name, _KINDS[kind], tuple(aliases), role, english)
    return Theme(role or name, name, english, (name,))


def _change(heads: dict[str, Head], edit: NameEdit) -> None:
    """Change one name as the reader did; what is not there is passed over."""
    key = name_key(edit.name)
    if key not in heads:
        return
    ranges, name, kind, aliases, role, english = heads[key]
    if edit.action == "hide":
        del heads[key]
    elif edit.action not in ("rename", "merge"):
        heads[key] = (ranges, name, edit.value if edit.value in _KINDS else kind, aliases, role, english)
    elif edit.value:
        del heads[key]
        new = name_key(edit.value)
        other = heads.get(new, ([], edit.value, kind, [], role, english))
        forms = _others(other[1], (*other[3], name, *aliases))
        heads[new] = ([*other[0], *ranges], other[1], other[2], forms, other[4] or role, other[5] or english)


def _others(name: str, forms: Sequence[str]) -> list[str]:
    return [form for form in dict.fromkeys(forms) if form != name]
