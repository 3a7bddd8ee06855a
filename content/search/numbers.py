"""Numbers and dates, however they are written on either side."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from content.chinese.numerals import find_numerals
from content.search.ranking import Found

if TYPE_CHECKING:
    from content.chinese.numerals import Numeral
    from content.search.corpus import Corpus

# 一 and 两 are words more often than numbers.
_SMALLEST = 10
# Listing the numbers of a longer text takes more than a second.
_LONGEST_TEXT = 3_000_000


class Numbers:
    """The numbers of a corpus by what they mean, listed when one is first asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @cached_property
    def _places(self) -> dict[str, list[Numeral]]:
        places: defaultdict[str, list[Numeral]] = defaultdict(list)
        for numeral in find_numerals(self._corpus.text):
            places[numeral.meaning].append(numeral)
        return places

    def find(self, folded: str, around: int) -> list[Found]:
        """Find the number that a query is; a month also finds its days.

        At most `around` characters may stand around it, and then they must in the text.
        """
        numerals = list(find_numerals(folded))
        if len(numerals) != 1:
            return []
        (asked,) = numerals
        before, after = _squeeze(folded[: asked.start]), _squeeze(folded[asked.end :])
        small = asked.meaning.isdigit() and int(asked.meaning) < _SMALLEST
        if small or len(before) + len(after) > around or len(self._corpus.text) > _LONGEST_TEXT:
            return []
        return [
            Found(place.start, place.end, "number")
            for place in self._meaning(asked)
            if self._stands_between(place, before, after)
        ]

    def _meaning(self, asked: Numeral) -> list[Numeral]:
        same = list(self._places.get(asked.meaning, ()))
        if asked.is_date:
            for meaning, places in self._places.items():
                if meaning.startswith(asked.meaning + "-"):
                    same += places
        return same

    def _stands_between(self, place: Numeral, before: str, after: str) -> bool:
        text = self._corpus.text
        room = 2 * (len(before) + len(after)) + 2
        return _squeeze(text[max(0, place.start - room) : place.start]).endswith(before) and _squeeze(
            text[place.end : place.end + room]
        ).startswith(after)


def _squeeze(text: str) -> str:
    return "".join(text.split())
