"""Which date a figure belongs to: the one that its sentence speaks of, or the one it is compared with."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.analysis.figures import calendar
from content.analysis.figures.form import clause_end
from content.analysis.figures.tables import words
from content.analysis.word_lists import any_of
from content.chinese.numerals import number_value

if TYPE_CHECKING:
    from content.analysis.figures.calendar import Today
    from content.analysis.figures.dates import Dated

_AGAINST = re.compile("(?:相较于?|相比于?|对比|较之?|比|同|与|高于|低于|不及) ?$")
_NO_COMPARISON = re.compile("(?:同比|环比|占比) ?$")
_WITHOUT_DATE = re.compile(
    "[上前]一年(?:同期)?|去年同期|上年同期|前年同期|上年末|去年末|上年底|去年底|报告期内?|全年(?!龄)|(?:比|较)上年"
)
_MODIFIES = re.compile(
    " ?[0-9一二三四五六七八九十]{1,4} ?周?岁"
    rf"|[^,;。]{{0,14}}?{any_of(words('phrases', 'dates', 'events'))}的"
)
_SPEAKS = re.compile(rf"[^。]{{0,20}}?{any_of(words('phrases', 'dates', 'speech'))}")
_LATER = re.compile(
    "(?<![0-9.一二三四五六七八九十百千几数])"
    "(?P<years>[一两二三四五六七八九十]|[0-9]{1,2}) ?年(?:之|以)?后(?!的今天)"
)
_GROWS = re.compile("[增涨长跌降升减]|提高|扩大|高出|多出|回落|收窄")
_NEAR = 16  # characters from a date to the figure that it alone belongs to


@dataclass(frozen=True, slots=True)
class Anchor:
    """A period that stands at `[start, end)`; `compared` when it dates only the figure right behind it.

    `flow` is what was earned up to then was earned in: the year of its last day.
    """

    start: int
    end: int
    period: str | None
    compared: bool
    flow: str | None = None


def find_anchors(folded: str, dates: list[Dated], today: Today, known: str | None) -> list[Anchor]:
    """Return the anchors of a passage in reading order; `known` is the last period before it."""
    found = [_anchor(folded, dated) for dated in dates if not _is_aside(folded, dated)]
    for match in _LATER.finditer(folded):
        earlier = [one.period for one in found if one.start < match.start()]
        years = number_value(match["years"])
        if earlier and earlier[-1] and years is not None:
            found.append(
                Anchor(match.start(), match.end(), calendar.shifted(earlier[-1], int(years)), compared=False)
            )
            found.sort(key=lambda one: one.start)
    for match in _WITHOUT_DATE.finditer(folded):
        current = next(
            (one.period for one in reversed(found) if one.start < match.start() and not one.compared), known
        )
        found = [one for one in found if not match.start() <= one.start < match.end()]
        found.append(_of_words(match, current, today))
        found.sort(key=lambda one: one.start)
    return found


def _is_aside(folded: str, dated: Dated) -> bool:
    """Tell whether a date tells only when something began, or when somebody spoke."""
    if _MODIFIES.match(folded, dated.end):
        return True
    is_moment = dated.period is not None and not calendar.is_span(dated.period)
    return is_moment and bool(_SPEAKS.match(folded, dated.end, clause_end(folded, dated.end, len(folded))))


def _anchor(folded: str, dated: Dated) -> Anchor:
    before = folded[max(0, dated.start - 4) : dated.start]
    compared = bool(_AGAINST.search(before)) and not _NO_COMPARISON.search(before)
    flow = None
    ends = dated.period or ""
    if ends.endswith("-12-31") or (ends.endswith("-12") and folded[dated.end - 1] in "底末"):
        flow = str(calendar.year_of(dated.period))
    return Anchor(dated.start, dated.end, dated.period, compared, flow)


def _of_words(match: re.Match[str], current: str | None, today: Today) -> Anchor:
    """Read 上年同期 and 报告期, which mean a period by the one that the text speaks of."""
    start, end, words = match.start(), match.end(), match[0]
    if words.startswith("报告期"):
        return Anchor(start, end, current, compared=False)
    if words == "全年":
        whole = calendar.year_of(current)
        return Anchor(start, end, str(whole) if whole else None, compared=False)
    year = today.year - 1 if today.year else None
    if words.endswith("同期") and current and calendar.is_span(current):
        return Anchor(start, end, calendar.shifted(current, -2 if words[0] == "前" else -1), compared=True)
    if re.match("[上前]一?年", words) and current and (of := calendar.year_of(current)):
        year = of - 1
    period = f"{year}-12" if year and words[-1] in "末底" else str(year) if year else None
    return Anchor(start, end, period, compared=True)


def anchor_of(folded: str, anchors: list[Anchor], start: int, sentence: int, between: int) -> Anchor | None:
    """Return the anchor of a figure at `start` in the sentence that begins at `sentence`.

    `between` is where the figure before it ends: a comparison dates only the first behind it.
    """
    current: Anchor | None = None
    first = bisect_left(anchors, sentence, key=_start)
    for anchor in anchors[first : bisect_left(anchors, start, key=_start)]:
        if not anchor.compared:
            current = anchor
            continue
        gap = folded[anchor.end : start]
        alone = between <= anchor.end and len(gap) <= _NEAR and clause_end(folded, anchor.end, start) == start
        if alone and not _GROWS.search(gap):
            return anchor
    return current


def carried_anchor(anchors: list[Anchor], sentence: int) -> Anchor | None:
    """Return the anchor of the sentences before one, as long as it is of a period."""
    for index in range(bisect_left(anchors, sentence, key=_start) - 1, -1, -1):
        if not anchors[index].compared:
            period = anchors[index].period
            return anchors[index] if period and calendar.is_span(period) else None
    return None


def _start(anchor: Anchor) -> int:
    return anchor.start
