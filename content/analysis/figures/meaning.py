"""What a figure counts, in the text's own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.analysis.figures.form import clause_end, clause_start
from content.analysis.figures.tables import any_of, words

if TYPE_CHECKING:
    from content.analysis.figures.quantity import Quantity

_STOPS = re.compile(
    r"[,;:。!?、()\[\]\"'《》\n]|(?:以上|以下|左右|之后|以来|之前|以内|不等|(?<![潜存正所现内])在|(?<![最前落先])后|中(?![国心小央型介间文学医华])|[的了是和与及并被把将由从对向等也都已就还仍则而却])"
)
_LAST_NOUN = re.compile("[^的,;:。!?、()\"'《》\n]{1,24}$")
_TAIL = re.compile(
    r"(?: |[\"'(]|超过|超|逾|近|将近|接近|约|大约|约为|不到|不足|突破|至少|最多|高达|达到|达|多达|已达|已经|已|连续|经过|历经|长达|相比|过去|未来|最近|今后|如果说|再过|再|是|约合|仅为|仅|只有|只|有|为|是|共有|共|合计|总计|累计|录得|实现|完成|取得|获得|获|"
    r"增长到|增至|增加到|提升至|提高到|提升到|升至|降至|下降到|下降至|跌至|跌到|减至|减少到|达至|占到|占据|占|在|从|由|到|至|的|了|地|就|都|也|还|则|就有|便|又|才|分别|依旧|贡献|不超过|不低于|期望|预计|将|"
    r"人民币|新台币|第|年|月|每|收报|报|计|以|过|人均|平均|均为|均|高于|低于|可|可达|拥有|触达|拿出|投入|花去|花了|花费|涉及|覆盖|触达|形成|较|(?<![同环占])比|去|年底|截至|截止|要|会|能|其|起)$"
)
_HEAD = re.compile(
    r"^(?: |[\"')]|其中|此外|同时|另外|目前|截至|随后|并且|并|而|但|不仅|且|随着|按照|根据|据|至|到|在|于|和|与|及|也|从|的|年|底|末|当年|全年|今年|去年|同期|期内|报告期内|已|则|连|较|比)+"
)
_GROWS = re.compile("(?:同比|环比|按年|按季)?(?:增长|上涨|下降|下滑|减少|增加|提高|提升|上升|下跌|增幅|涨幅|降幅|跌幅|增速|年增|季增|年减|季减)?(?:率)?(?:了|约|达|为|近|逾)*$")
_OWNERS = "用客人员学受企订门网居家城消"
_LONGEST = 24  # characters
_MONEY = re.compile(any_of(words("measures", "money")) + "(?:规模|额|总额|余额|金额)?$")
_FLOW = re.compile(any_of(words("measures", "flow")))
_PEOPLE = {
    unit: re.compile(any_of(nouns.split()))
    for unit, nouns in {"人": " ".join(words("measures", "people", "人")), "户": " ".join(words("measures", "people", "户"))}.items()
}


def noun_behind(folded: str, original: str, end: int, highest: int) -> str | None:
    """Return the noun that a measure word counts: 解决方案 of 60 多种解决方案."""
    last = clause_end(folded, end, min(highest, end + 60))
    phrase = re.split("[、(\"《]", folded[end:last])[0]
    if "的" in phrase and not phrase.lstrip().startswith("的") and len(phrase) > phrase.rindex("的") + 1:
        head = _LAST_NOUN.search(phrase)
        start = end + (head.start() if head else 0)
        return original[start : end + len(phrase)].strip()[:_LONGEST] or None
    skipped = end + len(phrase) - len(phrase.lstrip(" 的"))
    found = _STOPS.search(folded, skipped, last)
    return original[skipped : found.start() if found else last].strip()[:_LONGEST] or None


def noun_before(folded: str, original: str, start: int, lowest: int) -> str | None:
    """Return what stands before a figure in its clause, without verbs and hedges: 微众银行营收."""
    begin = clause_start(folded, start, lowest)
    phrase = folded[begin:start]
    end = len(phrase)
    while (tail := _TAIL.search(phrase, 0, end)) and tail.start() < end:
        end = tail.start()
    head = _HEAD.match(phrase, 0, end)
    first = head.end() if head else 0
    if "、" in phrase[first:end]:
        first = phrase.rindex("、", first, end) + 1
    noun = original[begin + first : begin + end].strip(" \"'“”「」()（）、")[-_LONGEST:]
    return noun if len(noun) > 1 and not noun.isdecimal() else None


def owner_behind(folded: str, original: str, end: int, highest: int) -> str | None:
    """Return what a share is of, or a time, where it stands behind: 近一半用户, 80% 的用户, 两年的发展."""
    if folded[end : end + 3].lstrip()[:1] not in ("的", *_OWNERS):
        return None
    return noun_behind(folded, original, end, highest)


def implied_people(folded: str, start: int, end: int, highest: int) -> str | None:
    """Return 人 or 户 where the words right behind a bare number, or in its clause before it, tell so."""
    behind = folded[end : clause_end(folded, end, min(highest, end + 10))]
    before = folded[clause_start(folded, start, max(0, start - 12)) : start]
    for unit, nouns in _PEOPLE.items():
        if (behind and nouns.search(behind)) or (not behind.strip() and nouns.search(before)):
            return unit
    return None


def speaks_of_money(what: str | None) -> bool:
    """Tell whether a figure counts money, by what it counts."""
    return what is not None and bool(_MONEY.search(what.lower()))


def is_flow(what: str | None) -> bool:
    """Tell whether a figure is of a whole period: 营收, not 总资产."""
    return what is not None and bool(_FLOW.search(what.lower()))


def growth_words(folded: str, original: str, start: int, lowest: int) -> str:
    """Return the words of growth that stand before a figure: 同比增长."""
    found = _GROWS.search(folded, max(lowest, start - 12), start)
    return re.sub("[了约达为近逾]+$", "", original[found.start() : start]).strip() if found else ""


def counts_behind(quantity: Quantity) -> bool:
    """Tell whether what a quantity counts stands behind it: 三家企业; not 营收 3 亿元."""
    return quantity.kind in ("count", "ordinal", "rank") and quantity.unit is not None
