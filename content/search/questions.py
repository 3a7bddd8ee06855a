"""Plain questions and half remembered sentences: the words in them that carry meaning.

What a question asks with (哪年, 多少) counts nothing.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from content.chinese.numerals import asked_numeral, find_numerals
from content.chinese.pinyin import usually_read
from content.search.query import is_han
from content.search.words import MOST_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from content.search.aliases import Aliases
    from content.search.boundaries import Boundaries
    from content.search.cap import Cap
    from content.search.corpus import Corpus
    from content.search.literal import Literal
    from content.search.ranking import Candidate
    from content.search.words import Word, Words

# What asks nothing and is shorter is one word, not a half remembered sentence.
_SHORTEST_SENTENCE = 7
# A question says more than its answer does; of what is shorter than a sentence all must be there.
_ENOUGH = 0.5
# Whether a piece is a word is told by so many of its places.
_SAMPLE = 200
_WHEN = "什么时候|哪一年|哪年|何时"
_HOW_MUCH = "多少|几[个年岁次成家名位条款亿万千百天月]|多[大久长高重远]"
_ASKING = re.compile(
    f"为什么|{_WHEN}|什么|怎么样|怎么|怎样|如何|哪些|哪个|哪里|哪家|哪位|{_HOW_MUCH}"
    "|是不是|有没有|是否|何处|[谁吗呢]"
)
_ASKING_WHEN, _ASKING_HOW_MUCH = re.compile(_WHEN), re.compile(_HOW_MUCH)
_ANSWERS_WHEN = re.compile("[0-9〇一二三四五六七八九]{4} ?年|[0-9十] ?[月日]")
# A passage that has no figure is that much less of an answer to a question for one.
_NO_ANSWER = 0.5
_ANSWERS_HOW_MUCH = re.compile("[0-9]|[一二三四五六七八九十百千][万亿成]")
_FUNCTION_WORDS = re.compile(f"{_ASKING.pattern}|[吧啊呀了的是在把被和与及也都就才又]")
# Latin words stay whole, with the figures in them: C2B, 5G.
_LATIN_TOKEN = re.compile(r"[a-z0-9]*[a-z][a-z0-9]*|[^a-z]+")
_SENTENCE_MARKS = re.compile(r"[^\w%.·-]+")


class Questions:
    """Answers questions over one corpus."""

    def __init__(
        self, corpus: Corpus, literal: Literal, boundaries: Boundaries, aliases: Aliases, words: Words
    ) -> None:
        self._corpus = corpus
        self._literal = literal
        self._boundaries = boundaries
        self._aliases = aliases
        self._words = words

    def find(self, folded: str, look_up: Callable[[str], Word], cap: Cap) -> list[Candidate]:
        """Find the passages that hold most of what a question or a half remembered sentence says.

        Among equals a passage that has a date, or a number, comes first when the question asks for one.
        """
        pieces = [
            word
            for part in _FUNCTION_WORDS.sub(" ", _SENTENCE_MARKS.sub(" ", folded)).split()
            for token in _tokens(part)
            for piece in (self._longest_known(token) if _is_chinese(token) else [token])
            for word in (self._cut(piece) if _is_chinese(piece) else [piece])
        ]
        pieces = list(dict.fromkeys(pieces))[:MOST_WORDS]
        if pieces == [folded] or all(map(usually_read, pieces)):
            return []  # it was looked up as it is
        if asks(folded) or len(folded) >= _SHORTEST_SENTENCE:
            enough = _ENOUGH
        elif len(pieces) > 1 and self._is_whole(folded, pieces):
            enough = 1.0
        else:
            return []
        candidates = self._words.holding([look_up(piece) for piece in pieces], enough, cap)
        answer = _ANSWERS_WHEN if _ASKING_WHEN.search(folded) else _ANSWERS_HOW_MUCH
        if answer is _ANSWERS_WHEN or _ASKING_HOW_MUCH.search(folded):
            for each in candidates:
                each.fit -= _NO_ANSWER * (
                    answer.search(self._corpus.text, each.place.start, each.place.end) is None
                )
        return candidates

    def _longest_known(self, part: str) -> list[str]:
        """Divide characters into the longest pieces that stand in the text, from the left.

        What stands nowhere is kept in one piece, so that it counts as missing; lone characters are not.
        """
        pieces: list[str] = []
        unknown, start = "", 0
        while start < len(part):
            end = start + 1
            while end < len(part) and self._literal.stands(part[start : end + 1]):
                end += 1
            if end - start == 1 and is_han(part[start]):
                unknown += part[start]
            else:
                pieces += (unknown, part[start:end])
                unknown = ""
            start = end
        return [piece for piece in (*pieces, unknown) if self._says_something(piece)]

    def _is_whole(self, folded: str, pieces: Sequence[str]) -> bool:
        """Tell whether words make up a query; behind a figure a character may be left: 岁 of 18岁投保."""
        left = len(folded) - sum(map(len, pieces))
        return left <= any(map(asked_numeral, pieces)) and all(map(self._is_word, pieces))

    def _is_word(self, piece: str) -> bool:
        """Tell whether a piece is no accident of cutting: 马化 is none, though it stands in 马化腾."""
        if not _is_chinese(piece):
            return True
        some = islice(self._literal.places(piece), _SAMPLE)
        return len(piece) > 1 and any(self._boundaries.around(*place, may_cut=True) for place in some)

    def _says_something(self, piece: str) -> bool:
        return len(piece) > 1 or piece in self._aliases.forms or (bool(piece) and not is_han(piece))

    def _cut(self, piece: str) -> list[str]:
        """Divide a piece of a question into words as they are divided where it stands."""
        start, _ = next(self._literal.places(piece), (-1, -1))
        if start < 0 or piece in self._aliases.names:
            return [piece]
        inside = [offset for offset in range(1, len(piece)) if self._boundaries.begins(start + offset)]
        words = [piece[begin:end] for begin, end in pairwise((0, *inside, len(piece)))]
        halves = [half for word in words if len(word) > 1 for half in self._halves(word)]
        return halves or [piece]

    def _halves(self, word: str) -> list[str]:
        """Divide a word of four characters whose halves are used without it too: 金融业务."""
        if len(word) != 4:
            return [word]
        halves = [word[:2], word[2:]]
        whole = self._often(word)
        return halves if all(self._often(half) > whole for half in halves) else [word]

    def _often(self, word: str) -> int:
        return sum(1 for _ in islice(self._literal.places(word), 1_000))


def _tokens(part: str) -> Iterator[str]:
    """Divide what stands between spaces into numbers, Latin words and what is between."""
    at = 0
    for numeral in find_numerals(part, asked=True):
        written = part[numeral.start : numeral.end]
        if numeral.start >= at and (len(written) > 1 or written.isdecimal()):
            yield from _LATIN_TOKEN.findall(part[at : numeral.start])
            yield written
            at = numeral.end
    yield from _LATIN_TOKEN.findall(part[at:])


def _is_chinese(token: str) -> bool:
    return is_han(token[0]) and asked_numeral(token) is None


def asks(folded: str) -> bool:
    """Tell whether a query holds a word that asks."""
    return bool(_ASKING.search(folded))
