"""Places: those of the dictionary, and what stands before an ending that only places have."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.data import words_of
from content.chinese.tags import tag_of

if TYPE_CHECKING:
    from collections.abc import Container

    from content.analysis.entities.cut_text import CutText
    from content.chinese.tags import Tag

_INNER = frozenset({"noun", "action", "proper", ""})
_MOST_INNER = 3
_SURE = 0.75


def find_places(cut: CutText) -> list[Candidate]:
    """Find places."""
    found = []
    places = {word for word, tag in cut.tag_of.items() if _is_place(word, tag)}
    named = {word for word, tag in cut.tag_of.items() if _is_named(word, tag)}
    done = 0
    for index in cut.indices_of(places | named):
        if index < done:
            continue
        done = index + 1
        if cut.words[index] in places:
            while grown := _longer(cut, done, places):
                done = grown
            found.append(Candidate(cut.starts[index], cut.starts[done], "place", _SURE))
        else:
            found.append(Candidate(cut.starts[index], cut.starts[done], "place", 0.55))
    return found


def _is_place(word: str, tag: Tag) -> bool:
    if len(word) < 2 or word in words_of("places", "not_places"):
        return False
    return tag == "place" or word in words_of("places", "countries")


def _longer(cut: CutText, stop: int, places: Container[str]) -> int | None:
    """Return where a longer place ends: 苏州 + 工业园区, 长白 + 山."""
    for end in range(stop, min(len(cut.tags), stop + _MOST_INNER)):
        word = cut.words[end]
        if word in words_of("places", "endings") or (end > stop and word in _long()):
            return end + 1 if not (len(word) == 1 and end > stop) else None
        if word.endswith(_endings()) and any(
            word.endswith(ending) and len(word) > len(ending) for ending in _endings()
        ):
            return end + 1
        if cut.tags[end] not in _INNER or len(word) < 2 or word in places:
            return None
    return None


def _is_named(word: str, tag: Tag) -> bool:
    """Tell whether a word that no dictionary has ends as places do: 鹤岭镇."""
    if len(word) > 3 and word.endswith(_endings()) and tag_of(word[:2]) == "place":
        return True
    if tag or not "\u4e00" <= word[0] <= "\u9fff":
        return False
    return len(word) in (3, 4) and word[-1] in "省市县镇乡村" and word[0] not in "该各每某本全这那两三四五几"


@cache
def _short() -> frozenset[str]:
    return frozenset(ending for ending in words_of("places", "endings") if len(ending) == 1)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(_long())


@cache
def _long() -> frozenset[str]:
    return words_of("places", "endings") - _short()
