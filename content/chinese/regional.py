"""Words that are others on the mainland, in Taiwan and in Hong Kong: 网络 and 網路, 软件 and 軟體."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import cache
from itertools import chain, combinations, islice, permutations, product
from pathlib import Path
from typing import TYPE_CHECKING

from content.chinese.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A text is said otherwise in at most so many ways.
_MOST_WAYS = 8


def said_elsewhere(folded: str) -> tuple[str, ...]:
    """Return what a folded text would be where other words are used, at most eight ways, the likeliest first.

    A word is the same throughout a way. OpenCC's words are as old as its lists: 整合 for 集成 is one of them,
    though both are said everywhere.
    """
    pieces, words = _divided(folded)
    changes = islice(_changes(words), _MOST_WAYS + 1)  # of few words, all of them are one or two of them too
    ways = dict.fromkeys("".join([change.get(piece, piece) for piece in pieces]) for change in changes)
    return tuple(ways)[:_MOST_WAYS]


def _changes(words: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield words to change with what they become: all of them, each by itself, each two of them."""
    others = _others()
    if words:
        yield {word: next(iter(others[word])) for word in words}
    for changed in chain(combinations(words, 1), combinations(words, 2)):
        for become in product(*(others[word] for word in changed)):
            yield dict(zip(changed, become, strict=True))


def _divided(folded: str) -> tuple[list[str], list[str]]:
    """Divide a text into known words, longest first, and what is between them; return the known words too.

    Of two as long that overlap the later is one: 产品质量 is 产品 and 质量, with no 品质 in it.
    """
    others = _others()
    ends: dict[int, int] = {}
    taken: set[int] = set()
    for length in _lengths():
        for start in range(len(folded) - length, -1, -1):
            if folded[start : start + length] in others:
                offsets = range(start, start + length)
                if taken.isdisjoint(offsets):
                    taken.update(offsets)
                    ends[start] = start + length
    pieces, place = [], 0
    for start, end in sorted(ends.items()):
        pieces += [folded[place:start], folded[start:end]]
        place = end
    return [*pieces, folded[place:]], list(dict.fromkeys(pieces[1::2]))


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(word) for word in _others()}, reverse=True))


@cache
def _others() -> dict[str, dict[str, None]]:
    others: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for word, other in chain.from_iterable(permutations(group, 2) for group in _groups()):
        others[word][other] = None
    return dict(others)


def _groups() -> Iterator[Sequence[str]]:
    written = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    yield from map(str.split, tomllib.loads(written)["groups"].splitlines())
    yield from zip(*(field.split(" ") for field in read_table("variants.txt")["regional words"]), strict=True)
