"""Names of people from elsewhere: with a dot, by their sound, in Latin letters, and Japanese ones."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.cut_text import JOINT, KNOWN
from content.analysis.entities.data import words_of
from content.analysis.entities.forms import spread
from content.analysis.entities.surroundings import (
    BEFORE,
    BEHIND,
    follows_as_person,
    speech_after,
    title_after,
    title_before,
)
from content.chinese.tags import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.analysis.entities.cut_text import CutText

_DOTS = "·・•‧∙⋅"
_DOTTED = re.compile(f"(?<=[\u4e00-\u9fff])(?:[{_DOTS}](?=[\u4e00-\u9fffa-z])|-(?=[\u4e00-\u9fff]{{2}}))")
_PART = "[A-Z][A-Za-zÀ-ÿ'’-]{0,30}"  # of any length, each of A'A'A'… would be tried to its end
_BETWEEN = r"(?: (?:[A-Z]\.|van|von|de|del|la|bin|al)){0,2}"
_LATIN = re.compile(rf"(?<![A-Za-z0-9])(?:{_PART}\.?{_BETWEEN} {_PART}|[A-Z][a-z][a-z-]+)")
_IN_BRACKETS = re.compile(rf"[(（]{_PART}\.? (?:[A-Z]\. )?{_PART}[)）]")
_LONGEST, _SHORTEST = 7, 2
_REMEMBERED = 4096  # names in their surroundings


def find_foreign(cut: CutText) -> list[Candidate]:
    """Find people's names that are not Chinese, and the last names of those that stand in full."""
    return [*_dotted(cut), *_sounded(cut), *_explained(cut), *_latin(cut), *_japanese(cut)]


def _dotted(cut: CutText) -> Iterator[Candidate]:
    text, done = cut.folded, 0
    lasts: dict[str, Candidate] = {}
    for dot in _DOTTED.finditer(text):
        if dot.start() < done:
            continue
        start, end = _back(cut, dot.start()), dot.start()
        while end < len(text) and text[end] in f"{_DOTS}-":
            following = _forth(cut, end + 1)
            if following == end + 1:
                break
            end = following
        done = end
        if start == dot.start() or end == dot.start() or not _is_foreign(cut, start, end):
            continue
        start, end = _without_small(text, start, dot.start(), end)
        yield Candidate(start, end, "person", 0.93)
        last = text[start:end].translate(str.maketrans(_DOTS, "·" * len(_DOTS))).rpartition("·")[2]
        if len(last) >= _SHORTEST and not tag_of(last).startswith(("verb", "function")):
            lasts.setdefault(last, Candidate(start, end, "person", 0.85, cut.written[start:end]))
    yield from spread(cut, lasts)


def _back(cut: CutText, end: int) -> int:
    """Return where the first part of a dotted name begins: with the word before the dot, or earlier."""
    index = cut.index_at(end - 1)
    if cut.words[index][0] in _DOTS or not cut.words[index].isalpha() or cut.tags[index] in _ENDS:
        return end
    while index > 0 and end - cut.starts[index - 1] <= _LONGEST and _sounds_foreign(cut, index - 1):
        index -= 1
    return cut.starts[index]


def _forth(cut: CutText, start: int) -> int:
    """Return where a part of a dotted name ends: with the first word, or later."""
    index = cut.index_at(start)
    if index == len(cut.tags) or cut.starts[index] != start or not cut.words[index].isalpha():
        return start
    index += 1
    while index < len(cut.tags) and cut.starts[index + 1] - start <= _LONGEST and _sounds_foreign(cut, index):
        if speech_after(cut.folded, cut.starts[index]) or title_after(cut.folded, cut.starts[index]):
            break
        index += 1
    return cut.starts[index]


def _without_small(text: str, start: int, dot: int, end: int) -> tuple[int, int]:
    """Return a dotted name without a character that a cutter left on it: 向佩通坦·钦, 巴尼耶为."""
    characters = words_of("people", "foreign", "characters")
    if (
        dot - start > _SHORTEST
        and text[start] not in characters
        and characters.issuperset(text[start + 1 : dot])
    ):
        start += 1
    if text[end - 1] in _LEFT and end - 1 - dot > _SHORTEST:
        end -= 1
    return start, end


def _is_foreign(cut: CutText, start: int, end: int) -> bool:
    """Tell whether a word of a dotted name is not the dictionary's or sounds foreign, and none is a verb."""
    characters = words_of("people", "foreign", "characters")
    parts = [word for word in _words(cut, start, end) if word not in f"{_DOTS}-"]
    if any(tag_of(word) in _ENDS for word in parts):
        return False
    letters = [each for word in parts for each in word if each >= "\u4e00"]
    sounding = sum(each in characters for each in letters)
    if sounding < len(letters) * (1 if "-" in cut.folded[start:end] else _SOUNDING):
        return False
    return any(tag_of(word) in ("", "person") or all(each in characters for each in word) for word in parts)


def _sounds_foreign(cut: CutText, index: int) -> bool:
    characters, word = words_of("people", "foreign", "characters"), cut.words[index]
    return (
        all(each in characters for each in word)
        and cut.tags[index] in ("", "person", "place")
        and word not in _SMALL
    )


