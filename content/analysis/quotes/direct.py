"""Speech in quotation marks, told from terms, titles and slogans in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from content.analysis.quotes.cues import Cue, cues, names_a_thing, noun_cue, words
from content.analysis.word_lists import any_of

if TYPE_CHECKING:
    from content.analysis.quotes.marks import Marked
    from content.analysis.quotes.records import Speaker
    from content.analysis.quotes.speakers import Speakers

_SHORTEST = 4  # characters: what is shorter is a term, whoever says it
_CLAUSE = 6  # characters: so long a clause may be speech by a verb behind it
_SENTENCE = 10  # characters: so long a sentence in marks is speech though nobody is named
_TERM = 8  # characters: a term is shorter
_ENDS = "。！？…"
_GOES_ON = frozenset("的并而但却后时等和与或来以也还又")  # behind speech that is a part of a sentence
_BEHIND = 44  # characters behind the mark in which its speaker may stand
_STOP = re.compile(r"[。！？；\n\"]")
_ENGLISH = r"\b(?:said|says|added|adds|wrote|writes|noted|notes|argued|argues|explained|explains)\b"
_SAID_BEHIND = re.compile(rf"\s*{_ENGLISH}")
_SAID_BEFORE = re.compile(rf"\s*{_ENGLISH}[，：]\s*\Z")
_NOUN = 16  # characters: more than the longest 的理解是
_LINK = re.compile(r"[，：\s]*\Z")


@dataclass(frozen=True)
class Around:
    """The sentence that marks stand in: `[start, end)` in the text."""

    folded: str
    start: int
    end: int

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """All its verbs of speech."""
        return tuple(cues(self.folded, self.start, self.end))

    def lead(self, stop: int) -> int:
        """Return where ends what stands before `stop`, the spaces there left out."""
        while stop > self.start and self.folded[stop - 1] in " 　":
            stop -= 1
        return stop


def speech(folded: str, quoted: Marked, around: Around, speakers: Speakers) -> tuple[bool, Speaker | None]:
    """Tell whether what stands in marks is speech, and whose."""
    length = quoted.end - quoted.start
    if length < _SHORTEST and not _is_answer(folded, quoted):
        return False, None
    sentence = folded[quoted.end - 1] in _ENDS
    cue = _cue_before(folded, quoted, around)
    if cue and _is_subject(folded, quoted):
        return False, None
    if cue and not names_a_thing(folded, around.start, quoted.outer):
        return True, speakers.before(around.start, cue.start)
    noun = _noun_before(folded, quoted, around)
    if noun is not None:
        return True, speakers.before(around.start, noun)
    english, who = _in_english(folded, quoted, around, speakers)
    if english:
        return True, who
    lead = around.lead(quoted.outer)
    last = folded[lead - 1] if lead > around.start else ""
    if sentence or length >= _CLAUSE:
        behind = _cue_behind(folded, quoted, sentence=sentence)
        if behind and last == "：" == folded[behind.end : behind.end + 1]:
            behind = None  # it leads to what stands in the next marks
        if sentence and (meanwhile := _meanwhile().match(folded, quoted.outer_end)):
            stop = _STOP.search(folded, meanwhile.end())
            return True, speakers.first(meanwhile.end(), stop.start() if stop else len(folded))
        if behind:
            speaker = speakers.before(quoted.outer_end, behind.start)
            if speaker or sentence:
                return True, speaker
    if last == "：" and sentence and (speaker := speakers.before(around.start, lead - 1)):
        return True, speaker  # 何静很感动：“……。”
    if not (sentence or not quoted.closed) or length < _SENTENCE:
        return False, None
    if last == "，":  # 他这样解读新的门店，“……。”
        for cue in takewhile(lambda cue: cue.end <= quoted.outer, around.cues):
            if cue.strong and (speaker := speakers.before(around.start, cue.start)):
                return True, speaker
        return False, None
    return last in "：。！？…", None


def _is_answer(folded: str, quoted: Marked) -> bool:
    """Tell whether marks hold a whole sentence behind a colon, as short as it may be: 何静说：“不会。”."""
    whole = quoted.end - quoted.start > 1 and folded[quoted.end - 1] in _ENDS
    return whole and folded[quoted.outer - 1 : quoted.outer] == "："


def _in_english(
    folded: str, quoted: Marked, around: Around, speakers: Speakers
) -> tuple[bool, Speaker | None]:
    """Tell whether an English verb says that marks hold speech, and whose: “…,” said Tim Cook."""
    behind = _SAID_BEHIND.match(folded, quoted.outer_end)
    if behind:
        stop = _STOP.search(folded, behind.end(), behind.end() + _BEHIND)
        end = stop.start() if stop else min(len(folded), behind.end() + _BEHIND)
        if speaker := speakers.first(behind.end(), end):
            return True, speaker
    before = _SAID_BEFORE.search(folded, max(around.start, quoted.outer - _BEHIND), quoted.outer)
    if before and (speaker := speakers.before(around.start, before.start())):
        return True, speaker
    return False, None


def _is_subject(folded: str, quoted: Marked) -> bool:
    """Tell whether marks hold a term of which something is said: 他说，“未批先建”自然要受到处罚."""
    following = folded[quoted.outer_end : quoted.outer_end + 1]
    term = quoted.end - quoted.start < _TERM and folded[quoted.end - 1] not in _ENDS
    return term and "\u4e00" <= following <= "\u9fff" and following not in _GOES_ON


@cache
def _meanwhile() -> re.Pattern[str]:
    """Match what leads from speech to whoever spoke it: 说这话时."""
    return re.compile(any_of(words("meanwhile")))


def _cue_before(folded: str, quoted: Marked, around: Around) -> Cue | None:
    """Return the verb of speech that leads to the marks: 马化腾称「…」, 他说：“…”."""
    last = None
    for cue in cues(folded, max(around.start, quoted.outer - _BEHIND), quoted.outer):
        last = cue
    if last is None:
        return None
    return last if _LINK.fullmatch(folded[last.end : quoted.outer]) else None


def _noun_before(folded: str, quoted: Marked, around: Around) -> int | None:
    """Return where `的理解是` stands that leads to the marks."""
    stop = quoted.outer
    while stop > around.start and (folded[stop - 1] in "，：" or folded[stop - 1].isspace()):
        stop -= 1
    for found in noun_cue().finditer(folded, max(around.start, stop - _NOUN), quoted.outer + 1):
        if _LINK.fullmatch(folded[found.end() : quoted.outer]):
            return found.start()
    return None


def _cue_behind(folded: str, quoted: Marked, *, sentence: bool) -> Cue | None:
    """Return the verb of speech behind the marks, before the sentence ends.

    It ends its clause (张三说。), or behind a whole sentence has an object (张三这样解读新的门店。).
    """
    begin = quoted.outer_end
    stop = _STOP.search(folded, begin + (folded[begin : begin + 1] == "。"), begin + _BEHIND)
    end = stop.start() if stop else min(len(folded), begin + _BEHIND)
    for cue in cues(folded, begin, end):
        if cue.end == end or folded[cue.end] in "，。：" or (sentence and cue.strong):
            return cue
    return None
