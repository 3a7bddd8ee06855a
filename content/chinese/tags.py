"""Which part of speech a word has in the dictionary: one weak voice, for it knows no sentence."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, TypeAlias, cast

from content.chinese.common import is_common_word
from content.chinese.tables import read_table

_REMEMBERED = 65_536  # words: a long text has hardly more
Tag: TypeAlias = Literal[
    "place", "organisation", "proper", "person", "action", "verb", "adjective", "adverb", "time", "function",
    "noun", "",
]  # fmt: skip


@lru_cache(maxsize=_REMEMBERED)
def tag_of(folded: str) -> Tag:
    """Return the part of speech of a word of two to eight characters, folded; "" where it is not known.

    An `action` is a verb that is used as a noun too: 管理, 发展. A common word of no other part is a noun.
    """
    return tags().get(folded) or ("noun" if is_common_word(folded) else "")


@cache
def tags() -> dict[str, Tag]:
    """Return the part of speech of all words that have another than noun."""
    table: dict[str, Tag] = {}
    for key, (words,) in read_table("tags.txt").items():
        part, _, length = key.partition(" ")
        size = int(length)
        starts = range(0, len(words), size)
        table.update(dict.fromkeys((words[start : start + size] for start in starts), cast("Tag", part)))
    return table
