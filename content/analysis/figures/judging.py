"""Which numbers count something, and which are articles, labels, or part of a word."""

from __future__ import annotations

import re
from functools import cache

from content.analysis.figures.numbers import DIGITS, HAN, MAGNITUDES, Number
from content.analysis.figures.tables import table
from content.analysis.figures.units import Unit, is_exact, is_few

_BEFORE_ONE = "上下前后头统唯之专单归划如独均每这那哪某另同任此首整各又再新逐第周期"
_ONLY = re.compile("(?:只有|仅有|仅|只|至少|不到|不足|超过|唯一的?|共有|共) ?$")
_WEEKDAY = re.compile("(?:周|星期|礼拜|初|高|大)$")
_NUMBERED = re.compile(r"(?:^|[。!?\n]|(?<=\n))[\s(]*$")
_LEFT = re.compile(r"(?:[0-9a-z_%#&@=\\/]|[a-z]-|[a-z][:.]|[0-9][:.]|[0-9]-[0-9]{1,6}-|-[0-9]{3,4}-)$")
_RIGHT = re.compile(r"[0-9a-z_]|\.[0-9a-z]|:[0-9]|-[a-z]|[/@][a-z]")
_CODE = re.compile(r"[0-9]{4,6}\.(?:sh|sz|hk|us|ss|bj|tw|o|n)(?![a-z])")
_LATIN_NAME = re.compile(r"[a-z][a-z0-9.+-]*(?: [a-z][a-z0-9.+-]*)* $")
# A bare number is told by one of these; else it is a name: 巴龙 5000.
_TOLD = re.compile("[为是达到至有共仅得分数总增减升降约由从近于第:=]了? ?$")
_TELEPHONE = "(?:[0-9]{3,4}-[0-9]{3,4}-[0-9]{3,4}|0[0-9]{2,3}-[0-9]{7,8})"
# 360 and 985 are names, 360 家 and 985 亿 are figures.
_FREE = "(?<![0-9.,])"
_UNCOUNTED = (
    "(?! ?(?:[0-9%万亿兆千百元个家名人位度件台辆次米吨年月日岁点分股份种户条块层间座项多余]"
    "|公[里斤顷]|[美港欧日]元|平方|英镑)|[.,:][0-9])"
)
_LONG = 8  # digits: so long without 万 and unit is a telephone or an account


def misleading_words(folded: str) -> list[tuple[int, int]]:
    """Return where the words stand that only look like figures: idioms, names, articles, titles in 《》."""
    begins, patterns = _misleading()
    found: list[tuple[int, int]] = []
    at = 0
    while begun := begins.search(folded, at):
        at = begun.start() + 1
        if match := patterns[begun[0]].match(folded, begun.start()):
            found.append(match.span())
            at = match.end()
    return found


@cache
def _misleading() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """Return what such a word may begin with, and for each first character the pattern of its words.

    One pattern of all would be tried at every character of a text.
    """
    entries = table("words")
    by_first: dict[str, list[str]] = {"《": [r"《[^《》\n]{1,60}》"], "0": [], "4": [], "8": []}
    for entry in (*entries["idioms"], *entries["articles"], *entries["names"]):
        firsts, rest = (entry[1:].split("]", 1)) if entry[0] == "[" else (entry[0], entry[1:])
        for first in firsts:
            by_first.setdefault(first, []).append(f"{re.escape(first)}{rest}")
    for first in filter(str.isdecimal, by_first):
        alone = f"{_FREE}(?:{'|'.join(by_first[first])}){_UNCOUNTED}" if by_first[first] else "(?!)"
        by_first[first] = [alone, *([f"(?<![0-9]){_TELEPHONE}"] if first in "048" else ())]
    patterns = {first: re.compile("|".join(words)) for first, words in by_first.items()}
    return re.compile(f"[{re.escape(''.join(patterns))}]"), patterns


@cache
def _label_before() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(table('words')['labels']['before'])}) ?$")


