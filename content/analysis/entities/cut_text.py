"""A document's text with its words: where a name may begin and end."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from content.analysis.entities.data import words_of
from content.chinese.common import is_common_word
from content.chinese.tags import Tag, tag_of, tags
from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from content.document import Document

JOINT, GUESSED, KNOWN = 0, 1, 2
"""A place between two characters is between words, inside one that no dictionary has, or inside another."""
# Small words that a cutter without a dictionary leaves on what it takes for a word.
_FIRST = frozenset("由对从在被是及将但而该据让把给若如因")
_LAST = frozenset("在的是对将也曾等了从由及被把说称就都还则")
_JOINS = frozenset("和与")  # the last of longer words only: 郑和 is a name
_NAME = 2
_LONGEST = 8  # characters of a word in the dictionary


@dataclass(frozen=True)
class CutText:
    """The text of a document, folded, and its words as `[starts[i], starts[i + 1])`, the last start its end.

    What is no passage to be analysed is line ends, each a word. `places` has JOINT, GUESSED or KNOWN for each
    offset.
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
        return tuple(self.folded[start:end] for start, end in pairwise(self.starts))


def cut_text(document: Document, words: Mapping[int, Sequence[str]] | None = None) -> CutText:
    """Cut a document with the words of its passages, by number; without them by the longest known words.

    A passage whose words do not join to its text is cut as one without words. Notices are left out.
    """
    pieces: list[str] = []
    starts: list[int] = []
    tag_list: list[Tag] = []
    offset, length = 0, len(document.text)
    places = bytearray(length + 1)
    countries = words_of("places", "countries")
    for passage in document.passages:
        start = max(offset, passage.start)
        if passage.kind == "notice" or passage.end <= start:
            continue
        if start > offset:
            pieces.append("\n" * (start - offset))
            starts += range(offset, start)
            tag_list += [""] * (start - offset)
        written = document.text[start : passage.end]
        text = fold(written)
        pieces.append(text)
        given = (words or {}).get(passage.number)
        if given is None or ((joined := "".join(given)) != written and fold(joined) != text):
            given = tuple(_longest_words(text))
        place = 0
        for size in _sizes(text, given):
            tag: Tag = ""
            if size > 1:
                word = text[place : place + size]
                tag = "place" if word in countries else tag_of(word)
                inside = KNOWN if tag else GUESSED
                places[start + place + 1] = inside
                if size > 2:
                    places[start + place + 2 : start + place + size] = bytes((inside,)) * (size - 2)
            starts.append(start + place)
            tag_list.append(tag)
            place += size
        offset = passage.end
    if offset < length:
        pieces.append("\n" * (length - offset))
        starts += range(offset, length)
        tag_list += [""] * (length - offset)
    return CutText(document.text, "".join(pieces), (*starts, length), tuple(tag_list), bytes(places))


def _sizes(text: str, words: Iterable[str]) -> Iterator[int]:
    """Yield how long the words are, small ones taken off unknown ones: 罗浩在 is 罗浩 and 在."""
    place = 0
    for word in words:
        size = len(word)
        end = place + size
        if (
            size > 1
            and (text[place] in _FIRST or text[end - 1] in _LAST or text[end - 1] in _JOINS)
            and not tag_of(text[place:end])
        ):
            first = int(text[place] in _FIRST)
            small = text[end - 1] in _LAST or (size > _NAME and text[end - 1] in _JOINS)
            last = int(small and size - first > 1)
            yield from filter(None, (first, size - first - last, last))
        elif size:
            yield size
        place = end


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
                if word in known or (length <= 4 and is_common_word(word)):
                    end = start + length
                    break
        yield text[start:end]
        start = end
