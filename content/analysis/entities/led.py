"""Names of firms before the titles of those who lead them, and in lists of firms: 星动纪元创始人陈建宇."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.cut_text import JOINT
from content.analysis.entities.data import words_of
from content.analysis.entities.in_context import is_two_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from content.analysis.entities.cut_text import CutText

_LONGEST, _SHORTEST = 8, 2
# Regions that firms like to be called by.
_REGIONS = frozenset(("东方", "南方", "北方"))
_STOP_TAGS = frozenset({"function", "adverb", "time", "verb"})
_STOPS = frozenset(
    "的了着过和与及或在是有为由从对向把被将也都就还又已曾等给让使跟同于以而但并且则其他她它我你这那该各每某本此个位名家据按称到至任兼前原"
)
_ITEM = '[^、,。;:!?()"\\n《》]'
# Begun only where an item begins: else each character of a long text without marks would be tried.
_LIST = re.compile(f"(?<!{_ITEM}){_ITEM}++(?:、{_ITEM}++){{2,}}")
_JOINS = ("和", "及", "与", "以及")
_LAST = re.compile("等|以及|[和及与]")
# What the items of a list are said to be behind it: 等茶饮品牌.
_ARE_FIRMS = re.compile(
    '等(?:[^、,。;:!?()"\n《》的]{0,8}?)(?:品牌|公司|厂商|厂家|车企|药企|房企|券商|巨头|大厂|供应商|经销商|连锁店)'
)
_FEWEST, _SHARE = 2, 0.4
_SURE = 0.6
_TRADE = 2  # characters that may follow a known name in another's: 创维数字


def find_led(cut: CutText, people: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield what stands between the last mark or small word and the title of somebody who is named."""
    starts = {person.start for person in people}
    for title in _leaders().finditer(cut.folded):
        following = title.end() + (cut.folded[title.end() : title.end() + 1] == " ")
        if following not in starts or cut.places[title.start()] != 0:
            continue
        index = _without_parts(cut, cut.index_at(title.start()))
        end = cut.starts[index]
        first = index
        while first > 0 and end - cut.starts[first - 1] <= _LONGEST and not _stops(cut, first - 1):
            first -= 1
        start = cut.starts[first]
        if end - start >= _SHORTEST and _is_name(cut, first, index):
            yield Candidate(start, end, "org", _SURE)


def _without_parts(cut: CutText, index: int) -> int:
    """Return before which word a firm's name ends: 联席, 中国区 and the like belong to the title."""
    parts = words_of("organisations", "leaders", "parts")
    while index > 0 and (cut.words[index - 1] in parts or not cut.words[index - 1].strip()):
        index -= 1
    return index


def _stops(cut: CutText, index: int) -> bool:
    word = cut.words[index]
    if word in _REGIONS:
        return False
    if len(word) == 1:
        return word in _STOPS or not word.isalnum()
    if word in words_of("people", "titles", "before") or word in words_of(
        "organisations", "appositions", "endings"
    ):
        return True
    return cut.tags[index] in _STOP_TAGS or word in words_of("organisations", "leaders", "parts")


def _is_name(cut: CutText, first: int, end: int) -> bool:
    """Tell whether one of the words is no everyday one, or several make what nobody says otherwise."""
    words = cut.words[first:end]
    generic = words_of("organisations", "generic", "words")
    if all(word in generic or cut.tags[index] == "place" for index, word in enumerate(words, first)):
        return False
    if words[-1].endswith(("部", "处", "科", "室", "组", "区", "厅", "局")):
        return False
    return len(words) > 1 or _is_new(cut, first, end)


def _is_new(cut: CutText, first: int, end: int) -> bool:
    """Tell whether one of the words is no everyday one."""
    return any(
        len(word) > 1 and cut.tags[index] in ("", "proper", "organisation") and not is_two_known(word)
        for index, word in enumerate(cut.words[first:end], first)
    )


def find_in_lists(cut: CutText, settled: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the whole items of lists, between 、, of which two and two in five at least are organisations.

    Where one is, and the text says behind the list that all are firms, new words in it are names too.
    """
    settled = tuple(settled)
    kinds = {(each.start, each.end): each.kind for each in settled}
    known = {each.start: each.end for each in settled if each.listed}
    for found in _LIST.finditer(cut.folded):
        spans = _items(found[0], found.start())
        named = sum(kinds.get(span) == "org" for span in spans)
        said = named and _are_firms(cut, spans[-1][1])
        if not said and (named < _FEWEST or named < _SHARE * len(spans)):
            continue
        for start, end in spans[1:]:
            if (
                (start, end) in kinds
                or end - known.get(start, end) > _TRADE  # 五粮液、泸州老窖批价企稳
                or not _SHORTEST <= end - start <= _LONGEST
                or not cut.is_cut_out(start, end)
            ):
                continue
            first, last = cut.index_at(start), cut.index_at(end - 1) + 1
            if any(_stops(cut, index) for index in range(first, last)):
                continue
            if _is_name(cut, first, last) and (_is_new(cut, first, last) or named >= _FEWEST):
                yield Candidate(start, end, "org", _SURE)


def _are_firms(cut: CutText, end: int) -> bool:
    """Tell whether what stands behind a list says that all of it are firms: 等茶饮品牌, not 等品牌手段."""
    said = _ARE_FIRMS.match(cut.folded, end)
    if said is None or cut.places[said.end()] != JOINT:
        return False
    following = cut.index_at(said.end())
    named = cut.tags[following] in ("noun", "action") or _is_new(cut, following, following + 1)
    return not (named and cut.words[following][0].isalpha())


def _items(text: str, start: int) -> list[tuple[int, int]]:
    """Return the stretches of the items of a list; an item ends before 等, and is two where 和 joins them."""
    spans = []
    for item in text.split("、"):
        end = _LAST.search(item)
        spans.append((start, start + (end.start() if end else len(item))))
        if end and end[0] in _JOINS:
            spans.append((start + end.end(), start + len(item)))
        start += len(item) + 1
    return spans


@cache
def _leaders() -> re.Pattern[str]:
    titles = sorted(words_of("organisations", "leaders", "titles"), key=len, reverse=True)
    return re.compile("|".join(titles))
