"""A document's text with its words: where a name may begin and end."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from content.analysis.entities.data import words_of
from content.chinese.common import common_words
from content.chinese.tags import Tag, tag_of, tags
from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from content.document import Document

JOINT, GUESSED, KNOWN = 0, 1, 2
"""A place between two characters is between words, inside one that no dictionary has, or inside another."""
# Small words that a cutter without a dictionary leaves on what it takes for a word.
_FIRST = frozenset("由对从在被是及将但而该据让把给若如因")
_LAST = frozenset("在的是对将也曾等了从由及被把说称就都还则")
_JOINS = frozenset("和与")  # the last of longer words only: 郑和 is a name
_NAME = 2
_REMEMBERED = 65_536  # words: a long text has hardly more


@dataclass(frozen=True)
class CutText:
    """The text of a document, folded, and its words as `[starts[i], starts[i + 1])`, the last start its end.

    What is no passage to be analysed is line ends, each a word. `places` has JOINT, GUESSED or KNOWN for each
    offset. `words` are all words, folded.
    """

    written: str
    folded: str
    starts: tuple[int, ...]
    tags: tuple[Tag, ...]
    places: bytes
    words: tuple[str, ...]

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
    def tag_of(self) -> dict[str, Tag]:
        """The tag of each word, the same wherever it stands."""
        return dict(zip(self.words, self.tags, strict=True))

    def indices_of(self, words: Container[str]) -> list[int]:
        """Return where these words stand, as indices of words."""
        return [index for index, word in enumerate(self.words) if word in words]

    @cached_property
    def verb_starts(self) -> bytes:
        """For each offset 1 where a verb begins, else 0."""
        begins = bytearray(len(self.folded) + 1)
        for start, tag in zip(self.starts, self.tags, strict=False):
            if tag == "verb":
                begins[start] = 1
        return bytes(begins)


class _Word(NamedTuple):
    """What is made of a word: its pieces, their sizes and tags, and the places of its characters."""

    pieces: tuple[str, ...]
    sizes: tuple[int, ...]
    tags: tuple[Tag, ...]
    places: bytes


def cut_text(document: Document, words: Mapping[int, Sequence[str]] | None = None) -> CutText:
    """Cut a document with the words of its passages, by number; without them by the longest known words.

    A passage whose words do not join to its text is cut as one without words. Notices are left out.
    """
    found: list[str] = []
    sizes: list[int] = []
    tag_list: list[Tag] = []
    places: list[bytes] = []

    def skip(length: int) -> None:
        found.extend("\n" * length)
        sizes.extend((1,) * length)
        tag_list.extend([""] * length)
        places.append(bytes(length))

    offset = 0
    for passage in document.passages:
        start = max(offset, passage.start)
        if passage.kind == "notice" or passage.end <= start:
            continue
        skip(start - offset)
        written = document.text[start : passage.end]
        text = fold(written)
        given = (words or {}).get(passage.number)
        if given is None or ((joined := "".join(given)) != written and fold(joined) != text):
            given = tuple(_longest_words(text))
        place = 0
        for word in given:
            end = place + len(word)
            made = _made(text[place:end])
            found += made.pieces
            sizes += made.sizes
            tag_list += made.tags
            places.append(made.places)
            place = end
        offset = passage.end
    skip(len(document.text) - offset)
    starts = tuple(accumulate(sizes, initial=0))
    return CutText(
        document.text, "".join(found), starts, tuple(tag_list), b"".join((*places, b"\0")), tuple(found)
    )


@lru_cache(maxsize=_REMEMBERED)
def _made(word: str) -> _Word:
    """Return what a folded word is made of."""
    pieces, offset = [], 0
    for size in _sizes(word):
        pieces.append(word[offset : offset + size])
        offset += size
    tags_of = tuple(_tag(piece) for piece in pieces)
    places = (
        bytes((JOINT, *((KNOWN if tag else GUESSED),) * (len(piece) - 1)))
        for piece, tag in zip(pieces, tags_of, strict=True)
    )
    return _Word(tuple(pieces), tuple(map(len, pieces)), tags_of, b"".join(places))


def _tag(word: str) -> Tag:
    if len(word) < _NAME:
        return ""
    named = word in words_of("places", "countries") or word in words_of("places", "cities")
    return "place" if named else tag_of(word)


def _sizes(word: str) -> Iterable[int]:
    """Return how long a word's pieces are, small words taken off an unknown one: 罗浩在 is 罗浩 and 在."""
    size = len(word)
    if size > 1 and (word[0] in _FIRST or word[-1] in _LAST or word[-1] in _JOINS) and not tag_of(word):
        first = int(word[0] in _FIRST)
        small = word[-1] in _LAST or (size > _NAME and word[-1] in _JOINS)
        last = int(small and size - first > 1)
        return filter(None, (first, size - first - last, last))
    return (size,) if size else ()


def _longest_words(text: str) -> Iterator[str]:
    """Cut a folded text from the left into the longest words of the dictionary, Latin words whole."""
    known, common, longest = tags(), common_words(), _longest()
    start = 0
    while start < len(text):
        end = start + 1
        if text[start].isascii() and text[start].isalnum():
            while end < len(text) and text[end].isascii() and text[end].isalnum():
                end += 1
        else:
            for length in range(longest.get(text[start : start + 2], 0), 1, -1):
                word = text[start : start + length]
                if word in known or word in common:
                    end = start + len(word)
                    break
        yield text[start:end]
        start = end


@cache
def _longest() -> dict[str, int]:
    """Return how long the longest word is that begins with each two characters."""
    return {word[:2]: len(word) for word in sorted(chain(tags(), common_words()), key=len)}
