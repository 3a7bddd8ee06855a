"""The figures of a document: numbers and dates, each with what it counts, of when, and how exact."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from content.analysis.figures import meaning
from content.analysis.figures.anchors import anchor_of, carried_anchor, find_anchors
from content.analysis.figures.calendar import today_of
from content.analysis.figures.completing import RANGE
from content.analysis.figures.dates import find_dates, outside
from content.analysis.figures.figure import Figure
from content.analysis.figures.form import even, sentences
from content.analysis.figures.growth import growth_sense
from content.analysis.figures.hedges import hedge_before, hedge_behind
from content.analysis.figures.judging import misleading_words
from content.analysis.figures.listed import in_turn
from content.analysis.figures.quantities import find_quantities
from content.analysis.figures.region import local_money
from content.analysis.figures.units import LOCAL_MONEY
from content.document import Span

if TYPE_CHECKING:
    from decimal import Decimal

    from content.analysis.figures.anchors import Anchor
    from content.analysis.figures.calendar import Today
    from content.analysis.figures.dates import Dated
    from content.analysis.figures.figure import FigureKind
    from content.analysis.figures.quantity import Quantity
    from content.document import Document, Passage

_DATED = ("amount", "share", "growth", "count")
_BIG = 10**4  # money without a unit is told in 万 or 亿


def find_figures(document: Document) -> tuple[Figure, ...]:
    """Find every number of a document with what it counts, in all passages but notices, in reading order.

    Figures never overlap. Articles (一个), idioms, labels (Q3, 5G) and numbers within names are none.
    """
    today, money = today_of(document.date), local_money(document)
    folded = even(document.text)
    figures: list[Figure] = []
    for passage in document.passages:
        if passage.kind != "notice":
            reader = _PassageReader(passage, folded[passage.start : passage.end], today, money)
            figures += reader.figures(_last_period(figures))
    return tuple(figures)


def _last_period(figures: list[Figure]) -> str | None:
    return next((each.period for each in reversed(figures) if each.kind == "date"), None)


class _PassageReader:
    """Reads the figures of one passage."""

    def __init__(self, passage: Passage, folded: str, today: Today, money: str | None) -> None:
        self._passage, self._folded, self._today, self._money = passage, folded, today, money
        self._sentences = list(sentences(folded))

    def figures(self, known: str | None) -> list[Figure]:
        """Return the figures in reading order; `known` is the last date before the passage."""
        names = misleading_words(self._folded)
        dates = outside(find_dates(self._folded, self._today), names)
        closed = [*names, *((dated.start, dated.end) for dated in dates)]
        quantities = self._grown(find_quantities(self._folded, self._passage.text, closed))
        dates = outside(dates, [(each.start, each.end) for each in quantities])  # 百分之一月
        anchors = find_anchors(self._folded, dates, self._today, known)
        figures = [self._date(dated) for dated in dates if dated.counted]
        before: dict[int, str | None] = {}
        for index, quantity in enumerate(quantities):
            lowest = quantities[index - 1].end if index else 0
            figure = self._figure(quantity, anchors, lowest, before)
            if index and figure.kind == "share" and self._folded[lowest : quantity.start].strip() == "的":
                figure = replace(figure, what=figures[-1].what)  # 员工总数 600 人的 20%
            figures.append(figure)
        figures.sort(key=lambda figure: figure.span)
        return in_turn(figures, self._folded, self._passage, self._sentences)

    def _date(self, dated: Dated) -> Figure:
        return self._made(dated.start, dated.end, "date", None, "date", period=dated.period)

    def _figure(
        self, quantity: Quantity, anchors: list[Anchor], lowest: int, before: dict[int, str | None]
    ) -> Figure:
        start, end = quantity.start, quantity.end
        first, last = self._sentence(start)
        what = self._what(quantity, max(lowest, first), last, anchors)
        if quantity.kind == "growth":
            grows = meaning.growth_words(self._folded, self._passage.text, start, max(lowest, first))
            noun = (what or "").removesuffix(grows) or before.get(first)
            what = (noun or "") + grows or None
        elif (
            what is None and quantity.kind in ("amount", "share") and not meaning.is_sum(self._folded, start)
        ):
            what = before.get(first)
        elif quantity.kind == "amount":
            before[first] = what
        quantity = self._with_unit(quantity, what, last)
        period = None
        if quantity.kind in _DATED:
            anchor = anchor_of(self._folded, anchors, start, first, lowest)
            if anchor is None and quantity.unit in ("%", self._money):
                anchor = carried_anchor(anchors, first)
            flows = quantity.kind == "growth" or (quantity.kind == "amount" and meaning.is_flow(what))
            period = (flows and anchor.flow) or anchor.period if anchor else None
        return self._made(
            start,
            end,
            quantity.kind,
            quantity.value,
            quantity.unit,
            what,
            period,
            self._hedge(quantity),
            quantity.step,
        )

    def _sentence(self, at: int) -> tuple[int, int]:
        index = bisect_right(self._sentences, (at, len(self._folded))) - 1
        return self._sentences[index] if index >= 0 else (0, len(self._folded))

    def _grown(self, quantities: list[Quantity]) -> list[Quantity]:
        """Tell the shares that are growth; in a range the second is what the first is: 增长 50% 到 80%."""
        grown: list[Quantity] = []
        for quantity in quantities:
            known = self._with_growth(quantity)
            last = grown[-1] if grown else known
            if known.unit == last.unit == "%" and RANGE.fullmatch(self._folded, last.end, known.start):
                known = replace(known, kind=last.kind)
            grown.append(known)
        return grown

    def _with_growth(self, quantity: Quantity) -> Quantity:
        """Read a share or a multiple that tells a growth as one, in percent."""
        if quantity.unit not in ("%", "倍") or not (growth_sense(self._folded, quantity.start, quantity.end)):
            return quantity
        if quantity.unit == "%":
            return replace(quantity, kind="growth")
        value = None if quantity.value is None else quantity.value * 100
        step = None if quantity.step is None else quantity.step * 100
        return replace(quantity, kind="growth", unit="%", value=value, step=step)

    def _what(self, quantity: Quantity, lowest: int, highest: int, anchors: list[Anchor]) -> str | None:
        text = self._passage.text
        if meaning.counts_behind(quantity) or (quantity.unit is None and quantity.kind == "count"):
            behind = meaning.noun_behind(self._folded, text, quantity.end, highest)
            if behind:
                return behind
        if quantity.kind in ("share", "duration") and (
            of := meaning.owner_behind(self._folded, text, quantity.end, highest)
        ):
            return of
        place = bisect_left(anchors, quantity.start, key=lambda anchor: anchor.start) - 1
        dated = anchors[place] if place >= 0 and lowest <= anchors[place].start else None
        if dated is None:
            return meaning.noun_before(self._folded, text, quantity.start, lowest)
        noun = meaning.noun_before(self._folded, text, quantity.start, dated.end)
        return noun or meaning.noun_before(self._folded, text, dated.start, lowest)

    def _with_unit(self, quantity: Quantity, what: str | None, highest: int) -> Quantity:
        """Put in the local money, and the unit of a bare number that tells what it counts."""
        if quantity.unit == LOCAL_MONEY:
            return replace(quantity, unit=self._money)
        if quantity.unit is None and quantity.kind == "count":
            if unit := meaning.implied_people(self._folded, quantity.start, quantity.end, highest):
                return replace(quantity, unit=unit)
            if quantity.magnitude >= _BIG and meaning.speaks_of_money(what):
                return replace(quantity, unit=self._money, kind="amount")
        return quantity

    def _hedge(self, quantity: Quantity) -> str | None:
        """Return the hedge as printed: the one before the number, behind it, or within it."""
        found = hedge_before(self._folded, quantity.start) or hedge_behind(self._folded, quantity.end)
        return self._passage.text[found[0] : found[1]] if found else self._inside(quantity)

    def _inside(self, quantity: Quantity) -> str | None:
        if quantity.inside is None or quantity.inside == "几":
            return None
        place = self._folded.find(quantity.inside, quantity.start, quantity.end)
        return self._passage.text[place] if place >= 0 else quantity.inside

    def _made(
        self,
        start: int,
        end: int,
        kind: FigureKind,
        value: Decimal | None,
        unit: str | None,
        what: str | None = None,
        period: str | None = None,
        qualifier: str | None = None,
        step: Decimal | None = None,
    ) -> Figure:
        passage = self._passage
        return Figure(
            passage.number,
            Span(passage.start + start, passage.start + end),
            passage.text[start:end],
            kind,
            plain(value),
            unit,
            what,
            period,
            qualifier,
            float(step) if step is not None else None,
        )


def plain(value: Decimal | None) -> int | float | None:
    """Return a value as a plain number, whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
