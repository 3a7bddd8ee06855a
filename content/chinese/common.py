"""Which words are common in the language: who types one means it, and has not slipped in typing another."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from content.chinese.tables import read_table


def is_common_word(folded: str) -> bool:
    """Tell whether two to four characters, folded, are a common word: 体检, 形式, 利润率.

    False for anything shorter or longer, for the words of a trade that are new, and for most names.
    """
    length = len(folded)
    words = _words().get(length, "")
    starts = range(0, len(words), length or 1)
    place = bisect_left(starts, folded, key=lambda start: words[start : start + length])
    return words[place * length : (place + 1) * length] == folded != ""


@cache
def _words() -> dict[int, str]:
    """Return the sorted words of each length, one behind the other: one string is read in no time."""
    return {int(length): words for length, (words,) in read_table("words.txt").items()}
