"""Whoever figures are from: 据灵识咨询的数据, 绿餐大数据显示."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.cut_text import JOINT
from content.analysis.entities.forms import spread
from content.analysis.entities.in_context import is_new
from content.analysis.entities.whose import is_apposition, stops
from content.chinese.common import is_common_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from content.analysis.entities.cut_text import CutText

_SURE = 0.6
_SHORTEST, _LONGEST = 3, 8
_SAYS = "(?:显示|表明|指出|统计)"
# 灵识咨询的报告; 绿餐大数据 is a name with it.
_FIGURES = re.compile(
    f"(?P<big>大数据)(?={_SAYS}|,)|(?:的|发布的|最新)?(?:最新)?(?:数据|统计|报告|研报|调研|调查|监测)(?:数据)?{_SAYS}|的(?:数据|统计|报告|研报)(?=,)"
)
_BY = frozenset(("据", "根据", "来自", "按照"))


def find_sources(cut: CutText, settled: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield what stands between a mark, or 据, and figures or a report: a new word in it, no other name."""
    named = bytearray(len(cut.folded))
    for each in settled:
        named[each.start : each.end] = b"\1" * each.length
    forms: dict[str, Candidate] = {}
    for found in _FIGURES.finditer(cut.folded):
        last = cut.index_at(found.start())
        if cut.places[found.start()] != JOINT:
            continue
        first = last
        while (
            first > 0
            and found.start() - cut.starts[first] <= _LONGEST
            and cut.words[first - 1] not in _BY
            and cut.words[first - 1].isalnum()
        ):
            if stops(cut, first - 1, cut.words[first - 1], "firm", direct=False):
                break
            first -= 1
        by = first == 0 or cut.words[first - 1] in _BY or not cut.words[first - 1].isalnum()
        start, end = cut.starts[first], found.start()
        big = found["big"] is not None
        if by and _SHORTEST - big <= end - start <= _LONGEST and _is_new(cut, first, last):
            if 1 in named[start:end]:
                continue
            if big:
                end = found.end("big")
            forms[cut.folded[start:end]] = Candidate(start, end, "org", _SURE)
    yield from spread(cut, forms)


def _is_new(cut: CutText, first: int, last: int) -> bool:
    """Tell whether no dictionary has one of the words, and none says what the next is: 供应商."""
    words = cut.words[first:last]
    tagged = cut.tags[first:last]
    new = any(
        not tag and is_new(word) and not is_common_word(word) for word, tag in zip(words, tagged, strict=True)
    )
    return new and not any(map(is_apposition, words))
