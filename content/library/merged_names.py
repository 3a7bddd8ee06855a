"""The names of several documents: what is called the same is one."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from content.lexicon import Entity, Lexicon, Theme
from content.library.labels import key_of
from content.library.names_file import name_key, theme_key
from content.library.names_here import named_by
from content.library.naming import Naming

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from content.library.names_here import NamesHere
    from content.library.naming import Named


class MergedNames:
    """Names and themes by the keys that `NamesHere` gives them, and first of all those of a lexicon.

    What one document calls by another form of what others name in full is that, unless it is a person or
    several things have that form.
    """

    def __init__(self, lexicon: Lexicon, documents: Iterable[NamesHere] = ()) -> None:
        known: dict[str, Named] = {name_key(each.name): each for each in lexicon.entities}
        self._known = frozenset(known)
        self._named = known | {theme_key(each.id): each for each in lexicon.themes}
        more: dict[str, dict[str, None]] = {}
        for here in documents:
            for key, head in here.heads.items():
                if key not in self._named:
                    self._named[key] = named_by(head)
                elif head[3]:
                    more.setdefault(key, {}).update(dict.fromkeys(head[3]))
        for key, aliases in more.items():
            self._named[key] = _called(self._named[key], aliases)

    def of(self, key: str) -> Named:
        """Return what a key means."""
        return self._named[self._other.get(key, key)]

    def keys_of(self, named: Named) -> Sequence[str]:
        """Return the keys by which documents know something."""
        return self._keys.get(key_of(named), ())

    @cached_property
    def naming(self) -> Naming:
        """What is meant by a name."""
        own = [each for key, each in self._named.items() if key not in self._other]
        entities = tuple(each for each in own if isinstance(each, Entity))
        return Naming(Lexicon(entities, tuple(each for each in own if isinstance(each, Theme))))

    @cached_property
    def _keys(self) -> dict[str, tuple[str, ...]]:
        keys: dict[str, tuple[str, ...]] = {}
        for key in self._named:
            label = key_of(self._named[self._other.get(key, key)])
            keys[label] = (*keys.get(label, ()), key)
        return keys

    @cached_property
    def _other(self) -> dict[str, str]:
        """The keys of what is but another form of something else, and the key of that."""
        owners: dict[str, set[str]] = {}
        for key, each in self._named.items():
            if isinstance(each, Entity) and each.kind != "person":
                for alias in each.aliases:
                    owners.setdefault(name_key(alias), set()).add(key)
        other: dict[str, str] = {}
        for key, keys in owners.items():
            if key in self._named and key not in self._known and len(keys) == 1:
                (owner,) = keys
                if _kind(self._named[owner]) == _kind(self._named[key]) and owner != key:
                    other[key] = owner
        return {key: owner for key, owner in other.items() if owner not in other}


def _kind(named: Named) -> str:
    return named.kind if isinstance(named, Entity) else ""


def _called(named: Named, aliases: Iterable[str]) -> Named:
    if not isinstance(named, Entity):
        return named
    every = dict.fromkeys((*named.aliases, *aliases))
    return replace(named, aliases=tuple(each for each in every if each != named.name))
