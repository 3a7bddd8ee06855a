"""The unit behind a number: money, a measure word, or Latin letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from content.analysis.figures.tables import table, words
from content.analysis.word_lists import any_of

if TYPE_CHECKING:
    from content.analysis.figures.figure import FigureKind

_PIECES_REACH = 24  # characters, with the number
LOCAL_MONEY = "local"
"""Stands for the money of the place where the text was written, until that is known."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed up to `end`; `name` is what it is called: a currency's code, or the word."""

    end: int
    name: str
    kind: FigureKind
    written: str


def unit_at(folded: str, at: int, original: str) -> Unit | None:
    """Return the unit that stands at a place of a folded text, behind a space or none."""
    found = _pattern().match(folded, at)
    if found is None:
        return None
    written = found["unit"]
    if written == "块" and _is_piece(folded, at, found.end()):
        return Unit(found.end(), original[found.start("unit") : found.end()], "count", written)
    if any(
        folded.startswith(rest, found.end()) for rest in _not_before().get(written.removeprefix("个"), ())
    ):
        if (shorter := _pattern().match(folded, at, found.end() - 1)) and shorter["unit"]:
            return _made(shorter, original)
        return None
    return _made(found, original)


def _is_piece(folded: str, start: int, end: int) -> bool:
    """Tell whether 块 counts pieces, not money: 一块, 两块芯片, 芯片三亿块."""
    return (
        folded[start - 1 : start] == "一"
        or bool(re.match("(?![多左以的一二三四五六七八九])[一-鿿]", folded[end : end + 1]))
        or bool(_pieces_before().search(folded, max(0, start - _PIECES_REACH), start))
    )


def _made(found: re.Match[str], original: str) -> Unit:
    written = found["unit"]
    start, end = found.span("unit")
    if written in _codes():
        return Unit(end, _codes()[written], "amount", written)
    printed = original[start:end]
    if written in _set("time"):
        return Unit(
            end,
            printed
            if written == "个月"
            else printed.removeprefix(original[start : start + written.startswith("个")]),
            "duration",
            written,
        )
    if written in _set("age"):
        return Unit(end, printed, "age", written)
    if written in words("units", "percent", "points"):
        return Unit(end, printed, "share", written)
    return Unit(end, "人" if written in ("口人", "号人") else printed, "count", written)


def is_exact(written: str) -> bool:
    """Tell whether one of a unit is a measure as much as two are: 一公里, 一年; not 一家."""
    return (
        written in _set("exact")
        or written in _codes()
        or written in ("倍", "年", "个月", "小时", "个小时", "分钟", "周年", "个季度", "个世纪", "季度", "周")
    )


def is_few(written: str) -> bool:
    """Tell whether one Chinese digit counts a unit: 两家, 四大."""
    return written in _few() or is_exact(written) or written in _set("time") or written in _set("age")


def currency_before(folded: str, at: int) -> str | None:
    """Return the currency whose name or sign ends before a place: 人民币 35 亿元, US$1.4bn."""
    found = _money_before().search(folded, max(0, at - 8), at)
    return _codes()[found[1]] if found else None


def sign_start(folded: str, at: int) -> int:
    """Return where the sign of money before a number begins, that is printed with it: $, US$, ¥."""
    found = _sign_before().search(folded, max(0, at - 4), at)
    return found.start() if found else at


@cache
def _pieces_before() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words('units', 'local', 'pieces'))}[^,;。!?\n元]*$")


@cache
def _codes() -> dict[str, str]:
    codes = {word: code for code, entry in table("units")["currencies"].items() for word in entry.split()}
    return codes | dict.fromkeys((*words("units", "local", "words"), "¥"), LOCAL_MONEY) | {"¥": "CNY"}


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(words("units", key, "words"))


@cache
def _few() -> frozenset[str]:
    return frozenset(words("units", "few", "words"))


@cache
def _not_before() -> dict[str, tuple[str, ...]]:
    rules = {word: tuple(rest.split()) for word, rest in table("units")["not_before"].items()}
    local = tuple(table("units")["local"]["not_before"].replace(" ", ""))
    return rules | {"元": (*local, *rules["元"]), "块": local}


@cache
def _pattern() -> re.Pattern[str]:
    chinese = {
        *(word for word in _codes() if not word.isascii()),
        *(word for key in ("time", "age", "exact", "measures") for word in _set(key)),
        *_few(),
        *words("units", "percent", "points"),
    }
    latin = any_of(_set("latin") | {word for word in _codes() if word.isascii() and word.isalpha()})
    return re.compile(rf" ?(?P<unit>{any_of(word for word in chinese if word != '¥')}|{latin}(?![a-z0-9]))")


@cache
def _money_before() -> re.Pattern[str]:
    names = [word for word, code in _codes().items() if code != LOCAL_MONEY and word[0] != "元"]
    return re.compile(rf"(?<![a-z])({any_of(names)}) ?$")


@cache
def _sign_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){any_of(word for word in _codes() if word[-1] in '$¥€£')} ?$")