_SOUNDING = 0.5
_LEFT = frozenset("为于曾将在是称")
_SMALL = frozenset("于可多立当达连通方大")
_ENDS = frozenset({"verb", "function", "adverb", "action", "time"})


def _sounded(cut: CutText) -> Iterator[Candidate]:
    """Find names written by their sound that a title or a verb of speech tells to be people's."""
    found: dict[str, float] = {}
    text = cut.folded
    for run in _runs().finditer(text):
        for start in range(run.start(), run.end() - 1):
            if cut.places[start] == KNOWN:
                continue
            low, longest = max(0, start - BEFORE), min(run.end() - start, _LONGEST)
            name, sure, titled = _sounded_at(
                text[low : start + _LONGEST + BEHIND],
                start - low,
                cut.places[start : start + longest + 1],
                start == run.start(),
            )
            if name:
                found[name] = max(found.get(name, 0), sure)
            if titled:
                break
    yield from spread(cut, {name: Candidate(0, 0, "person", sure) for name, sure in found.items()})


@lru_cache(maxsize=_REMEMBERED)
def _sounded_at(text: str, start: int, places: bytes, first: bool) -> tuple[str, float, bool]:
    """Return the longest name that begins at `start` of a text, how sure it is, and whether it is titled.

    `places` are those from there to where the sounds end, `first` where they begin there. Nothing beyond the
    stretch is looked at: what stands again in the same surroundings is judged once.
    """
    titled = title_before(text, start) is not None
    if not first and not titled and places[0] != JOINT:
        return "", 0, titled
    for length in range(len(places) - 1, 1, -1):
        if not places[0] == places[length] == JOINT:
            continue
        name = text[start : start + length]
        if tag_of(name) in _NO_NAMES or name in _countries():
            continue
        joints = [place for place in range(length + 1) if places[place] == JOINT]
        words = [name[begin:end] for begin, end in pairwise(joints)]
        if any(tag_of(word) in _ENDS or word in _SOLE for word in words):
            continue
        said = follows_as_person(text, start + length) >= 2 and text[start - 1 : start] not in _AT
        if (titled and (length > 2 or said)) or (said and length > 2 and tag_of(name) != "place"):
            return name, 0.6 + 0.15 * titled + 0.1 * said, titled
    return "", 0, titled


def _explained(cut: CutText) -> Iterator[Candidate]:
    """Find names by their sound that brackets repeat in Latin letters: 杰克多西(Jack Dorsey)."""
    for found in _runs().finditer(cut.folded):
        latin = _IN_BRACKETS.match(cut.written, found.end())
        if latin and found.end() - found.start() > _SHORTEST:
            yield Candidate(*found.span(), "person", 0.9)


_AT = frozenset("在于到赴从往离")
_NO_NAMES = frozenset({"verb", "function", "adverb", "action", "time", "adjective", "noun", "organisation"})
_SOLE = frozenset("于可曾多立大方达通连和在")


def _words(cut: CutText, start: int, end: int) -> list[str]:
    return [cut.words[index] for index in range(cut.index_at(start), cut.index_at(end - 1) + 1)]


def _latin(cut: CutText) -> Iterator[Candidate]:
    """Find names in Latin letters: two capitalised words that begin with a given name, or are titled."""
    given = words_of("people", "foreign", "latin")
    for found in _LATIN.finditer(cut.written):
        start, end = found.span()
        if cut.written[end : end + 1].isascii() and cut.written[end : end + 1].isalnum():
            continue  # the beginning of AliceBox
        words = found[0].split()
        titled = title_before(cut.folded, start) is not None
        said = speech_after(cut.folded, end) or title_after(cut.folded, end)
        if len(words) > 1 and (words[0] in given or (titled and not words[0].isupper())):
            yield Candidate(start, end, "person", 0.9 if titled or said else 0.8)
        elif (
            len(words) == 1
            and words[0] in given
            and words[0] not in words_of("people", "foreign", "ambiguous")
        ):
            yield Candidate(start, end, "person", 0.75 if titled or said else 0.5)


def _japanese(cut: CutText) -> Iterator[Candidate]:
    for found in _japanese_name().finditer(cut.folded):
        start, end = found.span()
        titled, said = title_before(cut.folded, start) is not None, follows_as_person(cut.folded, end) >= 2
        stands = cut.stands_apart(start, end) and (titled or said or cut.is_cut_out(start, end))
        if stands and not any(tag_of(word) in _ENDS for word in _words(cut, start, end)):
            yield Candidate(start, end, "person", 0.85 if titled or said else 0.6)


@cache
def _japanese_name() -> re.Pattern[str]:
    surnames = "|".join(sorted(words_of("people", "surnames", "japanese"), key=len, reverse=True))
    given = f"[{''.join(words_of('people', 'foreign', 'japanese'))}]"
    return re.compile(f"(?:{surnames}){given}{{1,2}}(?:郎|子)?")


@cache
def _countries() -> frozenset[str]:
    return words_of("places", "countries")


@cache
def _runs() -> re.Pattern[str]:
    characters = "".join(sorted(words_of("people", "foreign", "characters")))
    return re.compile(f"[{characters}]{{2,}}")
