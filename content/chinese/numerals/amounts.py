"""Amounts: what Arabic, Chinese and mixed numbers come to, and shares of a whole."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_TRILLION = 10**12
_ENGLISH = {
    **dict.fromkeys(("k", "thousand"), 10**3),
    **dict.fromkeys(("m", "mn", "million"), 10**6),
    **dict.fromkeys(("b", "bn", "billion"), 10**9),
    **dict.fromkeys(("tn", "trillion"), 10**12),
}
_TENS = {"廿": "二十", "卅": "三十"}
_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
# 三三 is no number, 二〇一五 and 三六〇 are.
_SHORTEST_SPELT = 4
_MONEY = "$¥€£"
# More than anybody counts, less than exact arithmetic stops at.
_MOST = 10**24

HAN = "〇零一二两三四五六七八九十百千万亿廿卅"
# A number is no longer than this, so that none takes long to read.
_WHOLE = "(?:[0-9]{1,3}(?:,[0-9]{3}){1,9}+(?![0-9])|[0-9]{1,3}(?: [0-9]{3}){2,9}+(?! ?[0-9])|[0-9]{1,30}+)"
ARABIC = rf"{_WHOLE}(?:\.[0-9]{{1,30}}+)?+"
_PART = re.compile(r"[0-9]+(?:\.[0-9]+)?|[十百千万亿]")
# 四万八千两: behind a unit that no other follows, 两 is a weight of silver.
_ONE_HAN = f"(?:[{HAN.replace('两', '')}]|(?<![十百千万亿])两|两(?=[百千万亿]))"
_HAN = rf"{_ONE_HAN}{{1,30}}+(?:点[〇零一二三四五六七八九]{{1,30}}+[万亿]{{0,2}}+(?![十百分刻滴点]))?+"
_MIXED = rf"{ARABIC}(?: ?(?!千[克瓦卡])[十百千万亿]{{1,4}}+)?+"
# 1亿2千3百4十5万6千7百8十 has a part for each unit.
_MORE_PARTS = 7
_AFTER_LATIN = r"(?![0-9a-z_]|[.:][0-9]|-[a-z])"
PATTERN = (
    rf"百分之 ?(?P<share>{ARABIC}|{_HAN})"
    r"|(?P<tenths>(?<![0-9.])[1-9]|[一二两三四五六七八九])(?: ?)成(?P<half>半)?"
    "(?![为立功员果本长交熟都不分语品绩就])"
    rf"|(?P<whole>{ARABIC}|{_HAN})分之(?P<part>{ARABIC}|{_HAN})"
    r"|(?P<capitals>[壹贰叁肆伍陆柒捌玖][拾佰仟][壹贰叁肆伍陆柒捌玖拾佰仟零万亿]{0,20}+)"
    r"|(?:(?<![0-9a-z_%])(?<![a-z]-)(?<![0-9][.:])|(?<=rmb)|(?<=cny)|(?<=usd)|(?<=hkd))"
    rf"(?P<arabic>{_MIXED}(?:{ARABIC} ?[十百千万亿]{{1,4}}+){{0,{_MORE_PARTS}}}+)"
    r"(?:(?: ?(?P<times>thousand|[mb]illion|trillion|[bmt]n)|(?P<letter>[kmb]))(?![a-z0-9]))?+"
    r"(?P<percent> ?(?:%|percent|per cent|pct)|(?=[-~—–到至] ?[0-9.]{1,9} ?%))?+"
    rf"(?P<about> ?[多余几][十百千万亿])?+{_AFTER_LATIN}"
    rf"|(?P<han>{_HAN})(?P<abouthan>[多余几来][十百千万亿])?+"
)


def amount_of(found: re.Match[str], *, asked: bool = False) -> str | None:
    """Return what a match of `PATTERN` comes to, in plain digits, a share with %; None when it is no number.

    `asked`: it is what somebody looks for, so that 10m is ten million, not ten metres.
    """
    if tenths := found["tenths"]:
        return f"{int(DIGITS.get(tenths, tenths)) * 10 + 5 * bool(found['half'])}%"
    if share := found["share"]:
        return _written(Decimal(100) if share == "百" else number_value(share), "%")
    if found["whole"]:
        return _fraction(found["whole"], found["part"])
    if found["capitals"]:
        return _written(number_value(found["capitals"].translate(_CAPITALS)))
    if found["about"] or found["abouthan"]:
        return None
    if han := found["han"]:
        return _written(number_value(han)) if _is_counted(found, han) else None
    return _arabic(found, asked)


def _arabic(found: re.Match[str], asked: bool) -> str | None:
    written, letter = found["arabic"], found["letter"]
    if letter and not asked:
        sure = "." in written or len(written) > (1 if letter == "k" else 3)
        if not sure and found.string[max(0, found.start() - 1) : found.start()] not in (*_MONEY,):
            return None
    value = number_value(written)
    if value is None:
        return None
    percent = "%" if found["percent"] is not None else ""
    return _written(value * _ENGLISH.get(found["times"] or letter, 1), percent)


def _is_counted(found: re.Match[str], han: str) -> bool:
    if len(han) == 1 and han not in _TENS:
        return False
    if found.string[max(0, found.start() - 1) : found.start()] in ("几", "数"):
        return False
    return han != "千万" or found.string[found.end() : found.end() + 1] not in tuple("不别要记莫勿小")


def _fraction(whole: str, part: str) -> str | None:
    hundreds = {"百": 100, "千": 1000, "万": 10000}.get(whole)
    below, above = Decimal(hundreds or 0) or number_value(whole), number_value(part)
    if not below or above is None:
        return None
    return _written(above * 100 / below, "%") if hundreds else f"{_written(above)}/{_written(below)}"


def _written(value: Decimal | None, after: str = "") -> str | None:
    return None if value is None else f"{value.normalize():f}{after}"


def number_value(written: str) -> Decimal | None:
    """Return what a number comes to, None when it is none: 1,448, 十一, 二〇一五, 三点五亿, 4万5千, 1兆2千亿.

    兆 is a million millions, as in Taiwan and Hong Kong; the numbers that a text is searched for have none.
    """
    above, trillions, below = written.partition("兆")
    if trillions:
        return _with_trillions(above.strip(), below.strip())
    for short, spelt in _TENS.items():
        written = written.replace(short, spelt)
    if written[0] in "0123456789":
        parts = re.findall("[0-9.]+|[十百千万亿]", written.replace(",", "").replace(" ", ""))
        if not all(_PART.fullmatch(part) for part in parts):  # 1..2
            return None
        return _total([Decimal(part) if part[0].isascii() else part for part in parts], colloquial=False)
    whole, point, rest = written.partition("点")
    decimals = rest.rstrip("万亿")
    if all(character in DIGITS for character in whole):
        value = _spelt(whole)
    else:
        value = _total([DIGITS.get(each, each) for each in whole], colloquial=not point)
    if value is None or not point:
        return value
    value = Decimal(f"{value}.{''.join(str(DIGITS[each]) for each in decimals)}")
    for unit in rest[len(decimals) :]:
        value *= _LARGE[unit]
    return value


def _with_trillions(above: str, below: str) -> Decimal | None:
    counted, rest = number_value(above) if above else None, number_value(below) if below else Decimal(0)
    if counted is None or rest is None or "兆" in below or rest >= _TRILLION:
        return None
    if below in DIGITS:  # 一兆三: in tenths of what stands before
        rest *= _TRILLION // 10
    return counted * _TRILLION + rest


def _spelt(digits: str) -> Decimal | None:
    is_number = len(digits) == 1 or (
        "两" not in digits and (len(digits) >= _SHORTEST_SPELT or bool({"〇", "零"} & set(digits[1:])))
    )
    return Decimal("".join(str(DIGITS[each]) for each in digits)) if is_number else None


def _total(parts: list[Decimal | int | str], *, colloquial: bool) -> Decimal | None:
    """Add digits and units up; `colloquial` reads 三万五 as 35,000."""
    total = section = Decimal(0)
    digit: Decimal | None = None
    unit, smallest = 1, 10**4
    for part in parts:
        if not isinstance(part, str):
            if digit:  # 三四百 is about so many, not a number
                return None
            unit = 1 if digit is not None or part == 0 else unit
            digit = Decimal(part)
            continue
        if part in _SMALL:
            if _SMALL[part] >= smallest or (not digit and part != "十" and (section or total)):
                return None
            unit = smallest = _SMALL[part]
            section += (digit or 1) * unit
        else:
            section += digit or 0
            if total > _MOST or (not section and not total and digit is None):  # 万亿万亿万亿万亿, 万一
                return None
            unit, smallest = _LARGE[part], 10**4
            if section and total % (10**8 if part == "万" else 10**4):  # 三万五万 are two
                return None
            if part == "亿":  # 三万亿: what stands before counts as a whole
                total, section = total + section, Decimal(0)
            total = total + section * unit if section else total * unit
            section = Decimal(0)
        digit = None
    if digit and colloquial and unit > 10:
        digit *= unit // 10
    return total + section + (digit or 0)
