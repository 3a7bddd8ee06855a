"""Other names for the same thing, from the lexicon: Tencent for 腾讯, cloud for 云."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from content.chinese.variants import fold

if TYPE_CHECKING:
    from content.lexicon import Lexicon


class Aliases:
    """What else each name of the lexicon is called, folded and looked up without regard to spaces."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._others: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for entity in lexicon.entities:
            names = [fold(each) for each in (entity.name, *entity.aliases, entity.english or "") if each]
            for name in names:
                self._add(name, names)
        for theme in lexicon.themes:
            self._add(fold(theme.english), [fold(word) for word in (theme.name, *theme.words)])
        self.forms: frozenset[str] = frozenset(
            fold(form) for entity in lexicon.entities for form in (entity.name, *entity.aliases)
        ) | frozenset(fold(form) for theme in lexicon.themes for form in (theme.name, *theme.words))

    def _add(self, name: str, others: list[str]) -> None:
        self._others[_key(name)].update(dict.fromkeys(others))

    def of(self, folded: str) -> list[str]:
        """Return the other names, folded, in which the one asked for is not a part."""
        key = _key(folded)
        return [name for name in self._others.get(key, ()) if key not in _key(name)]


def _key(name: str) -> str:
    return "".join(name.split())
