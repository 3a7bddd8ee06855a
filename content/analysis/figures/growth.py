"""Whether a share or a multiple tells how much something grew or shrank."""

from __future__ import annotations

import re

from content.analysis.figures.tables import any_of, words

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
_LEVEL = re.compile(rf"^了?(?:{_TO}|回到)")
_NOT_LEVEL = re.compile(f"(?:{_NOUNS}|率)$")
_RATE = re.compile(rf"{_RATES}[^,;。!?\n]*$")
_REACH = 24  # characters before a number


def growth_sense(folded: str, start: int, end: int) -> int:
    """Return 1 where the number at `[start, end)` tells a growth, -1 where a decline, 0 where neither."""
    stretch = folded[max(0, start - _REACH) : start]
    found = _last(stretch)
    if found:
        word = found["down"] or found["up"]
        level = _LEVEL.match(found["rest"]) and not _NOT_LEVEL.search(word + (found["noun"] or ""))
        if not level:
            return -1 if found["down"] else 1
        return int(bool(_RATE.search(stretch)))
    if behind := _BEHIND.match(folded, end):
        return -1 if behind["noun"] in _SHRINKING else 1
    return 1 if _COMPARED.search(stretch) else 0


def _last(stretch: str) -> re.Match[str] | None:
    """Return the last word of growth in a stretch with nothing but a few words between it and the number."""
    best: re.Match[str] | None = None
    at = 0
    while found := _BEFORE.search(stretch, at):
        best, at = found, found.start() + 1
    return best
