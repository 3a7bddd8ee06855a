"""The words of a corpus, by how they are written and by how they are typed."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from heapq import nsmallest
from itertools import islice, product
from typing import TYPE_CHECKING

from content.chinese.pinyin import readings_of_all
from content.search.query import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# What is longer is no word: a row of characters that the dictionary does not know, an address, a key.
_LONGEST_CHINESE, _LONGEST_LATIN = 12, 64
# A word whose characters have several readings is typed in at most so many ways.
_MOST_WAYS = 4


class Vocabulary:
    """Distinct folded words, sorted, and how often each stands in the corpus.

    `keys`, sorted too, are what may be typed for the Chinese ones, pinyin or initials; `owners` has the
    place among the words of the one that each key stands for.
    """

    def __init__(
        self, words: Sequence[str], counts: Sequence[int], keys: Sequence[str], owners: Sequence[int]
    ) -> None:
        self.words = words
        self.counts = counts
        self.keys = keys
        self.owners = owners

    def count(self, word: str) -> int:
        """Return how often a word stands in the corpus as a word of its own; 0 when it is none."""
        place = bisect_left(self.words, word)
        return self.counts[place] if place < len(self.words) and self.words[place] == word else 0

    def beginning_with(self, beginning: str, most: int) -> list[str]:
        """Return up to `most` words that begin with some characters, the commonest first."""
        return self._commonest(_from(self.words, beginning), most)

    def typed(self, letters: str, most: int) -> list[str]:
        """Return up to `most` words whose pinyin or initials are these letters, the commonest first."""
        places = range(bisect_left(self.keys, letters), bisect_right(self.keys, letters))
        return self._commonest((self.owners[place] for place in places), most)

    def typed_so_far(self, letters: str, most: int) -> list[str]:
        """Return up to `most` words whose pinyin or initials begin so, the commonest first."""
        return self._commonest((self.owners[place] for place in _from(self.keys, letters)), most)

    @cached_property
    def latin(self) -> tuple[str, ...]:
        """The words that begin with a Latin letter."""
        first, end = bisect_left(self.words, "a"), bisect_left(self.words, "{")
        return tuple(self.words[first:end])

    def _commonest(self, places: Iterable[int], most: int) -> list[str]:
        best = nsmallest(most, set(places), key=lambda place: (-self.counts[place], place))
        return [self.words[place] for place in best]


def collect_vocabulary(words: Iterable[str]) -> Vocabulary:
    """Count words; what has a mark in it is none."""
    counted = Counter(words)
    kept = sorted(filter(_is_word, counted))
    read = {each: sounds or (each,) for each, sounds in readings_of_all(frozenset("".join(kept))).items()}
    plain = {each: sounds[0] for each, sounds in read.items() if len(sounds) == 1}
    pairs = sorted(
        (key, place)
        for place, word in enumerate(kept)
        if is_han(word[0])
        for key in _typed_for(word, read, plain)
    )
    counts = array("I", (counted[word] for word in kept))
    return Vocabulary(kept, counts, [key for key, _ in pairs], array("I", (place for _, place in pairs)))


def _is_word(written: str) -> bool:
    return written.isalnum() and len(written) <= (_LONGEST_CHINESE if is_han(written[0]) else _LONGEST_LATIN)


def _from(keys: Sequence[str], beginning: str) -> range:
    """Return the places of the sorted keys that begin with some characters."""
    return range(bisect_left(keys, beginning), bisect_left(keys, beginning + "\U0010ffff"))


def _typed_for(word: str, read: Mapping[str, tuple[str, ...]], plain: Mapping[str, str]) -> set[str]:
    """Return the pinyin and the initials of a word, for each reading of its characters.

    `plain` has the characters that are read in one way, of which most words are.
    """
    try:
        sounds = [plain[character] for character in word]
    except KeyError:
        ways = list(islice(product(*(read[character] for character in word)), _MOST_WAYS))
    else:
        return {"".join(sounds), "".join([sound[0] for sound in sounds])}
    return {"".join(way) for way in ways}.union("".join([sound[0] for sound in way]) for way in ways)
