"""Speech without marks: what somebody says or thinks, or is said to have said."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from content.analysis.quotes.cues import cues, noun_cue, words
from content.analysis.word_lists import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.analysis.quotes.records import Speaker
    from content.analysis.quotes.speakers import Speakers

_SHORTEST = 6  # characters of a statement
_END = "。！？…\n ，；"
# What the author adds to what somebody said: ；此后几年, ，但这也印证了.
_ADDED = re.compile(
    "；(?:而|但)?(?:这便是|这就是|这正是|此后|至此|由此|从此)"
    "|，(?:但|而|可)?这(?:也|却|又)?(?:正|恰恰|恰好|刚好)?(?:印证|说明|意味着|反映|暴露|折射)了?"
    "|，这(?:便|就|正)是[^，。；]{1,12}的(?:由来|来历|起源|开端|缘起)"
)


class Statement(NamedTuple):
    """What is reported, `[start, end)` in the text, and whose it is."""

    start: int
    end: int
    speaker: Speaker


def statements(folded: str, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    """Yield what a sentence `[start, end)` reports: all of it behind the first verb that has a speaker."""
    for begin, speaker in _leads(folded, start, end, speakers):
        added = _ADDED.search(folded, begin, end)
        last = added.start() if added else end
        while last > begin and folded[last - 1] in _END:
            last -= 1
        if last - begin >= _SHORTEST:
            yield Statement(begin, last, speaker)
            return


def _leads(folded: str, start: int, end: int, speakers: Speakers) -> Iterator[tuple[int, Speaker]]:
    """Yield where a statement may begin, and who makes it."""
    by = _by().match(folded, start, end)
    if by:
        who = "told" if by["told"] else "seen"
        if speaker := speakers.within(by.start(who), by.end(who)):
            yield by.end(), speaker
    for cue in cues(folded, start, end):
        mark = folded[cue.end : cue.end + 1]
        if mark in ("，", "："):
            begin = cue.end + 1
        elif cue.strong and mark not in ("", "。", "的", "了", "、", "；", "！", "？", '"', "过", "\n"):
            begin = cue.end
        else:
            continue
        if speaker := speakers.before(start, cue.start):
            yield begin, speaker
    for noun in noun_cue_anywhere().finditer(folded, start, end):
        if speaker := speakers.before(start, noun.start()):
            begin = noun.end() + (folded[noun.end() : noun.end() + 1] in ("，", "："))
            yield begin, speaker


def who_answers(folded: str, start: int, end: int, speakers: Speakers) -> Speaker | None:
    """Return who says what a sentence reports, as short as it may be: 张三说，不一定."""
    return next((speaker for begin, speaker in _leads(folded, start, end, speakers) if begin < end), None)


@cache
def noun_cue_anywhere() -> re.Pattern[str]:
    """Match `的理解是` whatever follows it."""
    return re.compile(noun_cue().pattern.partition("(?=")[0])


@cache
def _by() -> re.Pattern[str]:
    """Match 据张三介绍， and 在李四看来， at the beginning of a sentence.

    Where what they say stands there in marks, what follows is the author's: 按张三“……”的说法，.
    """
    whom = '[^，。；："]{1,30}?'
    by, ends, seen = any_of(words("by")), any_of(words("by_end")), any_of(words("in_view"))
    return re.compile(rf"[^，。]{{0,4}}?(?:{by}(?P<told>{whom}){ends}|在(?P<seen>{whom}){seen})，")
