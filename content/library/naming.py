"""Which entities and themes of a lexicon a reader means, who types any of their names or how one sounds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from content.chinese.sounding import sounds_like
from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from content.lexicon import Entity, Lexicon, Theme

Named: TypeAlias = "Entity | Theme"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Something with names, folded: its `own`, all `forms` of them, and words `also` taken for it."""

    named: Named
    own: tuple[str, ...]
    forms: tuple[str, ...]
    also: tuple[str, ...] = ()


class Naming:
    """Looks names up in a lexicon; case, width and script do not matter."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[str, tuple[Named, ...]] = {}

    def named(self, key: str) -> tuple[Named, ...]:
        """Return what `theme:x` or `entity:x` means, in the lexicon's order; () when it means nothing.

        The surest way that gives anything decides: its own name or id; another name, for a theme one of its
        words too; how a whole name sounds, by pinyin or initials; a part of a name, in Latin letters from
        where a word begins; how a part of one sounds.
        """
        if key not in self._known:
            kind, _, value = key.partition(":")
            value = _folded(value)
            candidates = self._candidates.get(kind, ()) if value else ()
            self._known[key] = next(filter(None, _ways(value, candidates)), ())
        return self._known[key]

    @cached_property
    def _candidates(self) -> dict[str, tuple[_Candidate, ...]]:
        return {
            "entity": tuple(
                _Candidate(each, forms[:1], forms)  # the name is the first
                for each in self._lexicon.entities
                for forms in [_all(each.forms)]
            ),
            "theme": tuple(
                _Candidate(each, own, own, _all((*each.words, *each.ambiguous)))
                for each in self._lexicon.themes
                for own in [_all((each.id, each.name, each.english or ""))]
            ),
        }


def _ways(value: str, candidates: Iterable[_Candidate]) -> Iterator[tuple[Named, ...]]:
    yield tuple(each.named for each in candidates if value in each.own)
    yield tuple(each.named for each in candidates if value in (*each.forms, *each.also))
    letters = value.replace(" ", "").replace("'", "")
    pinyin = letters.isascii() and letters.isalpha()
    sounding = [
        (each.named, [form for form in each.forms if pinyin and _sounds(letters, form)])
        for each in candidates
    ]
    yield tuple(named for named, forms in sounding if any(_is_whole(letters, form) for form in forms))
    yield tuple(each.named for each in candidates if any(_holds(form, value) for form in each.forms))
    yield tuple(named for named, forms in sounding if forms)


def _holds(form: str, value: str) -> bool:
    """Tell whether a name holds what was typed; Latin letters only from where a word begins."""
    return f" {value}" in f" {form}" if value.isascii() else value in form


def _sounds(letters: str, form: str) -> bool:
    return not form.isascii() and sounds_like(letters, form)


def _is_whole(letters: str, form: str) -> bool:
    """Tell whether letters that spell characters of a name leave none out at either end."""
    return not (sounds_like(letters, form[1:]) or sounds_like(letters, form[:-1]))


def _folded(name: str) -> str:
    return " ".join(fold(name).split())


def _all(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(_folded(name) for name in names if name.strip())
