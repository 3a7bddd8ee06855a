"""Bare numbers, Arabic, Chinese and mixed: where one ends, what it comes to, how far it is rounded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from content.chinese.numerals import number_value
from content.chinese.numerals.amounts import ARABIC

DIGITS = "〇零一二两三四五六七八九"
MAGNITUDES = "十百千万亿兆"
HAN = DIGITS + MAGNITUDES + "廿卅"
_MAGNITUDE = (
    rf"(?: ?(?!千[克瓦米卡赫伏帕焦]|兆[字赫瓦宽帕欧比焦]|万[科达]|百[货度]|十[足分])[{MAGNITUDES}]{{1,4}}+)"
)
_ARABIC = re.compile(
    rf"{ARABIC}(?:{_MAGNITUDE}(?:{ARABIC} ?[{MAGNITUDES}]{{1,4}}+){{0,7}}+"
    "|(?P<letters> ?(?:thousand|[mbt]illion|[bmt]n)(?![a-z0-9])|[kwmb](?![a-z0-9])))?+"
)
_HAN = re.compile(
    rf"[{HAN}]{{1,48}}+(?:点[〇零一二三四五六七八九]{{1,30}}+[{MAGNITUDES}]{{0,3}}+(?![百分刻滴点]))?+"
)
_CAPITAL = re.compile("[壹贰叁肆伍陆柒捌玖拾][拾佰仟万亿壹贰叁肆伍陆柒捌玖零]{0,32}+")
_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_LETTERS = {
    "thousand": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
}
_LETTERS |= {"trillion": 10**12, "tn": 10**12, "k": 10**3, "w": 10**4}
_VALUES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
# 三四百, 七八: about so many.
_ABOUT = re.compile(rf"[{MAGNITUDES}]{{0,2}}(?:[一二两三四五六七八九]{{2}})[{MAGNITUDES}]{{0,3}}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number up to `end`, None of value where it tells about how many; `step` is its last digit's value."""

    end: int
    value: Decimal | None
    step: Decimal | None
    arabic: bool
    magnitude: int = 1


def number_at(folded: str, at: int, original: str) -> Number | None:
    """Return the number that begins at a place, None where there is none."""
    if folded[at].isdecimal():
        return _arabic(folded, at, original)
    if found := _CAPITAL.match(folded, at):
        value = number_value(found[0].translate(_CAPITALS))
        alone = len(found[0]) == 1 and folded[found.end() : found.end() + 1] not in ("元", "圆", "角")
        if value is None or alone:
            return None
        return Number(found.end(), value, _step_of(value), arabic=False)
    found = _HAN.match(folded, at)
    if found is None:
        return None
    written = found[0]
    value = Decimal(times(written)) if written in ("万", "亿") else number_value(written)
    if value is not None:
        return Number(found.end(), value, _han_step(written, value), arabic=False, magnitude=_last(written))
    if _ABOUT.fullmatch(written):
        return Number(found.end(), None, None, arabic=False, magnitude=_last(written))
    return None


def times(written: str) -> int:
    """Return what characters such as 十万 multiply a number with."""
    product = 1
    for character in written.strip():
        product *= _VALUES[character]
    return product


def _arabic(folded: str, at: int, original: str) -> Number | None:
    found = _ARABIC.match(folded, at)
    if found is None:
        return None
    end, letters = found.end(), found["letters"]
    written = folded[at : found.start("letters")] if letters else found[0]
    factor = 1
    if letters:
        if _is_meant(written, letters, folded, at, original, found.start("letters")):
            factor = _LETTERS[letters.strip()]
        else:
            end = found.start("letters")
    value = number_value(written)
    if value is None:
        return None
    parts = re.findall(rf"[0-9][0-9,. ]*|[{MAGNITUDES}]+", written)
    magnitude = times(parts[-1]) if len(parts) > 1 and parts[-1][0] in MAGNITUDES else 1
    digits = parts[-2] if magnitude > 1 else parts[-1]
    decimals = len(digits.strip().partition(".")[2])
    step = Decimal(magnitude * factor) / Decimal(10) ** decimals
    return Number(end, value * factor, step, arabic=True, magnitude=magnitude * factor)


def _is_meant(written: str, letters: str, folded: str, at: int, original: str, place: int) -> bool:
    """Tell whether letters behind a number multiply it: 3.5k, $14m; 4K and 10m do not."""
    if len(letters.strip()) > 1:
        return True
    if folded[max(0, at - 1) : at] in tuple("$¥€£"):
        return letters != "w"
    if letters in "kw":
        return original[place] == letters and ("." in written or len(written) > 1)
    return False


def _step_of(value: Decimal) -> Decimal:
    """Return the value of the last digit that is not a zero of a whole number."""
    digits = f"{value.normalize():f}"
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0"))) if "." not in digits else Decimal(1)


def _han_step(written: str, value: Decimal) -> Decimal:
    if "点" not in written:
        return _step_of(value)
    decimals = written.partition("点")[2].rstrip(MAGNITUDES)
    return Decimal(_last(written)) / Decimal(10) ** len(decimals)


def _last(written: str) -> int:
    trailing = written[len(written.rstrip(MAGNITUDES)) :]
    return times(trailing) if trailing else 1
