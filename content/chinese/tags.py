"""Which part of speech a word has in the dictionary: one weak voice, for it knows no sentence."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from content.chinese.common import common_words
from content.chinese.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

_REMEMBERED = 65_536  # words: a long text has hardly more
Tag: TypeAlias = Literal[
    "place", "organisation", "proper", "person", "action", "verb", "adjective", "adverb", "time", "function",
    "noun", "",
]  # fmt: skip


@lru_cache(maxsize=_REMEMBERED)
def tag_of(folded: str) -> Tag:
    """Return the part of speech of a word of two to eight characters, folded; "" where it is not known.

    An `action` is a verb that is used as a noun too: 管理, 发展. A word of no other part is a noun.
    """
    return tags().get(folded) or ("noun" if folded in common_words() or folded in _nouns() else "")


@cache
def tags() -> dict[str, Tag]:
    """Return the part of speech of all words that have another than noun."""
    table: dict[str, Tag] = {}
    for key, (words,) in read_table("tags.txt").items():
        part, _, length = key.partition(" ")
        table.update(dict.fromkeys(_cut(words, int(length)), cast("Tag", part)))
    return table


@cache
def _nouns() -> frozenset[str]:
    """Return the words of the dictionary that are seldom seen."""
    rows = read_table("nouns.txt").items()
    return frozenset(word for length, (words,) in rows for word in _cut(words, int(length)))


def _cut(words: str, size: int) -> Iterator[str]:
    return (words[start : start + size] for start in range(0, len(words), size))
