"""Machine-made queries for strings that stand in a made book, each spoiled in one way, and who finds them.

What is typed for a string comes from pypinyin and OpenCC, not from the tables that are tested with it.
Every passage that holds the string is right.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from slips import KINDS_OF_SPELLING, spelled
from sounds import KINDS_OF_SOUND, sounded, syllables

from content.chinese.segmentation import dictionary_words
from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from made_book import MadeBook

    from content.search import Hit, SearchIndex

LITERAL = {"literal, 1 character": 1, "literal, 2 characters": 2, "literal, 5 characters": 5}
ABSENT = ("absent characters", "absent pinyin", "absent initials")
KINDS = (*LITERAL, *KINDS_OF_SPELLING, "several words", *KINDS_OF_SOUND, "number", "alias", *ABSENT)
_LIMIT = 20
_LONGEST_WORD = 4
_FARTHEST_WORDS = 30  # characters


@dataclass(frozen=True, slots=True)
class MadeQuery:
    """What is typed, what was meant by it ("" for nothing), and which passages are right."""

    typed: str
    meant: str
    is_right: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a query fared: one over the rank of the first right passage, and whether the first was a guess.

    For what is absent `found` is 1 when nothing but guesses was shown.
    """

    query: MadeQuery
    found: float
    weak: bool


def outcome(query: MadeQuery, hits: list[Hit], book: MadeBook) -> Outcome:
    """Judge the hits for a query."""
    weak = bool(hits) and hits[0].weak
    if not query.meant:
        return Outcome(query, float(all(hit.weak for hit in hits)), weak)
    right = (
        rank for rank, hit in enumerate(hits, 1) if query.is_right(book.passage(hit.document, hit.passage))
    )
    first = next(right, None)
    return Outcome(query, 1 / first if first else 0.0, weak)


def outcomes(index: SearchIndex, book: MadeBook, kind: str, count: int) -> list[Outcome]:
    """Make so many queries of a kind and run them."""
    return [
        outcome(query, index.search(query.typed, _LIMIT), book) for query in made_queries(book, kind, count)
    ]


def mean_reciprocal_rank(results: Iterable[Outcome]) -> float:
    """Return the mean of what was found."""
    found = [result.found for result in results]
    return sum(found) / len(found)


def made_queries(book: MadeBook, kind: str, count: int, seed: int = 1) -> list[MadeQuery]:
    """Make so many different queries of one of `KINDS`, the same ones for the same `seed`."""
    drawn = _drawn(book, kind, random.Random(f"{seed} {kind}"))
    made: dict[str, MadeQuery] = {}
    # There are only some thousands of characters to ask for, and the common ones are drawn again and again.
    may_repeat = kind == "literal, 1 character"
    repeated: list[MadeQuery] = []
    while len(made) + len(repeated) < count:
        query = next(drawn)
        if query.typed not in made:
            made[query.typed] = query
        elif may_repeat:
            repeated.append(query)
    return [*made.values(), *repeated]


def _drawn(book: MadeBook, kind: str, chance: random.Random) -> Iterator[MadeQuery]:
    while True:
        if kind in LITERAL:
            query: MadeQuery | None = _for_string(text := _string(book, LITERAL[kind], chance), text)
        elif kind in KINDS_OF_SPELLING or kind in KINDS_OF_SOUND:
            query = _spoiled(book, kind, chance)
        elif kind == "several words":
            query = _several_words(book, chance)
        elif kind == "number":
            query = _number(book, chance)
        elif kind == "alias":
            query = _alias(book, chance)
        else:
            query = _absent(book, kind, chance)
        if query:
            yield query


def _for_string(typed: str, text: str) -> MadeQuery:
    return MadeQuery(typed, text, lambda passage: text in passage)


def _string(book: MadeBook, length: int, chance: random.Random) -> str:
    """Draw a string of characters that sound like something, from anywhere in the book."""
    while True:
        passage = chance.choice(book.passages)
        start = chance.randrange(len(passage) - length)
        text = passage[start : start + length]
        if syllables(text):
            return text


def _spoiled(book: MadeBook, kind: str, chance: random.Random) -> MadeQuery | None:
    if kind in KINDS_OF_SPELLING:
        text = _string(book, KINDS_OF_SPELLING[kind], chance)
        typed = spelled(text, kind, book.characters, chance)
    else:
        text = _string(book, KINDS_OF_SOUND[kind], chance)
        typed = sounded(text, kind, chance)
    # What stands in the book as it was typed is answered by that, and rightly.
    if not typed or typed == text or (kind != "traditional" and fold(typed) in book.text):
        return None
    return _for_string(typed, text)


def _several_words(book: MadeBook, chance: random.Random) -> MadeQuery | None:
    """Take two words of a passage with others between; wherever they stand as near together is right."""
    words = _words_in(chance.choice(book.passages))
    if len(words) < 3:
        return None
    first = chance.randrange(len(words) - 2)
    (start, one), (end, other) = words[first], words[first + 2]
    gap = end - start - len(one)
    if one in other or other in one or gap > _FARTHEST_WORDS:
        return None
    near = re.compile(f"{one}.{{0,{gap}}}{other}|{other}.{{0,{gap}}}{one}")
    typed = " ".join(chance.sample((one, other), 2))
    return MadeQuery(typed, f"{one}…{other}", lambda passage: bool(near.search(passage)))


def _words_in(passage: str) -> list[tuple[int, str]]:
    """Return the words of two and more characters with their places, the longest first from the left."""
    words, place = [], 0
    while place < len(passage):
        for length in range(_LONGEST_WORD, 1, -1):
            word = passage[place : place + length]
            if len(word) == length and word in _dictionary():
                words.append((place, word))
                break
        else:
            length = 1
        place += length
    return words


@cache
def _dictionary() -> frozenset[str]:
    return frozenset(word for word in dictionary_words() if word.isalpha() and not word.isascii())


def _number(book: MadeBook, chance: random.Random) -> MadeQuery:
    figure = chance.choice(book.figures)
    written = re.compile("(?<![0-9.,])(?:" + "|".join(map(re.escape, figure.written)) + ")")
    typed = chance.choice(figure.written + figure.asked)
    return MadeQuery(typed, figure.written[0], lambda passage: bool(written.search(passage)))


def _alias(book: MadeBook, chance: random.Random) -> MadeQuery | None:
    entity = chance.choice(book.names)
    english = entity.english or ""
    typed = chance.choice((english, english.lower(), english.upper(), *entity.aliases))
    return _for_string(typed, entity.name) if entity.name in book.text and typed not in book.text else None


def _absent(book: MadeBook, kind: str, chance: random.Random) -> MadeQuery | None:
    """Put together characters that never stood together, rare ones as likely as common ones."""
    text = "".join(chance.sample(book.characters, 8))
    sounds = syllables(text)
    if not sounds or any(text[place : place + 2] in book.text for place in range(4)):
        return None
    by_kind = {
        "absent characters": text[:5],
        "absent pinyin": "".join(sounds[:5]),
        "absent initials": "".join(sound[0] for sound in sounds),
    }
    return MadeQuery(by_kind[kind], "", lambda _: False)
