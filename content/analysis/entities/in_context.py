"""Short names of organisations that no ending tells: by what only they have, and by lists."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.cohesion import grown
from content.analysis.entities.data import words_of
from content.chinese.tags import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.analysis.entities.cut_text import CutText

_ENOUGH, _STRONG = 1.5, 1.4
_WHERE = frozenset(
    (*"在于到赴驻往从至离抵回", "位于", "前往", "来到", "抵达", "落户", "落地", "进入", "登陆")
)
_TOWN = 3  # characters of a town's name with its level at most
# A firm's own part: 高通中国.
_BRANCH = re.compile(
    "中国(?=[、,。)]|等|首席|总裁|ceo|董事长|总经理|副总裁|合伙人|相关|负责人|公司|执行|区总裁)"
)
_SITE = "网"
_NO_FIRST = frozenset("副部某该各每这那此本整全首新今明去前昨两几多数第一二三四五六七八九十百千万亿")
# How words end that tell what something is like, when or where: 经营性, 财季, 盘后, 凉山州.
_NO_LAST = frozenset("性度季后难率期式型级外内起兼侧版省市县区州镇乡村")
_LENGTHS = range(2, 6)
_SOURCE = re.compile(r"(?:来源|图源)[:/]?\s?$|(?:图|文)\s?/\s?$")
_JOINS = ("、", "和", "与", "及")


def find_in_context(cut: CutText, named: Iterable[Candidate], people: Iterable[Candidate]) -> list[Candidate]:
    """Find words that no dictionary has, or in Latin letters, which stand where organisations do."""
    organisations = [candidate for candidate in named if candidate.kind in ("org", "media")]
    taken = {
        index for each in named for index in range(cut.index_at(each.start), cut.index_at(each.end - 1) + 1)
    }
    taken |= {
        index for each in people for index in range(cut.index_at(each.start), cut.index_at(each.end - 1) + 1)
    }
    starts = {candidate.start for candidate in organisations}
    ends = {candidate.end for candidate in organisations}
    scores: dict[str, float] = defaultdict(float)
    strongest: dict[str, float] = defaultdict(float)
    new = {word for word, tag in cut.tag_of.items() if not tag and is_new(word)}
    indices = [index for index in cut.indices_of(new) if index not in taken]
    for index in indices:
        if not 0 < index < len(cut.tags) - 1 or not _is_new_at(cut, index):
            continue
        start, end = cut.starts[index], cut.starts[index + 1]
        score = said_of_firms(cut, start, end) + _listed(cut, start, end, starts, ends)
        name = cut.written[start:end]
        scores[name] += score
        strongest[name] = max(strongest[name], score)
    found = [
        Candidate(start, end, "org", round(min(0.85, 0.4 + 0.1 * scores[name]), 3))
        for index in indices
        for start, end in [(cut.starts[index], cut.starts[index + 1])]
        if (name := cut.written[start:end]) in scores
        and scores[name] >= _ENOUGH
        and strongest[name] >= _STRONG
    ]
    return [placed(cut, with_ending(cut, each)) for each in grown(cut, found)]


def placed(cut: CutText, candidate: Candidate) -> Candidate:
    """Return a short name with the town or province before it: 四川长虹, 中国华融.

    Not after 在 and the like: where something is, is no name.
    """
    index = cut.index_at(candidate.start) - 1
    if index < 1 or cut.starts[index + 1] != candidate.start or cut.tags[index] != "place":
        return candidate
    word = cut.words[index]
    foreign = word in words_of("places", "countries") and word != "中国"
    if (
        foreign
        or word in words_of("places", "not_places")
        or cut.words[index - 1] in _WHERE
        or len(word) > _TOWN
    ):
        return candidate
    return replace(candidate, start=cut.starts[index], name=None, listed=False)


def with_ending(cut: CutText, candidate: Candidate) -> Candidate:
    """Return a name with 网 behind it where it stands there: 知乎 of 知乎网."""
    if _BRANCH.match(cut.folded, candidate.end):
        return replace(candidate, end=candidate.end + 2, name=None, listed=False)
    if cut.folded.startswith(_SITE, candidate.end) and cut.places[candidate.end + 1] == 0:
        return replace(candidate, end=candidate.end + 1)
    return candidate


def _is_new_at(cut: CutText, index: int) -> bool:
    """Tell whether a new word may be a name here: with a capital where it is Latin, else behind no number."""
    if cut.words[index].isascii():
        return cut.written[cut.starts[index]].isupper()
    return not cut.words[index - 1].isdigit()


def is_new(word: str) -> bool:
    """Tell whether a word without a tag may be the name of something new."""
    if len(word) == 1:
        return False
    if word.isascii():
        return word.isalpha() and word not in words_of("latin", "words")
    if len(word) not in _LENGTHS or not all("\u4e00" <= each <= "\u9fff" for each in word):
        return False
    if word[0] in _NO_FIRST or word[-1] in _NO_LAST or is_two_known(word):
        return False
    if word in words_of("organisations", "unlisted", "words"):
        return False
    if word in words_of("people", "common", "words"):
        return False
    if word in words_of("organisations", "endings", "trade") or word in words_of(
        "organisations", "leaders", "parts"
    ):
        return False
    return word not in words_of("organisations", "generic", "words") and word not in words_of(
        "people", "titles", "before"
    )


def is_two_known(word: str) -> bool:
    """Tell whether a word that no dictionary has is two that one has: 智能手机."""
    return len(word) == 4 and bool(tag_of(word[:2]) and tag_of(word[2:]))


def said_of_firms(cut: CutText, start: int, end: int) -> float:
    """Return how much what stands before and after says that an organisation is named."""
    score = 0.0
    if _SOURCE.search(cut.folded[max(0, start - 8) : start]):
        score += 1.6
    end += cut.folded.startswith(_SITE, end)
    position = end + (cut.folded[end : end + 1] == " ")
    if found := _after().match(cut.folded, position):
        score += 0.6 if found[0] in words_of("organisations", "context", "weak") else 1.6
    before = cut.folded[max(0, start - 6) : start].rstrip(' "')
    for length in range(5, 1, -1):
        if before[-length:] in words_of("organisations", "context", "before"):
            apposed = (
                before[-length:] in words_of("organisations", "context", "apposed")
                and cut.folded[start : start + 1].isascii()
            )
            score += (
                1.6
                if apposed
                else 0.6
                if before[-length:] in words_of("organisations", "context", "weak")
                else 1.0
            )
            break
    return score


def _listed(cut: CutText, start: int, end: int, starts: set[int], ends: set[int]) -> float:
    """Return how much the list says in which a word stands beside an organisation."""
    score = 0.0
    if cut.folded[start - 1 : start] in _JOINS and start - 1 in ends:
        score += 1.5 if cut.folded[start - 1] == "、" else 0.8
    if cut.folded[end : end + 1] in _JOINS and end + 1 in starts:
        score += 1.5 if cut.folded[end] == "、" else 0.8
    return score


@cache
def _after() -> re.Pattern[str]:
    words = sorted(words_of("organisations", "context", "after"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
