"""What makes a number more or less than it says: 超过, 近, 左右."""

from __future__ import annotations

import re
from functools import cache

from content.analysis.figures.tables import table
from content.analysis.word_lists import any_of
from content.chinese.variants import fold

_REACH = 14  # characters: a hedge stands no farther before its number


def hedge_before(folded: str, at: int) -> tuple[int, int] | None:
    """Return where the hedge stands that ends before a place."""
    found = _before().search(folded, max(0, at - _REACH), at)
    if found is None:
        return None
    start, end = found.span("hedge")
    word, previous = found["hedge"], folded[start - 1 : start] if start else ""
    if previous and previous in table("hedges")["not_after"].get(word[0] if len(word) == 1 else word, ""):
        return None
    needs = table("hedges")["before_some"].get(word)
    if needs and not re.match(needs, folded[at : at + 1]):
        return None
    return start, end


def hedge_behind(folded: str, at: int) -> tuple[int, int] | None:
    """Return where the hedge stands that begins behind a place."""
    found = _behind().match(folded, at)
    return found.span("hedge") if found else None


def stands_behind(hedge: str) -> bool:
    """Tell whether a hedge as printed stands behind its number, as 左右 does; 不到 may, and seldom does."""
    words, folded = table("hedges"), fold(hedge)
    return folded in words["behind"] and folded not in words["before"]


@cache
def _before() -> re.Pattern[str]:
    hedges = table("hedges")
    words = any_of((*hedges["before"], *hedges["before_some"]))
    return re.compile(rf"(?P<hedge>{words})(?: ?{any_of(hedges['between'])}){{0,2}} ?[$¥€£]? ?$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf" ?(?P<hedge>{any_of(table('hedges')['behind'])})")
