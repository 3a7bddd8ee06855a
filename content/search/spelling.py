"""Places one slip away from a query: a character wrong, missing, too many, or two of them swapped.

What a slip leaves as it was is looked up, the rarer part of it where there are two, and the rest compared:
so every place one slip away is found, and no other is looked at.
"""

from __future__ import annotations

import re
from functools import cached_property
from math import log2
from typing import TYPE_CHECKING, TypeAlias
from typing import Literal as OneOf

from content.chinese.common import is_common_word
from content.chinese.lookalikes import alike, lookalikes
from content.search.evidence import CHARACTER_BITS, fit
from content.search.query import is_han
from content.search.ranking import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.search.aliases import Aliases
    from content.search.cap import Cap
    from content.search.corpus import Corpus
    from content.search.evidence import Evidence
    from content.search.literal import Literal
    from content.search.tables import SearchTables

Slip: TypeAlias = OneOf["alike", "wrong", "missing", "extra", "swapped"]

# Of a part that is common so many times as many places are compared as are taken.
_COMPARED = 8
# What a character says that looks like the one in the text.
_ALIKE_BITS = 5.0
# How much likelier one slip is than another, in bits.
_LIKELIHOOD: dict[Slip, float] = {"swapped": 3.0, "alike": 3.0, "missing": 2.0, "extra": 1.0, "wrong": 0.0}
_SHORTEST_CHINESE, _SHORTEST_LATIN = 3, 4
# In a word this long one wrong character is a slip; in a shorter one it is another word.
_LONG_CHINESE = 5
_LONG_LATIN = 8
# What is longer, or made of more runs of one script, is no word with a slip in it.
_LONGEST, _MOST_PIECES = 32, 6
# 2017 is no slip for 2018.
_DIGITS = re.compile(r"\d")


class Spelling:
    """Looks for slips in one corpus."""

    def __init__(self, corpus: Corpus, tables: SearchTables, literal: Literal, aliases: Aliases) -> None:
        self._corpus = corpus
        self._tables = tables
        self._literal = literal
        self._aliases = aliases

    def find(self, folded: str, evidence: Evidence, cap: Cap) -> list[Found]:
        """Find what a query with a slip was meant to be; nothing for queries too short to tell."""
        squeezed = "".join(folded.split())
        if squeezed.isascii():
            return self._latin(folded, cap) if len(squeezed) >= _SHORTEST_LATIN else []
        pieces = self._literal.pieces(folded)
        if not _SHORTEST_CHINESE - 1 <= len(squeezed) <= _LONGEST or pieces > _MOST_PIECES:
            return []
        # Another name, or a word that is meant, is no slip.
        known = squeezed in self._aliases.forms or is_common_word(squeezed)
        # Half of what is shorter would be wrong: only what looks alike is a slip then.
        long_enough = len(squeezed) >= _SHORTEST_CHINESE
        places = self._one_slip_away(squeezed, cap) if long_enough else self._alike(squeezed, cap)
        judged = (self._judge(squeezed, *place, evidence, known) for place in places)
        return _without_overlaps([found for found in judged if found])

    def _one_slip_away(self, query: str, cap: Cap) -> Iterator[tuple[int, int, Slip]]:
        for place in range(len(query)):
            before, behind = query[:place], query[place + 1 :]
            if behind:
                swapped = before + behind[0] + query[place] + behind[1:]
                if swapped != query:
                    for start, end in cap.take(self._literal.places(swapped)):
                        yield start, end, "swapped"
            for start, end in cap.take(self._literal.places(before + behind)):
                yield start, end, "extra"
            # A mark is no slip for a character.
            for start, end in self._around(before, behind, cap) if is_han(query[place]) else ():
                wrong: Slip = "alike" if alike(query[place], self._corpus.text[start + place]) else "wrong"
                yield start, end, wrong
            if before:
                for start, end in self._around(before, query[place:], cap):
                    yield start, end, "missing"

    def _alike(self, query: str, cap: Cap) -> Iterator[tuple[int, int, Slip]]:
        for place, character in enumerate(query):
            for other in lookalikes(character):
                for start, end in cap.take(self._literal.places(query[:place] + other + query[place + 1 :])):
                    yield start, end, "alike"

    def _around(self, before: str, behind: str, cap: Cap) -> list[tuple[int, int]]:
        """Return the stretches of two parts with a Chinese character between them, or beside the only one."""
        text, middle = self._corpus.text, len(before)
        at_most = self._literal.at_most
        rarer_before = before and (not behind or at_most(before) <= at_most(behind))
        rarer, shift = (before, 0) if rarer_before else (behind, middle + 1)
        length = middle + 1 + len(behind)
        starts = (place - shift for place, _ in cap.look_at(self._literal.places(rarer), _COMPARED))
        return cap.take(
            (start, start + length)
            for start in starts
            if start >= 0
            and is_han(text[start + middle])
            and text.startswith(before, start)
            and text.startswith(behind, start + middle + 1)
        )

    def _judge(
        self, query: str, start: int, end: int, slip: Slip, evidence: Evidence, known: bool
    ) -> Found | None:
        window = self._corpus.text[start:end]
        if "\n" in window or query in window or _DIGITS.findall(query) != _DIGITS.findall(window):
            return None
        speaks = evidence.bits_for(start, end)
        same = len(query) - (slip in ("wrong", "alike"))
        bits = CHARACTER_BITS * min(same, len(window)) + _ALIKE_BITS * (slip == "alike") - log2(len(query))
        doubtful = known or (slip == "wrong" and len(query) < _LONG_CHINESE)
        # Without its first or last character the query is only a part of itself, unless that was doubled.
        doubtful |= slip == "extra" and window in query and len(set(query)) == len(query)
        weak = doubtful or speaks < 0 or not evidence.sure(bits + speaks)
        return Found(start, end, "fuzzy", fit(speaks + _LIKELIHOOD[slip] - 4 * doubtful), weak)

    @cached_property
    def _latin_words(self) -> frozenset[str]:
        names = (name for name in self._aliases.forms if name.isascii())
        return frozenset((*names, *self._tables.latin_words))

    def _latin(self, folded: str, cap: Cap) -> list[Found]:
        from rapidfuzz.distance import OSA

        slips = 1 if len(folded) < _LONG_LATIN else 2
        found = []
        for word in self._latin_words:
            if abs(len(word) - len(folded)) > slips or word[:1] != folded[:1]:
                continue
            distance = OSA.distance(word, folded, score_cutoff=slips)
            if 0 < distance <= slips and len(word) >= _SHORTEST_LATIN * distance:
                weak = len(word) <= _SHORTEST_LATIN and sorted(word) != sorted(folded)
                for name in (word, *(other for other, _ in self._aliases.of(word))):
                    places = cap.take(self._literal.places(name))
                    found += [Found(*place, "fuzzy", 1 / distance, weak) for place in places]
        return found


def _without_overlaps(found: list[Found]) -> list[Found]:
    """Keep the best of those that overlap."""
    kept: list[Found] = []
    taken: set[int] = set()
    for each in sorted(found, key=lambda each: (each.weak, -each.fit, each.start)):
        offsets = range(each.start, each.end)
        if taken.isdisjoint(offsets):
            taken.update(offsets)
            kept.append(each)
    return kept
