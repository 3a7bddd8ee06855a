"""Other names for the same thing, from the lexicon: Tencent for 腾讯, cloud for 云."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from content.chinese.variants import fold
from content.search.query import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.lexicon import Lexicon

# Longer names are several words to a reader, and found by each of them.
_LONGEST_WORD = 4


class Aliases:
    """What each name of the lexicon is also called; all folded, looked up without regard to spaces."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._others: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._exceptions: defaultdict[str, set[str]] = defaultdict(set)
        for entity in lexicon.entities:
            names = [fold(each) for each in entity.forms]
            self._add(names, names, entity.exceptions)
        for theme in lexicon.themes:
            words = [fold(each) for each in (theme.name, *theme.words, *theme.ambiguous)]
            self._add([fold(theme.english or "")], words, theme.exceptions)
        self.forms: frozenset[str] = frozenset(chain(self._others, *self._others.values()))
        self.words: frozenset[str] = frozenset(
            form for form in self.forms if 1 < len(form) <= _LONGEST_WORD and all(map(is_han, form))
        )

    def _add(self, names: Iterable[str], others: list[str], exceptions: Iterable[str]) -> None:
        for name in filter(None, names):
            self._others[_key(name)].update(dict.fromkeys(others))
        for other in others:
            self._exceptions[other].update(map(fold, exceptions))

    def of(self, folded: str) -> list[str]:
        """Return the other names in which the one asked for is not a part."""
        key = _key(folded)
        return [name for name in self._others.get(key, ()) if key not in _key(name)]

    def excepted(self, text: str, start: int, end: int) -> bool:
        """Tell whether the name at `[start, end)` of a text is part of a longer word that is not about it."""
        name = text[start:end]
        return any(
            text.startswith(longer, start - within)
            for longer in self._exceptions.get(name, ())
            if 0 <= (within := longer.find(name)) <= start
        )


def _key(name: str) -> str:
    return "".join(name.split())