@cache
def _label_behind() -> re.Pattern[str]:
    return re.compile(f" ?(?:{'|'.join(table('words')['labels']['behind'])})")


def is_left_free(folded: str, at: int) -> bool:
    """Tell whether a number may begin at a place: not in a Latin word, an address or another number."""
    return not _LEFT.search(folded, max(0, at - 12), at) and not _goes_on(folded, at)


def _goes_on(folded: str, at: int) -> bool:
    """Tell whether a Chinese number began before a place; the 零 of 三年零四个月 is none of its digits."""
    linked = folded[at - 1 : at] == "零" and folded[at - 2 : at - 1] in tuple("年月天时分块元里")
    return folded[at - 1 : at] in tuple(HAN) and not linked


def is_label(folded: str, at: int, number: Number, unit: Unit | None, *, hedged: bool) -> bool:
    """Tell whether an Arabic number names something instead of counting it: 图 1, GPT 4, 600519, 3 号线."""
    open_end = number.end if unit is None else unit.end if unit.written.isascii() else None
    if _CODE.match(folded, at) or (open_end is not None and _RIGHT.match(folded, open_end)):
        return True
    if _label_behind().match(folded, number.end) and not (unit and len(unit.written) > 1):
        return True
    if unit or hedged or number.magnitude > 1:
        return False
    if _label_before().search(folded, max(0, at - 8), at):
        return True
    written = folded[at : number.end]
    if _LATIN_NAME.search(folded, max(0, at - 30), at) or (len(written) >= _LONG and written.isdecimal()):
        return True
    if written.isdecimal() and not _TOLD.search(folded, max(0, at - 6), at):
        return True
    if written.endswith(".0") and len(written) == len("4.0"):
        return True
    if folded[number.end : number.end + 1] == '"' and '"' in folded[max(0, at - 12) : at]:
        return True
    return _is_numbering(folded, at, number.end) or _in_brackets(folded, at, number.end)


def _is_numbering(folded: str, at: int, end: int) -> bool:
    """Tell whether a number begins a line, as those of a list do: 1、 2) 3."""
    return bool(_NUMBERED.search(folded, max(0, at - 4), at)) and folded[end : end + 1] in tuple("、.)")


def _in_brackets(folded: str, at: int, end: int) -> bool:
    return folded[at - 1 : at] in ("(", "[", "〔") and folded[end : end + 1] in (")", "]", "〕") and at > 0


def is_counted(folded: str, at: int, number: Number, unit: Unit | None, *, hedged: bool, more: bool) -> bool:
    """Tell whether a Chinese number counts something; `more`: 多 or 余 stands with it."""
    run = folded[at : number.end]
    before = folded[max(0, at - 6) : at]
    if _WEEKDAY.search(before) and len(run) == 1 and not (unit and unit.kind in ("duration", "age")):
        return False
    if set(run) <= set(MAGNITUDES) and len(run) == 1:
        if run == "十":
            return unit is not None and (is_few(unit.written) or hedged)
        return (hedged or more) and (unit is not None or hedged)
    if len(run) == 1:
        return unit is not None and _is_small(run, before, unit)
    if number.value is None:
        return unit is not None or number.magnitude >= 10**4
    if unit is not None:
        return True
    if set(run) <= set(DIGITS):
        return False
    return hedged or number.magnitude >= 10**4 or (number.magnitude >= 100 and len(run) > 2)


def _is_small(digit: str, before: str, unit: Unit) -> bool:
    if digit in "〇零":
        return unit.kind == "amount" or is_exact(unit.written)
    if digit == "二":
        return unit.kind == "amount" or unit.written in ("人", "成", "等奖")
    if digit == "一":
        if _ONLY.search(before):
            return True
        return before[-1:] not in tuple(_BEFORE_ONE) and is_exact(unit.written)
    return is_few(unit.written) or unit.written in ("人", "口人")
