"""Chinese people's names: a surname, a given name, and what stands around them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp
from typing import TYPE_CHECKING, TypeAlias

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.cut_text import GUESSED, JOINT, KNOWN
from content.analysis.entities.data import words_of
from content.analysis.entities.surroundings import (
    BEFORE,
    BEHIND,
    ends_in_speech,
    follows_as_person,
    precedes_as_person,
)
from content.chinese.tags import tag_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from content.analysis.entities.cut_text import CutText

# How much evidence makes a name, and how much more of it makes it sure.
ENOUGH = 3.0
_SLOPE = 0.9
# How sure each kind of surname is, and how much a given name of such characters speaks for one.
_SURNAMES = {"double": 2.0, "uncertain": -0.5, "plain": 1.0, "common": 0.3, "word": -0.7}
_LIKED = {0: -1.2, 1: -0.2, 2: 1.5}
_SHORT_LIKED = {0: -1.5, 1: -0.2}
_SELDOM = -1.3
# What a word of the dictionary takes away that is the whole name, or the given name alone.
_WHOLE = {"": 0.0, "person": 0.6, "noun": -3.0, "action": -3.0, "adjective": -3.0}
_GIVEN = {
    "": 0.0,
    "person": 0.0,
    "noun": -0.9,
    "action": -1.5,
    "adjective": -0.6,
    "proper": -0.6,
    "verb": -1.5,
}
_WORST, _WORST_GIVEN, _SPLIT = -4.5, -2.5, -2.0
_AGAIN, _MOST_AGAIN = 0.7, 2.1
_LISTED = 1.8
_BEHIND = 1.3
_TITLED = 3.0
_JOINS = frozenset("和与")
# A name that is such a word stands for somebody throughout where one place in so many says so by itself.
_EVERYDAY, _MOSTLY = -3.0, 3
_SHORTEST, _CERTAIN = 2, 0.85
# Standing there often says more for a name that something else speaks for.
_TOLD = 2.0
# Surnames that are small words more often: what follows them and is a word makes no name. 曾强奸, 成英文.
_SMALL_SURNAMES = frozenset("曾向于成有能从时应过")
_WORDS = frozenset({"noun", "verb", "action", "adjective", "adverb", "function", "time"})
_SMALL_WORD = -1.2
_FAMILIAR = "阿"
_COUNTS = frozenset("一二三四五六七八九十百千两几数余多")
_SMALL = frozenset("说称摄文等总著译的地得了着过是在有和与及也都就还又画图绘等某哥姐叔婶伯")
# A name that is so sure elsewhere is preferred to one with a character more or less.
_SURE, _ELSEWHERE = 4.5, 1.8
# What the place says where a name begins and ends.
_AT_START = {JOINT: 0.4, GUESSED: -0.8, KNOWN: -2.5}
_AT_END = {JOINT: 0.6, GUESSED: -0.9, KNOWN: -3.0}
_LONGEST = 4  # characters
_REMEMBERED = 4096  # names in their surroundings

_Scored: TypeAlias = tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True)
class People:
    """Where Chinese names may stand: the start of each, and how much speaks for each of its lengths.

    `told` are the names that are sure somewhere by themselves, each with where it is surest.
    """

    cut: CutText
    positions: tuple[tuple[int, _Scored], ...]
    told: dict[str, int]

    def find(self, among: Collection[int] = (), behind: Collection[int] = ()) -> list[Candidate]:
        """Return the names; `among` are offsets where one begins or ends beside somebody known in a list.

        `behind` are offsets where an organisation ends: 永顺基金许拓.

        A name that is found once is found wherever its characters stand as words of their own; one that is an
        everyday word too, only where most of its places say so.
        """
        text, told = self.cut.folded, self.told
        places: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for start, scored in self.positions:
            chosen, chosen_score, most = 0, 0.0, -100.0
            for score, length in scored:
                end = start + length
                if start in among or end in among:
                    score += _LISTED
                if start in behind and self.cut.places[end] == JOINT and not tag_of(text[start : start + 2]):
                    score += _BEHIND
                preferred = score + _ELSEWHERE * (told.get(text[start:end], start) != start)
                if preferred > most:
                    chosen, chosen_score, most = end, score, preferred
            places[text[start:chosen]].append((start, chosen_score))
        return list(_accepted(self.cut, places))


def look_for_people(cut: CutText) -> People:
    """Look for Chinese names."""
    positions = []
    places, verbs = cut.places, cut.verb_starts
    text = cut.folded
    for found in _surname().finditer(text):
        first, last = found.start(), found.end() - 1
        for start in (first, last) if last > first and text[last] in _kinds() else (first,):
            low, behind = max(0, start - BEFORE), start + _LONGEST + 2
            scored = _scored(
                text[low : start + _LONGEST + BEHIND],
                start - low,
                places[start:behind],
                verbs[start:behind],
            )
            if scored:
                positions.append((start, scored))
    return People(cut, tuple(positions), _told(text, positions))


@lru_cache(maxsize=_REMEMBERED)
def _scored(text: str, start: int, places: bytes, verbs: bytes) -> _Scored:
    """Return how much speaks for each length of a name that begins at `start` of a stretch of a text.

    `places` and `verbs` are those from there on. Nothing beyond the stretch is looked at: what stands again
    in the same surroundings, as all does in some texts, is judged once.
    """
    if places[0] == KNOWN and precedes_as_person(text, start) < _TITLED:
        return ()
    surname = len(_surname_at(text, start))
    lengths = range(surname + 1, min(surname + 2, len(text) - start) + 1)
    scores = ((_score(text, start, surname, length, places, verbs), length) for length in lengths)
    return tuple((score, length) for score, length in scores if score is not None)


def _told(text: str, positions: Iterable[tuple[int, _Scored]]) -> dict[str, int]:
    """Return the names that are sure somewhere by themselves, each with where it is surest."""
    surest: dict[str, tuple[float, int]] = {}
    for start, scored in positions:
        score, length = max(scored)
        name = text[start : start + length]
        if score >= _SURE and score > surest.get(name, (0.0, 0))[0]:
            surest[name] = score, start
    return {name: start for name, (_, start) in surest.items()}


def _accepted(cut: CutText, places: dict[str, list[tuple[int, float]]]) -> Iterable[Candidate]:
    for name, scored in places.items():
        best = max(score for _, score in scored)
        if best < ENOUGH - _MOST_AGAIN:
            continue
        apart = [place for place in scored if cut.stands_apart(place[0], place[0] + len(name))] or scored
        again = min(_MOST_AGAIN, _AGAIN * (len(apart) - 1))
        # Of two characters many words are made: that such a one is repeated tells of no person.
        total = best + (again if best >= (_TOLD if len(name) > _SHORTEST else ENOUGH) else 0)
        if total < ENOUGH:
            continue
        if _whole(name) <= _EVERYDAY:
            told = [place for place in apart if place[1] >= ENOUGH]
            apart = apart if len(told) * _MOSTLY >= len(apart) else told
        sure = confidence(total)
        for start, _ in apart:
            yield Candidate(start, start + len(name), "person", sure)


def confidence(score: float) -> float:
    """Return how sure a name of a score is, 0 to 1."""
    return round(min(0.97, 1 / (1 + exp(-_SLOPE * (score - ENOUGH) - 0.2))), 3)


def _score(text: str, start: int, family: int, length: int, places: bytes, verbs: bytes) -> float | None:
    """Return how much speaks for a name, or None where its characters cannot be one.

    It has `length` characters, `family` of them the surname's; `places` and `verbs` are those from `start`.
    """
    middle, end = start + family, start + length
    if text[start - 1 : start].isdigit() or (text[start] == "万" and text[start - 1 : start] in _COUNTS):
        return None  # 3 万余元
    if text[start - 1 : start] == _FAMILIAR:
        return None  # 阿朱常来
    surname, given = text[start:middle], text[middle:end]
    liked = _liked_in(given)
    if liked is None:
        return None
    name = surname + given
    if len(given) > 1 and ends_in_speech(text, end):
        return None  # 阿朱笑道
    if name in _no_names():
        return None
    score = _SURNAMES[_kinds()[surname]]
    if surname == _FAMILIAR and given in _kinds():
        liked = 1
    score += _LIKED[liked] if len(given) == 2 else _SHORT_LIKED[liked] - 0.3
    score += _whole(name)
    score += _SELDOM * sum(character in words_of("people", "given", "seldom") for character in given)
    if len(given) == 2:
        against = _GIVEN.get(tag_of(given), _WORST_GIVEN)
        score += against * (0.4 if liked == 2 and _kinds()[surname] != "word" else 1)
        if places[family] == KNOWN and places[family + 1] != KNOWN:
            score += _SPLIT
    if surname in _SMALL_SURNAMES and tag_of(given) not in ("", "person"):
        score += _SMALL_WORD
    if len(name) == 3 and tag_of(name[:2]) in _WORDS and not _is_cut_out(places, length):
        score += _SMALL_WORD
    score += _edges(text, end, length, places, verbs)
    after = follows_as_person(text, end)
    if given[-1] in _JOINS and after <= 0:
        return None  # 韩薇和几位同事
    return score + precedes_as_person(text, start) + after


@cache
def _no_names() -> frozenset[str]:
    return (
        words_of("people", "common", "words") | words_of("places", "countries") | words_of("places", "cities")
    )


@cache
def _whole(name: str) -> float:
    """Return what is against a name that is a word of the dictionary."""
    return _WHOLE.get(tag_of(name), _WORST)


def _is_cut_out(places: bytes, length: int) -> bool:
    return places[0] == JOINT and places[length] == JOINT


def _edges(text: str, end: int, length: int, places: bytes, verbs: bytes) -> float:
    """Return what the cutting into words says for a name and against it."""
    score = _AT_START[places[0]]
    score += _AT_END[places[length]]
    if JOINT not in places[1:length] and _is_cut_out(places, length):
        score += 1.4
    elif places[length] == JOINT and end < len(text):
        score += 0.3 * verbs[length]
    if length == _SHORTEST and _left_over(text, end, places[length:]):
        score -= 1.0
    return score


def _left_over(text: str, end: int, places: bytes) -> bool:
    """Tell whether one character is left between a name and a mark, which is rather the name's last."""
    following = text[end : end + 2]
    return (
        len(following) == 2
        and places[0] == places[1] == JOINT
        and "\u4e00" <= following[0] <= "\u9fff"
        and following[0] not in _SMALL
        and not following[1].isalnum()
    )


@cache
def _liked_in(given: str) -> int | None:
    """Return how many characters are such as given names have; None where one cannot be in any."""
    if not all("\u4e00" <= character <= "\u9fff" for character in given) or not given:
        return None
    liked, never = words_of("people", "given", "liked"), _never()
    if any(character in never for character in given):
        return None
    return sum(character in liked for character in given)


@cache
def _never() -> frozenset[str]:
    characters = frozenset("".join(words_of("people", "given", "never")))
    return characters - words_of("people", "given", "liked") - words_of("people", "given", "seldom")


@cache
def _kinds() -> dict[str, str]:
    """Return of which kind each surname is; the least sure kind counts."""
    return {
        surname: kind
        for kind in ("plain", "double", "common", "word", "uncertain")
        for surname in words_of("people", "surnames", kind)
        if len(surname) <= 2
    }


@cache
def _surname() -> re.Pattern[str]:
    doubles = sorted((surname for surname in _kinds() if len(surname) > 1), reverse=True)
    singles = "".join(surname for surname in _kinds() if len(surname) == 1)
    return re.compile(f"{'|'.join(doubles)}|[{singles}]")


def _surname_at(text: str, start: int) -> str:
    return text[start : start + 2] if text[start : start + 2] in _kinds() else text[start]
