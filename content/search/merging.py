"""Postings of one text made of those of others: whole groups of offsets at a time, never one by one."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from itertools import compress, count, islice, pairwise
from operator import add, ne

from content.search.postings import Postings


def merged(first: Postings, second: Postings, by: int) -> Postings:
    """Put the offsets of each key in `second`, moved by so much, behind those in `first`."""
    added, offsets, done = moved(second.offsets, by), array("I"), 0
    for key in compress(count(), map(ne, second.starts, islice(second.starts, 1, None))):
        end = first.starts[key + 1]
        offsets.extend(first.offsets[done:end])
        offsets.extend(added[second.starts[key] : second.starts[key + 1]])
        done = end
    offsets.extend(first.offsets[done:])
    return Postings(array("I", map(add, first.starts, second.starts)), offsets)


def parted(postings: Postings, start: int, end: int) -> tuple[Postings, Postings]:
    """Return postings of the offsets before `start` alone, and of those from `end` on."""
    offsets = postings.offsets
    before, after = Postings(array("I", [0]), array("I")), Postings(array("I", [0]), array("I"))
    for low, high in pairwise(postings.starts):
        first = bisect_left(offsets, start, low, high)
        last = bisect_left(offsets, end, first, high)
        for part, group in ((before, offsets[low:first]), (after, offsets[last:high])):
            part.offsets.extend(group)
            part.starts.append(len(part.offsets))
    return before, after


def moved(numbers: array[int], by: int) -> array[int]:
    """Add to every number, of which none becomes negative or too great.

    To Python all of them are one great number, so that this is one addition.
    """
    one, other = (
        int.from_bytes(each.tobytes(), sys.byteorder)
        for each in (numbers, array("I", [abs(by)]) * len(numbers))
    )
    size = len(numbers) * numbers.itemsize
    return array("I", (one + other if by >= 0 else one - other).to_bytes(size, sys.byteorder))
