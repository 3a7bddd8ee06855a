"""Numbers and dates, however they are written on either side."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from content.chinese.numerals import asked_numeral, find_numerals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# 一 to 十 are words more often than numbers.
_SMALLEST = 11
# What may stand between two characters that are found without regard to spaces.
_MOST_SPACES = 2
_SPACES = rf"[^\S\n]{{0,{_MOST_SPACES}}}"
_HEADER = 3  # unsigned integers: meanings, places, bytes of the meanings


@dataclass(frozen=True, slots=True)
class NumberTable:
    """Where the numbers of a text stand, by what they mean.

    `meanings` are sorted, each on a line of its own; the places of the one numbered i (from 0) are
    `starts` and `ends`, in code points, from `firsts[i]` up to `firsts[i + 1]`, in reading order.
    """

    meanings: str
    firsts: array[int]
    starts: array[int]
    ends: array[int]

    def places(self, meaning: str) -> list[tuple[int, int]]:
        """Return the places `[start, end)` of a number or date that means exactly this."""
        found = self.meanings.find(f"\n{meaning}\n")
        return [] if found < 0 else self._places_of(self.meanings.count("\n", 0, found))

    def dates_within(self, meaning: str) -> list[tuple[int, int]]:
        """Return the places of the dates within a date, itself included: the days of a month.

        A date without its year (`d--09`) has those of every year within it.
        """
        year, rest = ("(?:[0-9]{4}|-)", meaning[2:]) if meaning.startswith("d--") else ("", meaning)
        pattern = re.compile(rf"\n{'d' if year else ''}{year}{re.escape(rest)}(?=[-\n])")
        return sorted(chain.from_iterable(map(self._places_of, self._ranks(pattern))))

    def _ranks(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """Yield the numbers of the meanings that a pattern, which begins with their newline, fits."""
        rank = counted = 0
        for found in pattern.finditer(self.meanings):
            rank += self.meanings.count("\n", counted, found.start())
            counted = found.start()
            yield rank

    def _places_of(self, rank: int) -> list[tuple[int, int]]:
        inside = slice(self.firsts[rank], self.firsts[rank + 1])
        return list(zip(self.starts[inside], self.ends[inside], strict=True))

    def to_bytes(self) -> bytes:
        """Return the table as bytes for this machine's cache."""
        meanings = self.meanings.encode()
        header = array("I", (len(self.firsts), len(self.starts), len(meanings)))
        return b"".join(map(bytes, (header, self.firsts, self.starts, self.ends, meanings)))

    @classmethod
    def from_bytes(cls, written: memoryview) -> NumberTable:
        """Read what `to_bytes` wrote. Raises ValueError where it is cut short or not of one piece."""
        size = array("I").itemsize
        header = array("I", bytes(written[: _HEADER * size]) if len(written) >= _HEADER * size else b"")
        at = _HEADER * size
        if not header or len(written) != at + size * (header[0] + 2 * header[1]) + header[2]:
            raise ValueError("a table of numbers that is cut short")
        columns = []
        for length in (header[0], header[1], header[1]):
            columns.append(array("I", bytes(written[at : at + length * size])))
            at += length * size
        table = cls(str(written[at:], "utf-8"), *columns)
        if not header[0] or table.meanings.count("\n") != header[0] or table.firsts[-1] != header[1]:
            raise ValueError("a table of numbers that is not whole")
        return table


def list_numbers(text: str) -> NumberTable:
    """List the numbers of a folded text."""
    grouped: dict[str, list[int]] = {}
    for numeral in find_numerals(text):
        grouped.setdefault(numeral.meaning, []).extend((numeral.start, numeral.end))
    firsts, starts, ends = array("I", [0]), array("I"), array("I")
    for meaning in sorted(grouped):
        starts.extend(grouped[meaning][::2])
        ends.extend(grouped[meaning][1::2])
        firsts.append(len(starts))
    return NumberTable("".join(f"\n{meaning}" for meaning in sorted(grouped)) + "\n", firsts, starts, ends)


class Numbers:
    """The numbers of a folded text, found by what they mean."""

    def __init__(self, text: str, table: NumberTable) -> None:
        self._text = text
        self._table = table

    def places(self, folded: str, around: int) -> Iterator[tuple[int, int]]:
        """Yield where the number that a query is stands; a year also has its months, a month its days.

        At most `around` characters may stand around it in the query. Then they must in the text, on the
        same line, and the places `[start, end)`, in reading order, are with them: 2 亿用户.
        """
        asked = asked_numeral(folded)
        if asked is None:
            return
        before, after = _squeeze(folded[: asked.start]), _squeeze(folded[asked.end :])
        meaning = asked.meanings[0]
        small = meaning.isdigit() and int(meaning) < _SMALLEST
        if small or len(before) + len(after) > around:
            return
        places = sorted({place for meaning in asked.meanings for place in self._meaning(meaning)})
        yield from self._between(places, before, after) if before or after else places

    def without_year(self, folded: str) -> list[tuple[str, int, int]]:
        """Return where a date stands without the year that is asked for, and that year: 第三季度."""
        asked = asked_numeral(folded)
        years = [re.match(r"d([0-9]{4})-", meaning) for meaning in asked.meanings] if asked else []
        return sorted(
            (year[1], start, end)
            for year in filter(None, years)
            for start, end in self._table.places(f"d--{year.string[year.end() :]}")
        )

    def _meaning(self, meaning: str) -> list[tuple[int, int]]:
        return self._table.dates_within(meaning) if meaning[0] == "d" else self._table.places(meaning)

    def _between(
        self, places: Iterable[tuple[int, int]], before: str, after: str
    ) -> Iterator[tuple[int, int]]:
        """Yield the places that stand between some characters, and these with them."""
        ahead = re.compile("".join(re.escape(each) + _SPACES for each in before) + r"\Z")
        behind = re.compile("".join(_SPACES + re.escape(each) for each in after))
        room = (1 + _MOST_SPACES) * len(before)
        for start, end in places:
            begin = ahead.search(self._text, max(0, start - room), start)
            last = behind.match(self._text, end)
            if begin and last:
                yield begin.start(), last.end()


def _squeeze(text: str) -> str:
    return "".join(text.split())
