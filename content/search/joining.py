"""Tables of many documents made of tables that are there: joined behind one another, or some taken out.

Each document ends with a newline in the text of a corpus, and no word, number or row of sounds goes on beyond
it. So what is known of one depends on no other, but for where it stands.
"""

from __future__ import annotations

from array import array

from content.search.boundaries import words_between
from content.search.merging import merged, moved, parted
from content.search.numbers import NumberTable
from content.search.postings import Postings
from content.search.stored import StoredTables
from content.search.vocabularies import joined, reduced


def join(first: StoredTables, second: StoredTables) -> StoredTables:
    """Return the tables of some documents followed by others, as if made of all of them at once."""
    length = len(first.text)
    return StoredTables(
        first.text + second.text,
        first.marks[:-1] + second.marks,
        merged(first.sounds, second.sounds, length),
        merged(first.initials, second.initials, length),
        joined(first.vocabulary, second.vocabulary),
        _merged_numbers(first.numbers, second.numbers, length),
    )


def without(tables: StoredTables, start: int, end: int) -> StoredTables:
    """Return tables without the documents at `[start, end)` of their text, as if made of the others."""
    text, marks, by = tables.text, tables.marks, start - end
    return StoredTables(
        text[:start] + text[end:],
        marks[:start] + marks[end:],
        merged(*parted(tables.sounds, start, end), by),
        merged(*parted(tables.initials, start, end), by),
        reduced(tables.vocabulary, words_between(text[start:end], marks[start:end])),
        _merged_numbers(*_parted_numbers(tables.numbers, start, end), by),
    )


def _merged_numbers(first: NumberTable, second: NumberTable, by: int) -> NumberTable:
    """Put the places of each meaning in `second`, moved by so much, behind those in `first`."""
    second = NumberTable(second.meanings, second.firsts, moved(second.starts, by), moved(second.ends, by))
    groups: dict[str, list[tuple[array[int], array[int]]]] = {}
    for table in (first, second):
        for meaning, low, high in zip(_meanings(table), table.firsts, table.firsts[1:], strict=False):
            if low < high:
                groups.setdefault(meaning, []).append((table.starts[low:high], table.ends[low:high]))
    firsts, starts, ends = array("I", [0]), array("I"), array("I")
    for meaning in sorted(groups):
        for group in groups[meaning]:
            starts.extend(group[0])
            ends.extend(group[1])
        firsts.append(len(starts))
    return NumberTable("".join(f"\n{meaning}" for meaning in sorted(groups)) + "\n", firsts, starts, ends)


def _parted_numbers(table: NumberTable, start: int, end: int) -> tuple[NumberTable, NumberTable]:
    """Return the numbers before `start` alone, and those from `end` on; no number stands across either."""
    starts, ends = (parted(Postings(table.firsts, each), start, end) for each in (table.starts, table.ends))
    before, after = (
        NumberTable(table.meanings, one.starts, one.offsets, other.offsets)
        for one, other in zip(starts, ends, strict=True)
    )
    return before, after


def _meanings(table: NumberTable) -> list[str]:
    return table.meanings.split("\n")[1:-1]
