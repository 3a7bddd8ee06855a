"""What somebody is, where the text says it beside the name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.data import words_of
from content.analysis.entities.surroundings import title_before

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from content.analysis.entities.candidate import Candidate
    from content.analysis.entities.cut_text import CutText

_PREFIXES = (
    "高级",
    "联席",
    "常务",
    "执行",
    "首席",
    "副",
    "总",
    "原",
    "前",
    "全球",
    "中国区",
    "大中华区",
    "资深",
    "特约",
    "代",
    "名誉",
    "区域",
)
_LONGEST = 30


def role_of(
    cut: CutText, mentions: Sequence[Candidate], organisations: Mapping[int, Candidate]
) -> str | None:
    """Return the first role that stands before or after a mention; `organisations` are by where they end."""
    for mention in mentions:
        role = _before(cut, mention.start, organisations) or _after(cut, mention.end)
        if role:
            return role
    return None


def _before(cut: CutText, start: int, organisations: Mapping[int, Candidate]) -> str | None:
    begin = title_before(cut.folded, start)
    if begin is None:
        return None
    changed = True
    while changed and start - begin < _LONGEST:
        changed = False
        for prefix in _PREFIXES:
            if cut.folded.endswith(prefix, 0, begin):
                begin -= len(prefix)
                changed = True
        gap = begin - (cut.folded[begin - 1 : begin] == " ")
        if gap in organisations:
            begin = organisations[gap].start
            break
        joined = begin - (cut.folded[begin - 1 : begin] in ("兼", "、"))
        if joined != begin and (earlier := title_before(cut.folded, joined)) is not None:
            begin, changed = earlier, True
    role = cut.written[begin:start].strip(" :：、|/／·")
    return role or None


def _after(cut: CutText, end: int) -> str | None:
    found = _bracketed().match(cut.folded, end)
    return cut.written[slice(*found.span(1))] if found else None


@cache
def _bracketed() -> re.Pattern[str]:
    titles = "|".join(
        sorted((re.escape(each) for each in words_of("people", "titles", "before")), key=len, reverse=True)
    )
    return re.compile(f'(?:\\(|, ?)([^(),。;:!?"\n]{{0,24}}(?:{titles}))(?=[),。])')
