"""Whether a share or a multiple tells how much something grew or shrank."""

from __future__ import annotations

import re

_UP = "增长|增加|增多|增幅|增速|上涨|涨幅|涨|提高|提升|上升|升幅|升高|攀升|飙升|激增|大增|猛增|暴增|劲增|成长|扩大|年增|季增|月增|增|超载|高出|超出|加快|延长|多出|升值|反弹|回升"
_DOWN = "下降|下滑|下跌|下挫|减少|减|降幅|跌幅|降低|回落|缩减|缩水|萎缩|收窄|跌|暴跌|降|轻|缩短|年减|季减|月减|衰退|少|低|亏损扩大|贬值|折价|负增长"
_TO = "(?:到|至|为|成)"
_NOUNS = "增幅|增速|涨幅|升幅|降幅|跌幅|增长率|增长|年增率|负增长|下降|上涨|成长"
_BEFORE = re.compile(
    rf"(?:(?P<down>{_DOWN})|(?P<up>{_UP}))(?P<noun>率)?(?P<rest>[^,;。!?\n0-9]{{0,12}})$"
)
_COMPARED = re.compile("(?:同比|环比|按年|按季|按月)[^,;。!?\n0-9]{0,6}$")
_BEHIND = re.compile(rf" ?(?:以上|左右|多)?(?:的)?(?:同比|环比|年均|复合|高速|正|负)?(?P<noun>{_NOUNS})(?!{_TO}|点|额|来源|空间|到|至)")
_LEVEL = re.compile(rf"^(?:了)?(?:{_TO}(?!了)|回到)")
_NOT_LEVEL = re.compile(f"(?:{_NOUNS}|增长率|率)$")
_RATE = re.compile("(?:增速|增幅|涨幅|增长率)[^,;。!?\n]*$")
_REACH = 24  # characters before a number


def growth_sense(folded: str, start: int, end: int) -> int:
    """Return 1 where the number at `[start, end)` tells a growth, -1 where a decline, 0 where neither."""
    stretch = folded[max(0, start - _REACH) : start]
    found = _last(stretch)
    if found:
        word = found["down"] or found["up"]
        level = _LEVEL.match(found["rest"]) and not _NOT_LEVEL.search(word + (found["noun"] or ""))
        if not level:
            return -1 if found["down"] and word != "亏损扩大" else 1
        return int(bool(_RATE.search(stretch)))
    if behind := _BEHIND.match(folded, end):
        return -1 if behind["noun"] in ("降幅", "跌幅", "负增长", "下降") else 1
    return 1 if _COMPARED.search(stretch) else 0


def _last(stretch: str) -> re.Match[str] | None:
    """Return the last word of growth in a stretch with nothing but a few words between it and the number."""
    best: re.Match[str] | None = None
    at = 0
    while found := _BEFORE.search(stretch, at):
        best, at = found, found.start() + 1
    return best
