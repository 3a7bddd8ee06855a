"""Words that are others on the mainland and in Taiwan: 网络 and 網路, 软件 and 軟體."""

from __future__ import annotations

from functools import cache

from content.chinese.tables import read_table

# A text is said otherwise in at most so many ways.
_MOST_WAYS = 8


def said_elsewhere(folded: str) -> tuple[str, ...]:
    """Return what a folded text would be where other words are used, changing one of its words at a time.

    They are as old as OpenCC's lists: 整合 for 集成 is one of them, though both are said everywhere.
    """
    ways: dict[str, None] = {}
    for word, others in _others().items():
        if word in folded:
            ways.update(dict.fromkeys(folded.replace(word, other) for other in others))
    return tuple(sorted(ways.keys() - {folded}, key=lambda way: -len(way))[:_MOST_WAYS])


@cache
def _others() -> dict[str, tuple[str, ...]]:
    mainland, taiwan = (field.split(" ") for field in read_table("variants.txt")["regional words"])
    others: dict[str, tuple[str, ...]] = {}
    for one, other in zip(mainland, taiwan, strict=True):
        others[one] = (*others.get(one, ()), other)
        others[other] = (*others.get(other, ()), one)
    return others
