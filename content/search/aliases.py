"""Other names for the same thing, from the lexicon: Tencent for 腾讯, cloud for 云."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
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
        self.names: dict[str, None] = {}
        for entity in lexicon.entities:
            names = [fold(each) for each in entity.forms]
            self._add(names, names, entity.exceptions)
            self.names.update(dict.fromkeys(names))
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

    @cache  # noqa: B019 - there are few names, and they live as long as their lexicon
    def longer(self, name: str) -> tuple[str, ...]:
        """Return the names of others that a name is part of: 腾讯云 for 腾讯."""
        if name not in self.names:
            return ()
        own = self._others[_key(name)]
        return tuple(other for other in self.names if name in other and other not in own)

    def excepted(self, text: str, start: int, end: int) -> bool:
        """Tell whether the name at `[start, end)` of a text is part of a longer word that is not about it."""
        return _part_of(self._exceptions.get(text[start:end], ()), text, start, end)

    def part_of_another(self, text: str, start: int, end: int) -> bool:
        """Tell whether the name at `[start, end)` of a text is part of the longer name of something else."""
        return _part_of(self.longer(text[start:end]), text, start, end)


def _part_of(longer_words: Iterable[str], text: str, start: int, end: int) -> bool:
    return any(
        text.startswith(longer, start - within)
        for longer in longer_words
        if 0 <= (within := longer.find(text[start:end])) <= start
    )


def _key(name: str) -> str:
    return "".join(name.split())
