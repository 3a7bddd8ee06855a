"""Whether a row is meant by what was typed into a filter: characters, pinyin or initials."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPELLED = 12  # letters of which a pattern is made: of more there would be too many ways to read them
_FIRST, _SILENT = 0xE000, "\uf8ff"  # for private use (Unicode 23.5): 6,400, and there are fewer readings
_NEVER = r"(?!)"  # a pattern of nothing


def matches(query: str, found_by: str) -> bool:
    """Tell whether every word of the query stands in `found_by`, in any script, by sound or by initials."""
    folded = fold(found_by)
    return all(word in folded or _sounds(word, found_by) for word in fold(query).split())


def _sounds(word: str, found_by: str) -> bool:
    from content.chinese.sounding import sounds_like  # its table is read when a filter is first used

    return word.isascii() and sounds_like(word, found_by)


class Sieve:
    """Finds in many texts at once which of them `matches` would tell of: ten thousand within a frame.

    The texts are joined, and what is looked for is a pattern. For spelling each character gives way to one
    that stands for all that sound the same, so that patterns stay short.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        self._folded = fold("\n".join(texts))  # a character for each, so that the starts hold

    def prepare(self) -> Sieve:
        """Make everything that the first query would have to wait for."""
        self._spoken, self._heard  # noqa: B018 - cached
        return self

    def matching(self, query: str) -> frozenset[int]:
        """Return the indices of the texts that a query means."""
        found = frozenset(range(len(self._texts)))
        for word in fold(query).split():
            found &= self._with(word)
        return found

    def _with(self, word: str) -> frozenset[int]:
        if not word.isascii():
            return frozenset(self._indices(re.compile(re.escape(word)), self._folded))
        # Letters stand for themselves too, so that this finds what is written so as well.
        spelled = self._indices(re.compile(self._spelling(word[:_SPELLED])), self._spoken)
        if len(word) > _SPELLED:
            spelled = (index for index in spelled if _sounds(word, self._texts[index]))
        return frozenset(spelled)

    def _indices(self, pattern: re.Pattern[str], text: str) -> Iterator[int]:
        """Yield the index of each text in which a pattern is found, going on behind that text."""
        starts, index = self._starts, 0
        match = pattern.search(text)
        while match:
            index = bisect_right(starts, match.start(), index) - 1
            yield index
            match = pattern.search(text, starts[index + 1])

    @cached_property
    def _sounding(self) -> dict[tuple[str, ...], str]:
        """Return the readings that occur, with the character that stands for each; of ASCII itself."""
        from content.chinese.pinyin import readings

        characters = sorted(set(self._folded))
        heard = dict.fromkeys(filter(None, map(readings, characters)))
        stands = {syllables: chr(_FIRST + number) for number, syllables in enumerate(heard)}
        return stands | {(each,): each for each in characters if each.isascii()}

    @cached_property
    def _spoken(self) -> str:
        from content.chinese.pinyin import readings

        stands, characters = self._sounding, set(self._folded)
        return self._folded.translate(
            {ord(each): stands.get(readings(each) or (each,), _SILENT) for each in characters}
        )

    @cached_property
    def _heard(self) -> dict[str, dict[str, str]]:
        """Return for each letter the syllables that begin with it, and what stands for them."""
        heard: dict[str, dict[str, str]] = {}
        for syllables, stands in self._sounding.items():
            for syllable in syllables:
                there = heard.setdefault(syllable[0], {})
                there[syllable] = there.get(syllable, "") + re.escape(stands)
        return heard

    def _spelling(self, letters: str) -> str:
        """Return a pattern of the runs of characters that letters spell, as `sounds_like` takes them.

        Of each syllable stand the first letter, all of them, or at the end as many as there are.
        """
        ways = {len(letters): ""}
        for at in range(len(letters) - 1, -1, -1):
            taken: dict[int, str] = {}
            for syllable, stands in self._heard.get(letters[at], {}).items():
                for length in _lengths(syllable, letters[at:]):
                    taken[length] = taken.get(length, "") + stands
            forms = [(stands, ways[at + length]) for length, stands in taken.items() if at + length in ways]
            if not at:  # what the run begins with stands first and alone: so it is searched for quickest
                first = "".join(dict.fromkeys("".join(stands for stands, _ in forms)))
                rest = "|".join(f"(?<=[{stands}]){way}" for stands, way in forms)
                return f"[{first}](?:{rest})" if forms else _NEVER
            if forms:
                ways[at] = f"(?:{'|'.join(f'[{stands}]{way}' for stands, way in forms)})"
        return _NEVER


def _lengths(syllable: str, letters: str) -> set[int]:
    """Return how many letters may stand for a syllable that begins with the first of them."""
    if letters.startswith(syllable):
        return {1, len(syllable)}
    return {1, len(letters)} if syllable.startswith(letters) else {1}
