"""Names of organisations: words that tell which, and an ending that tells what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.data import words_of
from content.analysis.entities.endings import core_of, ending_at
from content.analysis.entities.in_context import said_of_firms
from content.analysis.entities.whose import (
    BRIDGES,
    INSIDE,
    STOP_TAGS,
    is_apposition,
    stops,
    tells_which,
    tells_which_at,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.analysis.entities.cut_text import CutText
    from content.analysis.entities.endings import Ending, FoundEnding

_MOST_WORDS, _MOST_CHARACTERS = 12, 30
_MOST_OWN = 6  # characters before the trade in the short name of a firm
_SHORT = 2
_ORGANISE = "组织"
_SURE = 0.8
_LOOSE = frozenset({"function", "adverb", "time"})
_LEVELS = frozenset("省市县区州")
_MANY = frozenset(("多个", "各个", "几个", "两个", "三个", "其他", "相关", "有关", "所有", "部分", "新的"))


@dataclass(frozen=True, slots=True)
class _Known:
    """Which words belong to names that were found before: by index, where each name starts."""

    starts: dict[int, int]
    ends: dict[int, int]
    others: frozenset[int]


def find_organisations(
    cut: CutText,
    endings: Iterable[FoundEnding],
    named: Iterable[Candidate],
    people: Iterable[Candidate] = (),
) -> list[Candidate]:
    """Find organisations by the endings in a text.

    `named` are those known beforehand, which may be parts of longer ones; `people` are parts of none.
    """
    known = _words_of_names(cut, named, people)
    found: list[Candidate] = []
    done = 0
    for index, kind, stop in endings:
        if index < done or index in known.others or _is_done(cut, index, stop):
            continue
        candidate = _before(cut, index, stop, kind, known)
        if candidate is None:
            continue
        start, sure = candidate
        if kind == "trade" and not _is_firm(cut, start, index, stop, known):
            continue
        end = stop
        while grown := _continued(cut, end, known):
            end = grown
        begin = _after_country(cut, cut.starts[start], cut.starts[end])
        found.append(Candidate(begin, cut.starts[end], "org", sure))
        done = end
    return found


def _is_done(cut: CutText, index: int, stop: int) -> bool:
    """Tell whether 组织 is what somebody does here, and no organisation: 组织起草."""
    if cut.words[index] != _ORGANISE or stop != index + 1:
        return False
    following = cut.tags[stop] if stop < len(cut.tags) else ""
    return following in ("verb", "action") or (index > 0 and ending_at(cut, index - 1) is not None)


def _after_country(cut: CutText, start: int, end: int) -> int:
    """Return where the name begins that a cutter took into one word with a country: 美国苹果公司."""
    for length in (2, 3, 4, 5):
        country = cut.folded[start : start + length]
        rest = cut.folded[start + length : end]
        if country in words_of("places", "countries") and rest.endswith("公司") and rest[:-2] in _brands():
            return start + length
    return start


@cache
def _brands() -> frozenset[str]:
    return (
        words_of("known", "org", "words")
        | words_of("known", "org", "mostly")
        | frozenset(form for row in words_of("known", "org", "names") for form in row.split("="))
    )


def _words_of_names(cut: CutText, named: Iterable[Candidate], people: Iterable[Candidate]) -> _Known:
    others = frozenset(
        index
        for person in people
        for index in range(cut.index_at(person.start), cut.index_at(person.end - 1) + 1)
        if person.confidence >= _SURE
    )
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for candidate in named:
        if candidate.kind in ("org", "media", "product"):
            first, last = cut.index_at(candidate.start), cut.index_at(candidate.end - 1)
            for index in range(first, last + 1):
                starts[index] = first
            ends[first] = max(ends.get(first, 0), last + 1)
    return _Known(starts, ends, others)


def _before(cut: CutText, index: int, stop: int, kind: Ending, known: _Known) -> tuple[int, float] | None:
    """Return the word that a name begins with whose ending begins at `index`, and how sure it is."""
    ending = cut.folded[cut.starts[index] : cut.starts[stop]]
    own = core_of(ending) if stop == index + 1 else ""
    best: int | None = index if kind == "office" or (own and tells_which(own, kind)) else None
    sure = 0.9 if kind == "office" else 0.7
    position = index
    while position > 0 and index - position < _MOST_WORDS:
        before = known.starts.get(position - 1, position - 1)
        if cut.starts[stop] - cut.starts[before] > _MOST_CHARACTERS:
            break
        if position - 1 in known.starts:
            if not _apposed(cut, position, index):
                best, sure = before, 0.92
            position = before
            continue
        word = cut.words[before]
        if best is not None and known.ends.get(best, 0) >= stop and cut.tags[before] != "place":
            break  # the name is known whole
        if kind == "office" and best == index and not _governs(cut, before, word):
            break
        if word == ")" and (opening := _bracket(cut, before)):
            position = opening
            continue
        if before in known.others or stops(cut, before, word, kind, before + 1 == index):
            break
        if tells_which_at(cut, before, word, kind, direct=before + 1 == index):
            best = before
            sure = max(sure, 0.85 if kind in ("firm", "body") else 0.6)
        elif _begins_office(before, word, kind, index):
            best = before
        position = before
    if best is None and kind == "department" and ending in words_of("organisations", "named_parts", "words"):
        best = _first_noun(cut, index)
    if (
        best is None
        or (best == index and kind == "trade")
        or _is_only_placed(cut, best, index, kind, ending, known)
    ):
        return None
    return _without_country(cut, best, index, stop, kind, known), sure


def _governs(cut: CutText, index: int, word: str) -> bool:
    """Tell whether a word says whose office one is: a country, a province, 国家."""
    return word in _LEVELS or word in ("国家", "中央") or cut.tags[index] == "place"


def _begins_office(index: int, word: str, kind: Ending, ending: int) -> bool:
    """Tell whether a name may begin with a level of government: 省 of 省教育厅, 国家, 全国."""
    if word in ("国家", "全国", "中央", "国立", "中华") and kind in ("office", "body"):
        return True
    return word in _LEVELS and index + 1 == ending and kind in ("office", "body")


def _bracket(cut: CutText, index: int) -> int | None:
    """Return the word that opens a bracket closed here, where it holds what firms' names hold: (中国)."""
    for before in range(index - 1, max(0, index - 4), -1):
        if cut.words[before] == "(":
            held = cut.folded[cut.starts[before + 1] : cut.starts[index]]
            inside = held in ("集团", "控股", "股份") or all(
                cut.tags[each] == "place" for each in range(before + 1, index)
            )
            return before if inside else None
    return None


