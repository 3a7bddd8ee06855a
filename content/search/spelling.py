"""Places one slip away from a query: a character wrong, missing, too many, or two of them swapped.

One half of a query with one slip is as it should be. Each half is looked for as it stands, and rapidfuzz
decides whether the text around it is one edit away.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from math import log2
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.search.evidence import CHARACTER_BITS, fit
from content.search.literal import literal_places
from content.search.query import is_han
from content.search.ranking import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.search.aliases import Aliases
    from content.search.corpus import Corpus
    from content.search.evidence import Evidence

Slip: TypeAlias = Literal["wrong", "missing", "extra", "swapped"]

_MOST_PLACES = 2_000
# How much likelier one slip is than another, in bits.
_LIKELIHOOD: dict[Slip, float] = {"swapped": 3.0, "missing": 2.0, "extra": 1.0, "wrong": 0.0}
_SHORTEST_CHINESE, _SHORTEST_LATIN = 3, 4
# In a word this long one wrong character is a slip; in a shorter one it is another word.
_LONG_CHINESE = 5
_LONG_LATIN = 8
# 2017 is no slip for 2018.
_DIGITS = re.compile(r"\d")


class Spelling:
    """Looks for slips in one corpus."""

    def __init__(self, corpus: Corpus, aliases: Aliases) -> None:
        self._corpus = corpus
        self._aliases = aliases

    def find(self, folded: str, evidence: Evidence) -> list[Found]:
        """Find what a query with a slip was meant to be; nothing for queries too short to tell."""
        squeezed = "".join(folded.split())
        if squeezed.isascii():
            return self._latin(folded) if len(squeezed) >= _SHORTEST_LATIN else []
        if len(squeezed) < _SHORTEST_CHINESE:
            return []
        known = squeezed in self._aliases.forms  # another name, not a slip
        windows = dict.fromkeys((*self._with_two_swapped(squeezed), *self._near_halves(squeezed)))
        judged = (self._judge(squeezed, start, end, evidence, known) for start, end in windows)
        return _without_overlaps([found for found in judged if found])

    def _with_two_swapped(self, query: str) -> Iterator[tuple[int, int]]:
        for place in range(len(query) - 1):
            swapped = query[:place] + query[place + 1] + query[place] + query[place + 2 :]
            yield from islice(literal_places(self._corpus, swapped), _MOST_PLACES)

    def _near_halves(self, query: str) -> Iterator[tuple[int, int]]:
        """Yield windows of about the query's length around each place of either half."""
        text, middle, length = self._corpus.text, len(query) // 2, len(query)
        for half, before in ((query[middle:], middle), (query[:middle], 0)):
            for place, _ in islice(literal_places(self._corpus, half), _MOST_PLACES):
                for start in (place - before, place - before - 1, place - before + 1) if before else (place,):
                    for end in (start + length, start + length + 1, start + length - 1):
                        # One slip leaves one of the ends as it was.
                        if 0 <= start < end <= len(text) and (
                            text[start] == query[0] or text[end - 1] == query[-1]
                        ):
                            yield start, end

    def _judge(self, query: str, start: int, end: int, evidence: Evidence, known: bool) -> Found | None:
        window = self._corpus.text[start:end]
        slip = _slip(query, window)
        if slip is None:
            return None
        speaks = evidence.bits_for(start, end)
        bits = CHARACTER_BITS * min(len(query) - (slip == "wrong"), len(window)) - log2(len(query))
        doubtful = known or (slip == "wrong" and len(query) < _LONG_CHINESE)
        # Without its first or last character the query is only a part of itself, unless that was doubled.
        doubtful |= slip == "extra" and window in query and len(set(query)) == len(query)
        weak = doubtful or speaks < 0 or not evidence.sure(bits + speaks)
        return Found(start, end, "fuzzy", fit(speaks + _LIKELIHOOD[slip] - 4 * doubtful), weak)

    @cached_property
    def _latin_words(self) -> frozenset[str]:
        return frozenset(re.findall(r"[a-z][a-z0-9]+", self._corpus.text))

    def _latin(self, folded: str) -> list[Found]:
        from rapidfuzz.distance import OSA

        slips = 1 if len(folded) < _LONG_LATIN else 2
        found = []
        for word in self._latin_words.union(name for name in self._aliases.forms if name.isascii()):
            if abs(len(word) - len(folded)) > slips or word[:1] != folded[:1]:
                continue
            distance = OSA.distance(word, folded, score_cutoff=slips)
            if 0 < distance <= slips and len(word) >= _SHORTEST_LATIN * distance:
                weak = len(word) <= _SHORTEST_LATIN and sorted(word) != sorted(folded)
                for name in (word, *self._aliases.of(word)):
                    places = islice(literal_places(self._corpus, name), _MOST_PLACES)
                    found += [Found(*place, "fuzzy", 1 / distance, weak) for place in places]
        return found


def _slip(query: str, window: str) -> Slip | None:
    """Name the one slip that makes the query of the window; None when it takes none, or more."""
    from rapidfuzz.distance import OSA

    if (
        "\n" in window
        or OSA.distance(query, window, score_cutoff=1) != 1
        or _DIGITS.findall(query) != _DIGITS.findall(window)
    ):
        return None
    if len(query) < len(window):
        # A character at either end is only a neighbour: the window then holds the query itself.
        return None if query in window else "missing"
    if len(query) > len(window):
        return "extra"
    differ = [(one, other) for one, other in zip(query, window, strict=True) if one != other]
    if len(differ) == 2:
        return "swapped"
    # A mark is no slip for a character.
    return "wrong" if all(map(is_han, differ[0])) else None


def _without_overlaps(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for each in sorted(found, key=lambda each: (each.weak, -each.fit, each.start)):
        if all(each.end <= other.start or each.start >= other.end for other in kept):
            kept.append(each)
    return kept
