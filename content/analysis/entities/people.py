"""Chinese people's names: a surname, a given name, and what stands around them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.cut_text import GUESSED, JOINT, KNOWN
from content.analysis.entities.data import words_of
from content.analysis.entities.surroundings import follows_as_person, precedes_as_person
from content.chinese.tags import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.analysis.entities.cut_text import CutText

# How much evidence makes a name, and how much more of it makes it sure.
ENOUGH = 3.2
_SLOPE = 0.9
# How sure each kind of surname is, and how much a given name of such characters speaks for one.
_SURNAMES = {"double": 2.0, "uncertain": -0.5, "plain": 1.0, "common": 0.3, "word": -0.7}
_LIKED = {0: -1.2, 1: -0.2, 2: 1.2}
_SHORT_LIKED = {0: -1.5, 1: -0.2}
_SELDOM = -1.3
# What a word of the dictionary takes away that is the whole name, or the given name alone.
_WHOLE = {"": 0.0, "person": 0.6, "noun": -3.0, "action": -3.0, "adjective": -3.0}
_GIVEN = {"": 0.0, "person": 0.0, "noun": -0.9, "action": -1.5, "adjective": -0.6, "proper": -0.6, "verb": -1.5}
_WORST, _WORST_GIVEN, _SPLIT, _WHOLE_SHORT = -4.0, -2.5, -2.0, -1.0
_AGAIN, _MOST_AGAIN = 0.7, 2.1
_LISTED = 1.5
# Standing there often says more for a name that something else speaks for.
_TOLD = 2.0


def find_people(cut: CutText, among: Iterable[int] = ()) -> list[Candidate]:
    """Find Chinese names; `among` are offsets right before or after which somebody known is listed.

    A name that is found once is found wherever its characters stand as words of their own.
    """
    places: dict[str, list[int]] = defaultdict(list)
    best: dict[str, float] = {}
    near = frozenset(among)
    text = cut.folded
    for found in _surname().finditer(text):
        for start in {found.start(), found.start() + len(found[0]) - 1} if len(found[0]) > 1 else (found.start(),):
            if cut.places[start] == KNOWN and not precedes_as_person(text, start):
                continue
            middle = start + len(_surname_at(text, start))
            scored = [
                (score + _LISTED * (start in near or end in near), end)
                for end in (middle + 1, middle + 2)
                if (score := _score(cut, start, middle, end)) is not None
            ]
            if not scored:
                continue
            score, end = max(scored)
            name = text[start:end]
            places[name].append(start)
            best[name] = max(best.get(name, score), score)
    return list(_accepted(cut, places, best))


def _accepted(cut: CutText, places: dict[str, list[int]], best: dict[str, float]) -> Iterable[Candidate]:
    for name, starts in places.items():
        if best[name] < ENOUGH - _MOST_AGAIN:
            continue
        apart = [start for start in starts if cut.stands_apart(start, start + len(name))]
        again = min(_MOST_AGAIN, _AGAIN * max(0, len(apart) - 1))
        score = best[name] + (again if best[name] >= _TOLD else 0)
        if score < ENOUGH:
            continue
        sure = confidence(score)
        kept = apart or starts
        for start in kept:
            yield Candidate(start, start + len(name), "person", sure)


def confidence(score: float) -> float:
    """Return how sure a name of a score is, 0 to 1."""
    return round(min(0.97, 1 / (1 + exp(-_SLOPE * (score - ENOUGH) - 0.2))), 3)


def _score(cut: CutText, start: int, middle: int, end: int) -> float | None:
    """Return how much speaks for a name, or None where its characters cannot be one."""
    text = cut.folded
    surname, given = text[start:middle], text[middle:end]
    liked = _liked_in(given)
    if liked is None:
        return None
    name = surname + given
    score = _SURNAMES[_kinds()[surname]]
    score += _LIKED[liked] if len(given) == 2 else _SHORT_LIKED[liked] - 0.3
    score += _whole(name)
    score += _SELDOM * sum(character in words_of("people", "given", "seldom") for character in given)
    if len(given) == 2:
        against = _GIVEN.get(tag_of(given), _WORST_GIVEN)
        score += against * (0.4 if liked == 2 and _kinds()[surname] != "word" else 1)
        if cut.places[middle] == KNOWN and cut.places[middle + 1] != KNOWN:
            score += _SPLIT
    score += _edges(cut, start, end)
    score += precedes_as_person(text, start) + follows_as_person(text, end)
    return score


@cache
def _whole(name: str) -> float:
    """Return what is against a name that is a word of the dictionary; its people of two characters are few."""
    if name in words_of("people", "common", "words"):
        return _WORST
    if len(name) == 2 and tag_of(name) == "person":
        return _WHOLE_SHORT
    return _WHOLE.get(tag_of(name), _WORST)


def _edges(cut: CutText, start: int, end: int) -> float:
    """Return what the cutting into words says for a name and against it."""
    score = {JOINT: 0.4, GUESSED: -0.8, KNOWN: -2.5}[cut.places[start]]
    score += {JOINT: 0.6, GUESSED: -0.9, KNOWN: -3.0}[cut.places[end]]
    if JOINT not in cut.places[start + 1 : end] and cut.is_cut_out(start, end):
        score += 1.4
    elif cut.places[end] == JOINT and end < len(cut.folded):
        score += 0.3 * (cut.tags[cut.index_at(end)] == "verb")
    return score


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
