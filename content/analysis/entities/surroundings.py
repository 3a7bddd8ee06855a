"""What stands right before and after a stretch, and says that it is a person."""

from __future__ import annotations

import re
from functools import cache

from content.analysis.entities.data import words_of

BEFORE, BEHIND = 16, 80
"""Characters before and behind a stretch that are looked at here at most."""
_LONGEST_TITLE = 10
_LONGEST_BRACKET = 26
_SEPARATORS = " :|/·"
_PUNCTUATION = frozenset(",。、;:?!.)]}\"'(>〉》〈《\n…—~")
# Small words that come right after a subject or an object.
_SAYS = "道说"  # at the end of a verb that tells how somebody speaks: 笑道, 笑着说
_DIALOGUE = re.compile('道:"')
_AFTER = frozenset("的和与及在是将已曾也则还又就为从对向把被等因均都并亦表说称")
_AT = frozenset("在于赴往离")  # a place comes after these
_DOES = frozenset("不能可来并将也就足仅只")
_BEFORE = frozenset("和与及由对向给让被请跟同叫是为有把而但")
# How somebody is introduced: ，男，; ，苏州人，; （1950年; ，1950年生.
_LIFE = re.compile(
    "[,(](?:男|女)[,。]|[,(](?:生于|现任|曾任|现年|时任|汉族|原名|本名|笔名|字|号)|[,(][0-9]{4}年?[出生月-]|,[^,。\n]{2,8}人[,。]|,[0-9]{1,2}岁"
)
# What may stand between somebody and the verb.
_BETWEEN = (
    "(?:也|还|则|曾|又|就|便|并|都|亦|却|近日|昨日|昨天|昨晚|今日|今天|今晚|当日|当天|当晚|同日|次日|上午|下午|日前|当时|随后|此前|同时|进一步|这样|如此|曾经|接着|最后|首先|随即|本人|当场|当庭|公开|多次|再次|特别|"
    "同样|继续|不断|一再|明确|认真|在会上|在现场|在电话中|在采访中|表情严肃地|笑着){0,3}"
)


def precedes_as_person(text: str, start: int) -> float:
    """Return how much what stands before `start` says that a person begins there."""
    if start == 0:
        return 0.3
    if title_before(text, start) is not None:
        return 3.0
    before = text[start - 1]
    if before in _PUNCTUATION:
        return 0.3
    if before in _AT:
        return -1.0
    return 0.2 if before in _BEFORE else 0.0


def title_before(text: str, start: int) -> int | None:
    """Return where the title begins that ends right before `start`, or None where none does.

    A colon, a space, a dot or a stroke may stand between; one character is a title only before such.
    """
    end = start
    while end > 0 and text[end - 1] in _SEPARATORS and start - end < 2:
        end -= 1
    if end == 0 or text[end - 1] not in _last_of_titles():
        return None
    titles = words_of("people", "titles", "before")
    for length in range(min(_LONGEST_TITLE, end), 0, -1):
        if text[end - length : end] in titles and (length > 1 or end < start):
            return None if _stands_for(text, end - length, end) else end - length
    return None


@cache
def _last_of_titles() -> frozenset[str]:
    return frozenset(title[-1] for title in words_of("people", "titles", "before"))


def _stands_for(text: str, start: int, end: int) -> bool:
    """Tell whether 代表 is what something does here, and no title: 不代表某某."""
    return text[start:end] == "代表" and text[start - 1 : start] in _DOES


def follows_as_person(text: str, end: int) -> float:
    """Return how much what stands after `end` says that a person ends there."""
    if end >= len(text):
        return 0.3
    if speech_after(text, end):
        return 2.2
    if title_after(text, end):
        return 2.5
    if _LIFE.match(text, end) or _has_title_in_brackets(text, end):
        return 1.8
    if _acts().match(text, end):
        return 1.3
    if _denial().match(text, end):
        return -3.0
    following = text[end]
    if following in _PUNCTUATION:
        return 0.3
    return 0.3 if following in _AFTER else 0.0


def _has_title_in_brackets(text: str, end: int) -> bool:
    """Tell whether brackets follow that end with a title: (首席经济学家)."""
    if not text.startswith("(", end):
        return False
    closing = text.find(")", end, end + _LONGEST_BRACKET)
    return closing > 0 and title_before(text, closing) is not None


def speech_after(text: str, end: int) -> bool:
    """Tell whether a verb of speech or thought follows, with what may stand between."""
    return _speech().match(text, end) is not None


def ends_in_speech(text: str, end: int) -> bool:
    """Tell whether a verb of speech begins with the character before `end`: 笑 of 笑道, or 道 alone."""
    return _DIALOGUE.match(text, end - 1) is not None or _long_speech().match(text, end - 1) is not None


@cache
def _long_speech() -> re.Pattern[str]:
    words = (word for word in words_of("people", "speech", "words") if word[-1] in _SAYS and len(word) > 1)
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


def title_after(text: str, end: int) -> bool:
    """Tell whether a form of address follows: 先生, 教授."""
    return _address().match(text, end) is not None


@cache
def _speech() -> re.Pattern[str]:
    words = sorted(words_of("people", "speech", "words"), key=len, reverse=True)
    long = "|".join(word for word in words if len(word) > 1)
    short = '说(?![明法服辞客唱不])|称(?![为号作职赞霸重得])|[道问答](?=[:,"])|摄(?=[)\\s。])'
    towards = "(?:(?:对|向|和|跟|在|就)[^,。;!?\n]{1,24}?)?"
    return re.compile(f"{_BETWEEN}{towards}(?:{long}|{short})")


@cache
def _acts() -> re.Pattern[str]:
    words = sorted(words_of("people", "acts", "words"), key=len, reverse=True)
    return re.compile(f"{_BETWEEN}(?:{'|'.join(words)})")


@cache
def _address() -> re.Pattern[str]:
    words = sorted(words_of("people", "titles", "after"), key=len, reverse=True)
    return re.compile("|".join(words))


@cache
def _denial() -> re.Pattern[str]:
    """Return what follows a place or an organisation, and no person."""
    return re.compile(
        "[省市县区镇乡村路街河湖江岛州港桥寺庙站湾峰岭河厂店社局部委]|集团|公司|银行|证券|科技|股份|控股|大学|医院|学院|汽车|地产"
        "|电器|电子|保险|基金|资本|传媒|药业|食品|酒店|大厦|广场|机场|开发区|新区|半岛|战役|事件|奖"
    )
