"""Works, media and events: what stands between title marks, and gatherings that are named."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.data import words_of

if TYPE_CHECKING:
    from content.analysis.entities.cut_text import CutText

_MARKED = re.compile("《([^《》\n]{1,60})》")
_REPORTED = re.compile(
    "(?:网站|杂志|周刊|日报)?(?:记者|报道|报导|撰文|刊文|社论|评论员|编辑部|杂志社|引述|援引|披露)"
)
# To a newspaper somebody says what is told of in it; it learns of things itself.
_TOLD = re.compile("(?:告诉|(?:接受|婉拒|拒绝)了?)《$")
_TO = re.compile("(?:对|向)《$")
_SAID_TO = re.compile("》(?:记者)?(?:表示|称|说|透露|坦言|介绍|解释|回应|回复|证实|确认|强调|指出|反映)")
_LEARNS = re.compile(
    "》(?:独家)?(?:获悉|从[^，。,\n]{1,24}(?:了解到|获悉|获得|得知)|(?:的)?(?:采访|专访|独家))"
)
_MOST_WORDS = 8
_STOP_TAGS = frozenset({"verb", "function", "adverb", "time"})
_STOPS = frozenset(
    "的了着过和与及或在是有为由从对向把被将也都就还又已曾等给让使该各每某本此这那个位名家将于届举办召开参加出席"
)
_ORDINAL = re.compile("(?:第?[一二三四五六七八九十百零0-9]+届|首届|(?:19|20)[0-9]{2}年?)$")


def find_works(cut: CutText) -> list[Candidate]:
    """Find what stands between 《 and 》: newspapers and the like, the others works.

    A newspaper is told by its name, or by reporting or being spoken to anywhere, and is one throughout.
    """
    marked = list(_MARKED.finditer(cut.folded))
    media = {each[1] for each in marked if _is_media(each[1]) or _reports(cut.folded, *each.span(1))}
    return [Candidate(*each.span(1), "media" if each[1] in media else "work", 0.9) for each in marked]


def _reports(text: str, start: int, end: int) -> bool:
    """Tell whether what is called so writes what others say, or is told it: 获悉, 告诉."""
    if _REPORTED.match(text, end + 1) or _LEARNS.match(text, end):
        return True
    before = text[max(0, start - 8) : start]
    return bool(_TOLD.search(before) or (_TO.search(before) and _SAID_TO.match(text, end)))


@cache
def _is_media(name: str) -> bool:
    endings = words_of("places", "media", "endings")
    return name in words_of("known", "media", "names") or (
        len(name) <= 10 and any(name.endswith(ending) for ending in endings)
    )


def find_media(cut: CutText) -> list[Candidate]:
    """Find newspapers, stations and sites by their endings, where somebody reports for or from them."""
    found = []
    for reported in re.finditer("记者|报道|报导|获悉|讯(?=[,。(:])|专访|独家", cut.folded):
        index = cut.index_at(reported.start()) - 1
        if index < 1:
            continue
        last = index
        while (
            index > 0
            and last - index < 3
            and cut.tags[index - 1] in ("place", "", "proper", "noun")
            and len(cut.words[index - 1]) > 1
        ):
            index -= 1
            if cut.tags[index] == "place":
                break
        name = cut.folded[cut.starts[index] : cut.starts[last + 1]]
        if 3 <= len(name) <= 8 and _is_media(name) and name not in ("新闻", "日报", "晚报") and index < last:
            found.append(Candidate(cut.starts[index], cut.starts[last + 1], "media", 0.7))
    return found


def find_events(cut: CutText) -> list[Candidate]:
    """Find gatherings and the like: an ending with an ordinal, a year, a place or a name before it."""
    found = []
    for ending in _event().finditer(cut.folded):
        stop = ending.end()
        if cut.places[stop]:
            continue
        index = cut.index_at(ending.start())
        start = None
        for before in range(index, max(-1, index - _MOST_WORDS), -1):
            word = cut.words[before]
            if before != index and (
                cut.tags[before] in _STOP_TAGS or (len(word) == 1 and word in _STOPS) or not word.isalnum()
            ):
                if _ORDINAL.search(word):
                    start = before
                break
            if _tells_which(cut, before, word, stop):
                start = before
        if start is None:
            continue
        begin = cut.starts[start]
        ordinal = _ORDINAL.search(cut.folded[max(0, begin - 8) : begin])
        begin -= len(ordinal[0]) if ordinal else 0
        if stop - begin > len(ending[0]):
            found.append(Candidate(begin, stop, "event", 0.7 if ordinal else 0.6))
    return found


def _tells_which(cut: CutText, index: int, word: str, stop: int) -> bool:
    if cut.starts[index + 1] >= stop and not word.endswith(("奥运会", "世界杯")):
        return False
    if cut.tags[index] == "place":
        return word not in words_of("places", "not_places")
    return (
        (word.isascii() and word[0].isalpha()) or cut.tags[index] == "proper" or bool(_ORDINAL.search(word))
    )


@cache
def _event() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words_of("places", "events", "endings"), key=len, reverse=True)))
