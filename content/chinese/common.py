"""Which words are common in the language, and how common.

Who types a common word means it, and has not slipped in typing another; what a text says more often than
others do is what it is about.
"""

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
def common_words() -> frozenset[str]:
    """Return all common words: quicker where one asks thousands of times, and milliseconds to make."""
    rows = _words().items()
    return frozenset(
        words[start : start + length] for length, words in rows for start in range(0, len(words), length)
    )


def times_seen(folded: str) -> int:
    """Return about how often a word of two to four characters, folded, stands in 60 million words.

    A power of two from 128 on; 0 for a word that is seldom seen, and for anything shorter or longer.
    """
    return _frequent().get(folded, 0)


@cache
def _frequent() -> dict[str, int]:
    seen: dict[str, int] = {}
    for key, (words,) in read_table("frequent.txt").items():
        exponent, length = map(int, key.split())
        starts = range(0, len(words), length)
        seen.update((words[start : start + length], 1 << exponent) for start in starts)
    return seen


@cache
def _words() -> dict[int, str]:
    """Return the sorted words of each length, one behind the other: one string is read in no time."""
    return {int(length): words for length, (words,) in read_table("words.txt").items()}
