"""Other names for the same thing, from the lexicon: Tencent for 腾讯, cloud for 云, AI for 人工智能."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from content.chinese.pinyin import divide
from content.chinese.variants import fold
from content.search.query import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from content.lexicon import Entity, Lexicon

# Longer names are several words to a reader, and found by each of them.
_LONGEST_WORD = 4
# How well a name stands for what was asked: a word of a theme is about it, but is not its name; one that
# holds the name, or one word of somebody's English name, leaves little doubt what is meant.
_THE_SAME, _ONE_OF_ITS_WORDS, _PART_OF_THE_NAME = 1.0, 0.4, 0.9
# Shorter words are too many others: Ma, Lau. What follows an apostrophe is no word: People's.
_LATIN_WORD = re.compile(r"(?<![\w'])[a-z]{4,}(?![\w'])")


class Aliases:
    """What each name of the lexicon is also called; all folded, looked up without regard to spaces."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._others: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._exceptions: defaultdict[str, set[str]] = defaultdict(set)
        self._longer = cache(self._longer_than)  # there are few names
        self.names: dict[str, None] = {}
        for entity in lexicon.entities:
            names = [fold(each) for each in entity.forms]
            self._add(names, names)
            self._except(names, entity.exceptions)
            self.names.update(dict.fromkeys(names))
        for theme in lexicon.themes:
            english, name = fold(theme.english or ""), fold(theme.name)
            words = [fold(each) for each in (*theme.words, *theme.ambiguous)]
            self._add([english], [name])
            self._add([english], [word for word in words if name in word], _PART_OF_THE_NAME)
            self._add([english], words, _ONE_OF_ITS_WORDS)
            self._except([name, *words], theme.exceptions)
        named = frozenset(chain(self._others, *self._others.values()))
        self.words: frozenset[str] = frozenset(
            form for form in named if 1 < len(form) <= _LONGEST_WORD and all(map(is_han, form))
        )
        for group in lexicon.terms:
            terms = [fold(each) for each in group]
            self._add(terms, terms)
        for word, name in _telling_words(lexicon.entities):
            # Pinyin stands for more than one name: wang is any 王, and huateng is found by its sound.
            if word not in self._others and not divide(word):
                self._add([word], self._others[_key(name)], _PART_OF_THE_NAME)
        # A Chinese term is a word like any other, no name that many a guess could be meant for.
        self.forms: frozenset[str] = named | {form for form in self._others if form.isascii()}

    def _add(self, names: Iterable[str], others: Iterable[str], weight: float = _THE_SAME) -> None:
        for name in filter(None, names):
            known = self._others[_key(name)]
            for other in others:
                known[other] = max(weight, known.get(other, 0.0))

    def _except(self, names: Iterable[str], exceptions: Iterable[str]) -> None:
        longer_words = {fold(each) for each in exceptions}
        for name in names:
            self._exceptions[name] |= longer_words

    def of(self, folded: str) -> list[tuple[str, float]]:
        """Return the other names in which the one asked for is not a part, the best first.

        With each is told how well it stands for what was asked, up to 1.0.
        """
        key = _key(folded)
        others = self._others.get(key, {}).items()
        fitting = [(name, weight) for name, weight in others if key not in _key(name)]
        return sorted(fitting, key=lambda other: -other[1])

    def _longer_than(self, name: str) -> tuple[str, ...]:
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
        return _part_of(self._longer(text[start:end]), text, start, end)


def _part_of(longer_words: Iterable[str], text: str, start: int, end: int) -> bool:
    return any(
        text.startswith(longer, start - within)
        for longer in longer_words
        if 0 <= (within := longer.find(text[start:end])) <= start
    )


def _key(name: str) -> str:
    return "".join(name.split())


def _telling_words(entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """Yield the Latin words of names that only one entity has, each with that entity's folded name."""
    bearers: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for entity in entities:
        for form in filter(str.isascii, map(fold, entity.forms)):
            for word in _LATIN_WORD.findall(form):
                bearers[word][fold(entity.name)] = None
    common = _common_words()
    for word, (name, *others) in bearers.items():
        if not others and word not in common:
            yield word, name


@cache
def _common_words() -> frozenset[str]:
    written = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(written)["common"].split())
