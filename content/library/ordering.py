"""The orders in which a library can be listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from content.chinese.pinyin import readings_of_all
from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.library.records import Entry

Order: TypeAlias = Literal["opened", "title", "date", "added", "progress"]
ORDERS: tuple[Order, ...] = get_args(Order)

_PARTS = re.compile(r"\d{1,18}|\D")


def ordered(entries: Sequence[Entry], order: Order) -> tuple[Entry, ...]:
    """Return entries in an order: titles by pinyin, all else with the latest or the most first.

    Entries that are alike stay as they were.
    """
    match order:
        case "title":
            keys = _title_keys([entry.title for entry in entries])
            return tuple(entries[place] for place in sorted(range(len(entries)), key=keys.__getitem__))
        case "opened":
            return _falling(entries, [entry.opened or "" for entry in entries])
        case "date":  # `--11-28`, without a year, is not later than any
            return _falling(entries, [(entry.date or "").partition("--")[0] for entry in entries])
        case "added":
            return _falling(entries, [(entry.added, entry.id) for entry in entries])
        case "progress":
            return _falling(entries, [entry.progress for entry in entries])


def _falling(entries: Sequence[Entry], keys: Sequence[str | float | tuple[str, int]]) -> tuple[Entry, ...]:
    places = sorted(range(len(entries)), key=keys.__getitem__, reverse=True)
    return tuple(entries[place] for place in places)


def _title_keys(titles: Sequence[str]) -> list[list[tuple[int, int, str, str]]]:
    """Return what orders titles: numbers by their size, letters, then characters by how they are read."""
    folded = [fold(title) for title in titles]
    read = readings_of_all(frozenset("".join(folded)))
    return [[_key(part, read.get(part)) for part in _PARTS.findall(title)] for title in folded]


def _key(part: str, readings: Sequence[str] | None) -> tuple[int, int, str, str]:
    if part.isdecimal():
        return 0, int(part), "", part
    return (2, 0, readings[0], part) if readings else (1, 0, "", part)
