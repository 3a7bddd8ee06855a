"""Figures of the same thing: what they count, without the words that change from place to place."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from content.analysis.figures.calendar import shifted
from content.analysis.figures.tables import table, words
from content.analysis.word_lists import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.analysis.figures import Figure

_LOOSE = re.compile(rf"\d{{4}} ?年?度?|{any_of(words('cues', 'measures', 'loose'))}|\s|…")
_SAME: dict[str, str] = table("cues")["measures"]["same"]
_WORDS = re.compile(any_of(_SAME))


def key_of(what: str | None) -> str:
    """Return what a figure counts in the form in which it is compared: 收入 of 公司 2018 年营业收入."""
    return _WORDS.sub(lambda found: _SAME[found[0]], _LOOSE.sub("", what or ""))


def same_thing(one: str, other: str) -> bool:
    """Tell whether two figures count the same thing, or one more exactly: 微众银行营收, 营收."""
    first, second = key_of(one), key_of(other)
    return first in second or second in first


class Known:
    """The amounts and counts of a document by what they count."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._by_key: defaultdict[tuple[str, str | None], list[Figure]] = defaultdict(list)
        for figure in figures:
            if figure.kind in ("amount", "count") and figure.value is not None and key_of(figure.what):
                self._by_key[key_of(figure.what), figure.unit].append(figure)

    def a_year_before(self, figure: Figure) -> Figure | None:
        """Return the figure of the same thing a year earlier."""
        if figure.period is None:
            return None
        earlier = shifted(figure.period, -1)
        same = self._by_key.get((key_of(figure.what), figure.unit), ())
        return next((other for other in same if earlier and other.period == earlier), None)

    def wholes(self, words: str, part: Figure) -> list[Figure]:
        """Return the figures of what some words name, in the unit of a part and greater than it."""
        same = self._by_key.get((key_of(words), part.unit), ())
        return [other for other in same if other is not part and (other.value or 0) > (part.value or 0)]
