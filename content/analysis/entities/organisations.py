"""Names of organisations: words that tell which, and an ending that tells what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.data import words_of
from content.analysis.entities.endings import core_of, ending_at
from content.analysis.entities.firms import after_country, is_firm, is_only_placed, without_country
from content.analysis.entities.known_words import words_of_names
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
    from content.analysis.entities.known_words import KnownWords

_MOST_WORDS, _MOST_CHARACTERS = 12, 30
# Words looked at before an ending and behind it at most: a bracket may begin before the first of a name.
_SEEN_BEFORE, _SEEN_BEHIND = _MOST_WORDS + 6, 4
_ORGANISE = "组织"
# What joins those of several trades, or sees to several things: 和 may stand in its name.
_ASSOCIATIONS = frozenset(
    ("联合会", "协会", "学会", "商会", "研究会", "促进会", "管理局", "监督管理局", "委员会")
)
_LOOSE = frozenset({"function", "adverb", "time"})
_LEVELS = frozenset("省市县区州")
_MANY = frozenset(("多个", "各个", "几个", "两个", "三个", "其他", "相关", "有关", "所有", "部分", "新的"))


def find_organisations(
    cut: CutText,
    endings: Iterable[FoundEnding],
    named: Iterable[Candidate],
    people: Iterable[Candidate] = (),
) -> list[Candidate]:
    """Find organisations by the endings in a text.

    `named` are those known beforehand, which may be parts of longer ones; `people` are parts of none.
    """
    known = words_of_names(cut, named, people)
    beginnings = _Beginnings(cut, known)
    found: list[Candidate] = []
    done = 0
    for index, kind, stop in endings:
        if index < done or index in known.others or _is_done(cut, index, stop):
            continue
        candidate = beginnings.before(index, stop, kind)
        if candidate is None:
            continue
        start, sure = candidate
        if kind == "trade" and not is_firm(cut, start, index, stop, known):
            continue
        end = stop
        while grown := _continued(cut, end, known):
            end = grown
        begin = after_country(cut, _after_bridge(cut, cut.starts[start]), cut.starts[end])
        found.append(Candidate(begin, cut.starts[end], "org", sure))
        done = end
    return found


@dataclass(frozen=True, slots=True)
class _Beginnings:
    """Where names begin; looked for once where the same words stand, none of them in a name that is known."""

    cut: CutText
    known: KnownWords
    remembered: dict[tuple[object, ...], tuple[int, float] | None] = field(default_factory=dict)

    def before(self, index: int, stop: int, kind: Ending) -> tuple[int, float] | None:
        """Return the word that a name begins with, and how sure it is: as `_before`."""
        cut = self.cut
        low, high = max(0, index - _SEEN_BEFORE), min(stop + _SEEN_BEHIND, len(cut.tags))
        if 1 in self.known.held[low:high]:
            return _before(cut, index, stop, kind, self.known)
        written = cut.written[cut.starts[low] : cut.starts[high]]
        seen = (written, cut.words[low:high], index - low, stop - low, kind)
        if seen in self.remembered:
            again = self.remembered[seen]
            return (again[0] + low, again[1]) if again else None
        found = _before(cut, index, stop, kind, self.known)
        self.remembered[seen] = (found[0] - low, found[1]) if found else None
        return found


def _after_bridge(cut: CutText, start: int) -> int:
    """Return where a name begins that a cutter took into one word with what joins it to another: 和佑安."""
    joins = cut.folded[start] in BRIDGES and cut.folded[start - 1 : start].isalnum()
    return start + joins


def _is_done(cut: CutText, index: int, stop: int) -> bool:
    """Tell whether 组织 is what somebody does here, and no organisation: 组织起草."""
    if cut.words[index] != _ORGANISE or stop != index + 1:
        return False
    following = cut.tags[stop] if stop < len(cut.tags) else ""
    return following in ("verb", "action") or (index > 0 and ending_at(cut, index - 1) is not None)


def _before(cut: CutText, index: int, stop: int, kind: Ending, known: KnownWords) -> tuple[int, float] | None:
    """Return the word that a name begins with whose ending begins at `index`, and how sure it is."""
    ending = cut.folded[cut.starts[index] : cut.starts[stop]]
    own = core_of(ending) if stop == index + 1 else ""
    best: int | None = index if kind == "office" or (own and tells_which(own, kind)) else None
    sure = 0.9 if kind == "office" else 0.7
    position = index
    bridged = False
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
        if word in BRIDGES and ending in _ASSOCIATIONS and _joins_trades(cut, before):
            position, bridged = before, True
            continue
        doing = ending in _ASSOCIATIONS and len(word) > 1 and (bridged or cut.words[before - 1] in BRIDGES)
        if before in known.others or (stops(cut, before, word, kind, before + 1 == index) and not doing):
            break
        if bridged and cut.tags[before] != "place":
            position = before
            continue
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
        or (best == index and kind == "trade" and not own)
        or is_only_placed(cut, best, index, kind, ending, known)
    ):
        return None
    return without_country(cut, best, index, stop, kind, known), sure


def _joins_trades(cut: CutText, index: int) -> bool:
    """Tell whether 和 joins two nouns here, and no two organisations: 物流与采购联合会."""
    if not 0 < index < len(cut.tags) - 1:
        return False
    ending = ending_at(cut, index - 1)
    beside = (cut.tags[index - 1], cut.tags[index + 1])
    return all(tag in ("noun", "action", "verb") for tag in beside) and (not ending or ending[0] == "trade")


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


def _apposed(cut: CutText, first: int, last: int) -> bool:
    return any(is_apposition(cut.words[index]) for index in range(first, last))


def _continued(cut: CutText, stop: int, known: KnownWords) -> int | None:
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
