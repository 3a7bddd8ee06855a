"""Provinces, cities and counties that act, 贵州省委 or 省教育厅, however a cutter took the characters."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.cut_text import KNOWN
from content.analysis.entities.data import words_of
from content.chinese.tags import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.analysis.entities.cut_text import CutText

_BODIES = (
    "委员会|人大常委会|人民政府|政府|纪委监委|纪委|监委|政协|人大|政法委|发改委|发展改革委|国资委|卫健委|住建委|经信委|教委|公安局|公安厅|教育局|教育厅|财政局|财政厅"
    "|检察院|高级人民法院|中级人民法院|人民法院|法院|委(?![员托派任屈婉])"
)
_PARTS = "组织部|宣传部|统战部|政法委|办公厅|办公室|党校|网信办|改革办|政研室"
_BODY = re.compile(f"[省市县区州](?:{_BODIES})(?:{_PARTS})?")
_NATIONAL = re.compile("国家[\u4e00-\u9fff]{2,6}?(?:总局|局|署)")
_NOUNS = frozenset({"noun", "action", "organisation", ""})
_LONGEST_PLACE = 5


def find_governments(cut: CutText) -> Iterator[Candidate]:
    """Find what provinces, cities and counties are governed by; their own name may be left out: 市政府."""
    for body in _NATIONAL.finditer(cut.folded):
        if cut.is_cut_out(*body.span()) and _is_named(cut, body):
            yield Candidate(*body.span(), "org", 0.9)
    for body in _BODY.finditer(cut.folded):
        start = _place_before(cut, body.start())
        if start is not None:
            yield Candidate(start, body.end(), "org", 0.9)
        elif (
            cut.places[body.start()] != KNOWN
            and cut.places[body.end()] != KNOWN
            and _is_short(cut, body.start())
        ):
            yield Candidate(body.start(), body.end(), "org", 0.65)


def _is_named(cut: CutText, body: re.Match[str]) -> bool:
    """Tell whether only nouns stand in what may be a national office's name."""
    first, last = cut.index_at(body.start()), cut.index_at(body.end() - 1)
    return all(len(cut.words[index]) == 1 or cut.tags[index] in _NOUNS for index in range(first, last + 1))


def _is_short(cut: CutText, start: int) -> bool:
    """Tell whether a body may stand without its place here: not in 全市政府, 各省政府."""
    return start == 0 or cut.folded[start - 1] not in "全各每多两几本该某外地城都超上夜菜股楼车"


def _place_before(cut: CutText, end: int) -> int | None:
    """Return where the place begins that ends at `end`, with a province before it: 安徽省歙县."""
    start, before = None, _one_place_before(cut, end)
    while before is not None:
        start = before
        before = _one_place_before(cut, start - 1) if start and cut.folded[start - 1] in "省市州" else None
    return start


def _one_place_before(cut: CutText, end: int) -> int | None:
    for length in range(min(_LONGEST_PLACE, end), 0, -1):
        place = cut.folded[end - length : end]
        if tag_of(place) == "place" or place in _countries() or _is_placed(cut, end - length, end):
            return end - length
    return None


def _is_placed(cut: CutText, start: int, end: int) -> bool:
    """Tell whether a place with its level stands there, 温州市 for 温州, or a word that no dictionary has."""
    level = cut.folded[start : end + 1]
    return end - start > 1 and tag_of(level) == "place"


@cache
def _countries() -> frozenset[str]:
    return words_of("places", "countries")
