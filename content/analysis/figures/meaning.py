"""What a figure counts, in the text's own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.analysis.figures.form import clause_end, clause_start
from content.analysis.figures.tables import words
from content.analysis.word_lists import any_of

if TYPE_CHECKING:
    from content.analysis.figures.quantity import Quantity

_STOPS = re.compile(
    r"[,;:。!?、()\[\]\"'《》\n]|(?:以上|以下|左右|之后|以来|之前|以内|不等|(?<![潜存正所现内])在|(?<![最前落先])后|中(?![国心小央型介间文学医华])|(?<![所没国私拥具])有(?![限关色机效])|增至|减至|降至|升至|增加|减少|增长|下降|达到|超过|占|[的了是和与及并被把将由从对向等也都已就还仍则而却])"
)
_LAST_NOUN = re.compile("[^的,;:。!?、()\"'《》\n]{1,24}$")
_TAIL = re.compile(rf"(?: |[\"'(]|[0-9.]*×|{any_of(words('phrases', 'what', 'tail'))}|(?<![同环占])比)$")
_HEAD = re.compile(rf"^(?: |[\"')]|占(?![地用据有领比])|{any_of(words('phrases', 'what', 'head'))})+")
_GROWS = re.compile(
    rf"{any_of(words('phrases', 'growth', 'compared'))}?{any_of(words('phrases', 'growth', 'verbs'))}?"
    "率?[了约达为近逾]*$"
)
_OWNERS = words("phrases", "what", "owners")[0]
# 600 人的 20% counts no 20%.
_NOUN = re.compile(
    "(?! ?[到至] ?[0-9一二三四五六七八九十]| ?的? ?(?:[0-9.]+ ?%|百分之|[一二三四五六七八九]成))"
    " ?[\"'(《]?[一-鿿a-z0-9]"
)
_LONGEST = 24  # characters
_MONEY = re.compile(any_of(words("measures", "money")) + "(?:规模|额|总额|余额|金额)?$")
_FLOW = re.compile(any_of(words("measures", "flow")))
_PEOPLE = {
    unit: re.compile(any_of(nouns.split()))
    for unit, nouns in {
        "人": " ".join(words("measures", "people", "人")),
        "户": " ".join(words("measures", "people", "户")),
    }.items()
}


_SUM = re.compile("(?:合计|共计|总计|总共|合共|一共|加起来)[^,;。0-9]{0,6}$")


def noun_behind(folded: str, original: str, end: int, highest: int) -> str | None:
    """Return the noun that a measure word counts: 解决方案 of 60 多种解决方案."""
    last = clause_end(folded, end, min(highest, end + 60))
    if not _NOUN.match(folded, end):
        return None
    phrase = re.split('[、("《]', folded[end:last])[0]
    if "的" in phrase and not phrase.lstrip().startswith("的") and len(phrase) > phrase.rindex("的") + 1:
        head = _LAST_NOUN.search(phrase)
        start = end + (head.start() if head else 0)
        return _shortened(original[start : end + len(phrase)].strip())
    skipped = end + len(phrase) - len(phrase.lstrip(" 的"))
    found = _STOPS.search(folded, skipped, last)
    return _shortened(original[skipped : found.start() if found else last].strip())


def _shortened(noun: str) -> str | None:
    if len(noun) > _LONGEST:
        noun = f"{noun[: _LONGEST - 1]}…"
    return noun or None


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
    noun = original[begin + first : begin + end].strip(" \"'“”「」()（）、")
    if len(noun) > _LONGEST:
        noun = f"…{noun[1 - _LONGEST :]}"
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


def is_sum(folded: str, start: int) -> bool:
    """Tell whether a figure is what others come to: 合计 80 亿元."""
    return bool(_SUM.search(folded, max(0, start - 10), start))


def speaks_of_money(what: str | None) -> bool:
    """Tell whether a figure counts money, by what it counts."""
    return what is not None and bool(_MONEY.search(what.lower()))


def is_flow(what: str | None) -> bool:
    """Tell whether a figure is of a whole period: 营收, not 总资产."""
    return what is not None and bool(_FLOW.search(what.lower()))


def growth_words(folded: str, original: str, start: int, lowest: int) -> str:
    """Return the words of growth that stand before a figure: 同比增长."""
    while start > lowest and folded[start - 1] == " ":
        start -= 1
    found = _GROWS.search(folded, max(lowest, start - 12), start)
    return re.sub("[了约达为近逾]+$", "", original[found.start() : start]).strip() if found else ""


def counts_behind(quantity: Quantity) -> bool:
    """Tell whether what a quantity counts stands behind it: 三家企业; not 营收 3 亿元."""
    return quantity.kind in ("count", "ordinal", "rank") and quantity.unit is not None
