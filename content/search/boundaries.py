"""Where words begin: tells a word that was found from characters that only happen to stand together."""

from __future__ import annotations

import re
from itertools import accumulate, compress, count
from typing import TYPE_CHECKING

from content.search.query import is_latin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from content.chinese.segmentation import Segmenter
    from content.search.corpus import Corpus, Place


_HAN = "〇㐀-\u9fff\U00020000-\U0003ffff"
# 48 is no number of its own in 14.48.
_GOES_ON_BEFORE = re.compile(rf"(?:[^\W_{_HAN}]|\d[.,])\Z")
_GOES_ON_AFTER = re.compile(rf"[^\W_{_HAN}]|[.,]\d")


class Boundaries:
    """A mark for each character of the corpus that begins a word, one byte a character.

    Without words given, the passages that are asked about are cut here, one by one; `known_words` tells
    which words are then kept whole.
    """

    def __init__(self, corpus: Corpus, known_words: Callable[[], frozenset[str]] = frozenset) -> None:
        self._corpus = corpus
        self._known_words = known_words
        self._begins: Sequence[int] | None = None
        self._cut: dict[int, frozenset[int]] = {}

    @property
    def complete(self) -> bool:
        """Whether the words of every passage are known."""
        return self._begins is not None

    def set_words(self, words: Iterable[Sequence[str]]) -> None:
        """Take over the words of each passage in reading order, notices too.

        Raises ValueError when they are not as many passages, or not as long.
        """
        begins = bytearray(self._corpus.bases[-1] + 1)
        for place, passage_words in zip(self._corpus.places(), words, strict=True):
            offsets = list(accumulate(map(len, passage_words), initial=place.start))
            if offsets[-1] != place.end:
                raise ValueError(f"the words of passage {place.passage.number} are not as long as it is")
            for offset in offsets:
                begins[offset] = 1
        self._begins = begins

    def cut_all(self) -> None:
        """Cut every passage into words, where that was not done."""
        if self._begins is None:
            segmenter = self._segmenter()
            self.set_words(segmenter.cut(place.passage.text) for place in self._corpus.places())

    @property
    def marks(self) -> Sequence[int]:
        """The marks, one byte a character and one more; cuts what has not been cut."""
        self.cut_all()
        return self._begins or b""

    def set_marks(self, marks: Sequence[int]) -> None:
        """Take over marks that were made before. Raises ValueError when they are of another text."""
        if len(marks) != self._corpus.bases[-1] + 1:
            raise ValueError("the marks are of another text")
        self._begins = marks

    def words(self) -> Iterator[str]:
        """Yield the folded words of the corpus in order, and what stands between them."""
        return words_between(self._corpus.text, self.marks)

    def begins(self, offset: int) -> bool:
        """Tell whether a word begins here, or its passage ends; cuts the passage if need be."""
        if self._begins is not None:
            return bool(self._begins[offset])
        return offset in self._begins_in(self._corpus.place_at(offset))

    def around(self, start: int, end: int, *, may_cut: bool) -> bool | None:
        """Tell whether a stretch begins and ends with a word, None when that is not known.

        `may_cut` allows to cut the passage into words here and now, which loads the dictionary.
        """
        if self._begins is None and not may_cut:
            return None
        return self.begins(start) and self.begins(end)

    def latin_word(self, start: int, end: int) -> bool:
        """Tell whether no Latin word or number goes on beyond either end of a stretch."""
        text = self._corpus.text
        if "㐀" <= text[start] <= "\u9fff" and "㐀" <= text[end - 1] <= "\u9fff":
            return True  # what follows is as good as always so, and quicker to tell
        inside_left = is_latin(text[start]) and _GOES_ON_BEFORE.search(text, max(0, start - 2), start)
        inside_right = is_latin(text[end - 1]) and _GOES_ON_AFTER.match(text, end)
        return not (inside_left or inside_right)

    def _begins_in(self, place: Place) -> frozenset[int]:
        begins = self._cut.get(place.start)
        if begins is None:
            words = self._segmenter().cut(place.passage.text)
            begins = frozenset(accumulate(map(len, words), initial=place.start))
            self._cut[place.start] = begins
        return begins

    def _segmenter(self) -> Segmenter:
        from content.chinese.segmentation import shared_segmenter  # loads a dictionary

        return shared_segmenter(self._known_words())


def words_between(text: str, marks: Sequence[int]) -> Iterator[str]:
    """Yield the words of a text in order, and what stands between them, by the marks of its characters."""
    begins = list(compress(count(), marks))
    return map(text.__getitem__, map(slice, begins, begins[1:]))
