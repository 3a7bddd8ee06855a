"""Works, media and events: what stands between title marks, and gatherings that are named."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.data import words_of

if TYPE_CHECKING:
    from content.analysis.entities.cut_text import CutText
    from content.lexicon import EntityKind

_MARKED = re.compile("《([^《》\n]{1,60})》")
_REPORTED = re.compile(
    "(?:网站|杂志|周刊|日报)?(?:记者|报道|报导|撰文|刊文|社论|评论员|编辑部|杂志社|引述|援引|披露)"
)
_MOST_WORDS = 8
_STOP_TAGS = frozenset({"verb", "function", "adverb", "time"})
_STOPS = frozenset(
    "的了着过和与及或在是有为由从对向把被将也都就还又已曾等给让使该各每某本此这那个位名家将于届举办召开参加出席"
)
_ORDINAL = re.compile("(?:第?[一二三四五六七八九十百零0-9]+届|首届|(?:19|20)[0-9]{2}年?)$")


def find_works(cut: CutText) -> list[Candidate]:
    """Find what stands between 《 and 》: newspapers and the like by their names, the others works."""
    found = []
    for marked in _MARKED.finditer(cut.folded):
        start, end = marked.span(1)
        kind: EntityKind = "media" if _is_media(marked[1]) or _REPORTED.match(cut.folded, end + 1) else "work"
        found.append(Candidate(start, end, kind, 0.9))
    return found


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
