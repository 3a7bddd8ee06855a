"""A document's text with its words: where a name may begin and end."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from content.chinese.tags import Tag, tag_of, tags
from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from content.document import Document

JOINT, GUESSED, KNOWN = 0, 1, 2
"""What a place between two characters is: between words, inside one that no dictionary has, inside another."""
# Small words that a cutter without a dictionary leaves on what it takes for a word.
_FIRST = frozenset("由对從从在被是及將将但而該该據据让讓把给給若如因")
_LAST = frozenset("在的是對对將将也曾等了從从由及被把說说稱称就都还還则則")
_LONGEST = 8  # characters of a word in the dictionary


@dataclass(frozen=True)
class CutText:
    """The text of a document, folded, and its words as `[starts[i], starts[i + 1])`, the last start its end.

    What is no passage to be analysed is line ends. `places` has JOINT, GUESSED or KNOWN for each offset.
    """

    written: str
    folded: str
    starts: tuple[int, ...]
    tags: tuple[Tag, ...]
    places: bytes

    def word(self, index: int) -> str:
        """Return a word, folded."""
        return self.folded[self.starts[index] : self.starts[index + 1]]

    def index_at(self, offset: int) -> int:
        """Return the index of the word that holds the character at `offset`."""
        return bisect_right(self.starts, offset) - 1

    def stands_apart(self, start: int, end: int) -> bool:
        """Tell whether no word of the dictionary reaches over either end of a stretch."""
        return self.places[start] != KNOWN and self.places[end] != KNOWN

    def is_cut_out(self, start: int, end: int) -> bool:
        """Tell whether words begin and end where a stretch does."""
        return self.places[start] == JOINT and self.places[end] == JOINT

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words, folded."""
        return tuple(self.word(index) for index in range(len(self.tags)))


def cut_text(document: Document, words: Mapping[int, Sequence[str]] | None = None) -> CutText:
    """Cut a document with the words of its passages, by number; without them by the longest known words.

    A passage whose words do not join to its text is cut as one without words. Notices are left out.
    """
    pieces, starts, tag_list, offset = [], [], [], 0
    length = len(document.text)
    places = bytearray(length + 1)
    for passage in document.passages:
        if passage.kind == "notice" or passage.end <= max(offset, passage.start):
            continue
        start = max(offset, passage.start)
        if start > offset:
            pieces.append("\n" * (start - offset))
            starts.append(offset)
            tag_list.append("")
        text = fold(document.text[start : passage.end])
        given = (words or {}).get(passage.number)
        if given is None or sum(map(len, given)) != len(text) or fold("".join(given)) != text:
            given = list(_longest_words(text))
        pieces.append(text)
        place = start
        for length_of_word in map(len, _parted(given)):
            tag = tag_of(text[place - start : place - start + length_of_word]) if length_of_word > 1 else ""
            starts.append(place)
            tag_list.append(tag)
            if length_of_word > 1:
                inside = KNOWN if tag else GUESSED
                places[place + 1 : place + length_of_word] = bytes((inside,)) * (length_of_word - 1)
            place += length_of_word
        offset = passage.end
    if offset < length:
        pieces.append("\n" * (length - offset))
        starts.append(offset)
        tag_list.append("")
    return CutText(document.text, "".join(pieces), (*starts, length), tuple(tag_list), bytes(places))  # type: ignore[arg-type]


def _parted(words: Sequence[str]) -> Iterator[str]:
    """Yield words, small ones taken off those that no dictionary has: 罗浩在 is 罗浩 and 在."""
    for word in words:
        if len(word) < 2 or word[0].isascii() or tag_of(fold(word)):
            if word:
                yield word
            continue
        first = 1 if word[0] in _FIRST else 0
        last = len(word) - (1 if word[-1] in _LAST and len(word) - first > 1 else 0)
        yield from filter(None, (word[:first], word[first:last], word[last:]))


def _longest_words(text: str) -> Iterator[str]:
    """Cut a folded text from the left into the longest words of the dictionary, Latin words whole."""
    known = tags()
    start = 0
    while start < len(text):
        end = start + 1
        if text[start].isascii() and text[start].isalnum():
            while end < len(text) and text[end].isascii() and text[end].isalnum():
                end += 1
        elif "\u4e00" <= text[start] <= "\u9fff":
            for length in range(min(_LONGEST, len(text) - start), 1, -1):
                word = text[start : start + length]
                if word in known or (length <= 4 and tag_of(word)):
                    end = start + length
                    break
        yield text[start:end]
        start = end