def _first_noun(cut: CutText, ending: int) -> int | None:
    """Return the first of the words before an ending that makes a name with any noun before it."""
    start = None
    for index in range(ending - 1, max(0, ending - 4) - 1, -1):
        word, tag = cut.words[index], cut.tags[index]
        if (
            word in BRIDGES
            and start == index + 1
            and cut.tags[index - 1] in ("noun", "")
            and len(cut.words[index - 1]) < 2
        ):
            start = index - 1  # 云与智慧产业事业群
            break
        if len(word) < 2 or word[0] in "该某各每这那" or not word.isalpha() or word in _MANY or tag in _LOOSE:
            break
        start = index if tag != "verb" else start
    return start


def _is_only_placed(cut: CutText, start: int, index: int, kind: Ending, ending: str, known: _Known) -> bool:
    """Tell whether a firm is called by nothing but its country or town and its trade: 英国研究公司."""
    if kind != "firm" or start == index:
        return False
    if ending != "公司" and (ending != "集团" or cut.words[start] not in words_of("places", "countries")):
        return False
    return (
        all(
            each not in known.starts
            and (
                cut.tags[each] in ("place", "noun", "action", "adjective")
                or cut.words[each] in words_of("organisations", "generic", "words")
            )
            and cut.words[each] not in words_of("known", "org", "words") | words_of("known", "org", "mostly")
            for each in range(start, index)
        )
        and not (cut.words[start] == "中国" and index - start > 1)
        and cut.tags[start] == "place"
    )


def _is_firm(cut: CutText, start: int, index: int, stop: int, known: _Known) -> bool:
    """Tell whether a short name that ends in a trade is a firm's: by what stands around it."""
    own = cut.starts[index] - cut.starts[start]
    if own > _MOST_OWN:
        return False
    trade = cut.folded[cut.starts[index] : cut.starts[stop]]
    wares = trade in words_of("organisations", "wares", "words")
    goods = trade in words_of("organisations", "goods", "words")
    if not goods and known.ends.get(start) == index and cut.tags[min(stop, len(cut.tags) - 1)] != "noun":
        return True
    firmly = cut.tags[index - 1] in ("", "proper") and (
        trade in words_of("organisations", "firmly", "words")
        or (
            trade in words_of("organisations", "mostly", "words")
            and own == _SHORT
            and cut.folded[cut.starts[start]] >= "\u4e00"
        )
    )
    if firmly and cut.tags[min(stop, len(cut.tags) - 1)] not in ("noun", "action"):
        return True
    if not wares and firmly and not cut.tags[index - 1] and own == _SHORT:
        return True
    return said_of_firms(cut, cut.starts[start], cut.starts[stop]) >= (2.2 if wares else 1.0)


def _apposed(cut: CutText, first: int, last: int) -> bool:
    return any(is_apposition(cut.words[index]) for index in range(first, last))


def _without_country(cut: CutText, start: int, index: int, stop: int, kind: Ending, known: _Known) -> int:
    """Return where a name begins without the country before it, where what is left is a name of its own."""
    word = cut.words[start]
    if word == "中国" or word not in words_of("places", "countries") or start + 1 >= stop:
        return start
    if known.ends.get(start + 1) or (
        kind in ("firm", "trade")
        and any(
            tells_which_at(cut, each, cut.words[each], kind, direct=each + 1 == index)
            and cut.tags[each] != "place"
            for each in range(start + 1, index)
        )
    ):
        return start + 1
    return start


def _continued(cut: CutText, stop: int, known: _Known) -> int | None:
    """Return where a name ends that goes on with a part of the organisation: 复旦大学 新闻 学院."""
    index = stop
    while index < len(cut.tags) and index - stop < 5:
        ending = ending_at(cut, index)
        if ending and _continues(ending[0], index == stop):
            return ending[1] if not _is_open(cut, stop, index) else None
        word = cut.words[index]
        if index in known.starts or index in known.others or word in BRIDGES or word in INSIDE:
            return None
        if stops(cut, index, word, "department", direct=False):
            return None
        if is_apposition(word) or (len(word) > 1 and cut.tags[index] in STOP_TAGS):
            return None
        index += 1
    return None


def _continues(kind: Ending, at_once: bool) -> bool:
    """Tell whether an ending goes on with a name: a department, a firm at once, a body after its words."""
    return kind == "department" or (kind == "firm" and at_once) or (kind == "body" and not at_once)


def _is_open(cut: CutText, start: int, end: int) -> bool:
    """Tell whether the words between hold what is no part of a name."""
    return any(cut.words[index] in words_of("people", "titles", "before") for index in range(start, end))
