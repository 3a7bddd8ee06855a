"""Whether a share or a multiple tells how much something grew or shrank."""

from __future__ import annotations

import re

from content.analysis.figures.tables import words
from content.analysis.word_lists import any_of

_TO = "(?:到|至|为|成)"
_UP, _DOWN = any_of(words("phrases", "growth", "up")), any_of(words("phrases", "growth", "down"))
_NOUNS, _RATES = any_of(words("phrases", "growth", "nouns")), any_of(words("phrases", "growth", "rates"))
_SHRINKING = words("phrases", "growth", "shrinking")
_BEFORE = re.compile(rf"(?:(?P<down>{_DOWN})|(?P<up>{_UP}))(?P<noun>率)?(?P<rest>[^,;。!?\n0-9]{{0,12}})$")
_COMPARED = re.compile("(?:同比|环比|按年|按季|按月)[^,;。!?\n0-9]{0,6}$")
_BEHIND = re.compile(
    r" ?(?:以上|左右|多)?的?(?:同比|环比|年均|复合|高速|正|负)?"
    rf"(?P<noun>{_NOUNS})(?!{_TO}|点|额|来源|空间)"
)
_LEVEL = re.compile("于|了?(?:到|至|成|回到)")
_BECAME = re.compile("了?为")
_NAMED = re.compile(f"(?:{_NOUNS}|率)$")
_RATE = re.compile(rf"{_RATES}[^,;。!?\n]*$")
_COMPARISONS = any_of(words("phrases", "growth", "compared"))
_ENDS = re.compile(
    rf"(?:{_UP}|{_DOWN}|{_NOUNS}|{_COMPARISONS}|年均|年?复合|平均每年|每年|[率了约达達为近逾])+$"
)
_REACH = 24  # characters before a number


def growth_sense(folded: str, start: int, end: int) -> int:
    """Return 1 where the number at `[start, end)` tells a growth, -1 where a decline, 0 where neither."""
    before = growth_before(folded, start)
    if before is not None:
        return before
    if behind := _BEHIND.match(folded, end):
        return -1 if behind["noun"] in _SHRINKING else 1
    return 1 if _COMPARED.search(folded, max(0, start - _REACH), start) else 0


def growth_before(folded: str, start: int) -> int | None:
    """Return as `growth_sense` by the words before a number alone; None where they say nothing of growth."""
    stretch = folded[max(0, start - _REACH) : start]
    found = _last(stretch)
    if found is None:
        return None
    word = found["down"] or found["up"]
    named = bool(_NAMED.search(word + (found["noun"] or "")))  # 增幅为 12 % is a growth, 增为 12 % a level
    if _LEVEL.match(found["rest"]) or (_BECAME.match(found["rest"]) and not named):
        return int(bool(_RATE.search(stretch)))
    return -1 if found["down"] else 1


def _last(stretch: str) -> re.Match[str] | None:
    """Return the last word of growth in a stretch with nothing but a few words between it and the number."""
    best: re.Match[str] | None = None
    at = 0
    while found := _BEFORE.search(stretch, at):
        best, at = found, found.start() + 1
    return best


def without_growth(words_before: str) -> str:
    """Return what is said to grow without the words of growth: 营收 of 营收同比增长, "" of 增幅."""
    return _ENDS.sub("", words_before).strip()
