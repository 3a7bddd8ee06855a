"""Several words, and plain questions: passages that hold all of them, nearer together first, then most.

A word counts the more the fewer passages hold it. What a question asks with (哪年, 多少) counts nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

from content.search.query import is_han
from content.search.ranking import Candidate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from content.search.corpus import Corpus
    from content.search.ranking import Found

_MOST_WORDS = 12
# What means something in a question has at least so many characters.
_SHORTEST_QUESTION = 4
# What asks nothing and is shorter is one word, not a half remembered sentence.
_SHORTEST_SENTENCE = 7
# Less of the query than this is a guess.
_ENOUGH = 0.65
# Passages that hold much less of the query than the best one does are left out.
_OF_THE_MOST = 0.6
# A question says more than its answer does.
_ENOUGH_OF_A_QUESTION = 0.5
_ASKING = re.compile(
    "为什么|什么时候|什么|怎么样|怎么|怎样|如何|哪一年|哪年|哪些|哪个|哪里|哪家|哪位|多少|几个|几年|是不是|有没有|是否"
    "|何时|何处|[谁吗呢]"
)
_ASKING_WHEN = re.compile("什么时候|哪一年|哪年|何时")
_ANSWERS_WHEN = re.compile("[0-9〇一二三四五六七八九]{4} ?年|[0-9十] ?[月日]")
_ASKING_HOW_MUCH = re.compile("多少|几个|几年")
_ANSWERS_HOW_MUCH = re.compile("[0-9]|[一二三四五六七八九十百千][万亿成]")
_FUNCTION_WORDS = re.compile(f"{_ASKING.pattern}|[吧啊呀了的是在把被和与及也都就才又]")
# Numbers and Latin words stay whole; what is between is Chinese.
_TOKENS = re.compile(r"\d[\d.,]*[%万亿]*|[a-z]+|[^\da-z]+")
_SENTENCE_MARKS = re.compile(r"[^\w%.·-]+")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the query and where it was found; `weight` is its share of the query, all shares being 1."""

    places: Sequence[Found]
    weight: float


def by_words(corpus: Corpus, words: Sequence[str], look_up: Callable[[str], list[Found]]) -> list[Candidate]:
    """Find passages by several words, each looked up by itself."""
    words = list(dict.fromkeys(words))[:_MOST_WORDS]
    if len(words) < 2:
        return []
    weighed = _weighed(corpus, [(word, look_up(word)) for word in words])
    return _candidates(corpus, weighed, _ENOUGH)


def by_question(
    corpus: Corpus,
    folded: str,
    look_up: Callable[[str], list[Found]],
    cut: Callable[[str], list[str]],
) -> list[Candidate]:
    """Find the passages that hold most of what a question or a half remembered sentence says.

    `cut` divides a piece that stands in the corpus into words. Among equals a passage that has a date, or
    a number, comes first when the question asks for one.
    """
    if not asks(folded) and len(folded) < _SHORTEST_SENTENCE:
        return []
    pieces: list[str] = []
    for part in _FUNCTION_WORDS.sub(" ", _SENTENCE_MARKS.sub(" ", folded)).split():
        for token in _TOKENS.findall(part):
            known = _longest_known(corpus.text, token) if is_han(token[0]) else [token]
            pieces += [word for piece in known for word in cut(piece)]
    pieces = list(dict.fromkeys(pieces))[:_MOST_WORDS]
    if sum(map(len, pieces)) < _SHORTEST_QUESTION:
        return []
    candidates = _candidates(
        corpus, _weighed(corpus, [(piece, look_up(piece)) for piece in pieces]), _ENOUGH_OF_A_QUESTION
    )
    answer = _ANSWERS_WHEN if _ASKING_WHEN.search(folded) else _ANSWERS_HOW_MUCH
    if answer is _ANSWERS_WHEN or _ASKING_HOW_MUCH.search(folded):
        for each in candidates:
            each.fit -= 0.1 * (answer.search(corpus.text, each.place.start, each.place.end) is None)
    return candidates


def asks(folded: str) -> bool:
    """Tell whether a query holds a word that asks."""
    return bool(_ASKING.search(folded))


def _longest_known(text: str, part: str) -> list[str]:
    """Divide characters into the longest pieces that stand in the text, from the left.

    What stands nowhere is kept in one piece, so that it counts as missing; lone characters are not.
    """
    pieces: list[str] = []
    unknown, start = "", 0
    while start < len(part):
        end = start + 1
        while end < len(part) and part[start : end + 1] in text:
            end += 1
        if end - start == 1 and is_han(part[start]):
            unknown += part[start]
        else:
            pieces += (unknown, part[start:end])
            unknown = ""
        start = end
    return [piece for piece in (*pieces, unknown) if len(piece) > 1 or (piece and not is_han(piece))]


def _weighed(corpus: Corpus, found: list[tuple[str, list[Found]]]) -> list[_Word]:
    passages = sum(len(document.passages) for document in corpus.documents)
    weights = []
    for word, places in found:
        holding = len({corpus.place_at(place.start).start for place in places})
        # A word that stands nowhere weighs less than one that stands once: the text may say it otherwise.
        weights.append(log2(1 + passages / (holding or 2)) * min(len(word), 4))
    whole = sum(weights) or 1.0
    return [_Word(places, weight / whole) for (_, places), weight in zip(found, weights, strict=True)]


def _candidates(corpus: Corpus, words: Sequence[_Word], enough: float) -> list[Candidate]:
    holding: defaultdict[int, dict[int, list[Found]]] = defaultdict(lambda: defaultdict(list))
    for number, word in enumerate(words):
        for found in word.places:
            holding[corpus.place_at(found.start).start][number].append(found)
    candidates: list[tuple[float, Candidate]] = []
    for start, by_word in holding.items():
        share = sum(words[number].weight for number in by_word)
        spans = _apart(sorted({(each.start, each.end) for places in by_word.values() for each in places}))
        nearness = 1 / (1 + _narrowest(by_word) / 40) if len(by_word) > 1 else 0.0
        guess = share < enough or any(all(each.weak for each in places) for places in by_word.values())
        fit = (0.6 if len(by_word) == len(words) else 0.5 * share) + 0.4 * nearness * share
        candidates.append((share, Candidate(corpus.place_at(start), "words", guess, fit, spans)))
    most = max((share for share, _ in candidates), default=0.0)
    return [candidate for share, candidate in candidates if share >= _OF_THE_MOST * most]


def _narrowest(by_word: dict[int, list[Found]]) -> int:
    """Return how many characters lie between the words where they stand closest together."""
    places = sorted((each.start, each.end, number) for number, found in by_word.items() for each in found)
    latest: dict[int, tuple[int, int]] = {}
    narrowest = 1 << 30
    for start, end, number in places:
        latest[number] = (start, end)
        if len(latest) == len(by_word):
            inside = sum(stop - begin for begin, stop in latest.values())
            narrowest = min(narrowest, end - min(begin for begin, _ in latest.values()) - inside)
    return max(0, narrowest)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    apart: list[tuple[int, int]] = []
    for start, end in spans:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
