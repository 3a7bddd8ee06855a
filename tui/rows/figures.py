"""Figures as rows: in the order of the text, or by what they count with bars where units agree."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.strings import Language, say
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from content.analysis.checks import Check
    from content.analysis.figures import Figure
    from tui.density import Glyphs

Order: TypeAlias = Literal["position", "value"]
_BAR_CELLS = 8
_SAID: Mapping[bool | None, str] = {True: "holds", False: "fails", None: "unknown"}
_BLOCKS: dict[Glyphs, str] = {"fine": "▏▎▍▌▋▊▉█", "plain": "#"}


def figure_rows(
    figures: Sequence[Figure],
    checks: Sequence[Check],
    order: Order,
    language: Language,
    glyphs: Glyphs,
    display: Callable[[str], str] = str,
    *,
    unknown: bool = False,
) -> list[ListRow]:
    """Make a row a figure; its key is its place among them.

    Where `unknown` is true it is said too of which claims the text does not tell enough to check them.
    """
    said = _said_of_checks(figures, checks, language, unknown=unknown)
    places = list(range(len(figures)))
    if order == "position":
        return [_row(place, figures[place], said, display, language) for place in places]
    rows: list[ListRow] = []
    units = Counter(each.unit for each in figures if each.value is not None)
    for unit, count in units.most_common():
        group = [
            place for place in places if figures[place].unit == unit and figures[place].value is not None
        ]
        group.sort(key=lambda place: -(figures[place].value or 0))
        heading = f"{_unit(unit, language)} {count}"
        rows.append(ListRow(f"unit:{unit}", ((heading, "quiet"),), heading=True))
        most = max((abs(figures[place].value or 0) for place in group), default=0)
        for place in group:
            share = abs(figures[place].value or 0) / most if most and len(group) > 1 else 0.0
            bar = _bar(share, glyphs) if len(group) > 1 else ""
            rows.append(_row(place, figures[place], said, display, language, bar))
    vague = [place for place in places if figures[place].value is None]
    if vague:
        rows.append(ListRow("unit:", ((say(language, "figure.others"), "quiet"),), heading=True))
        rows += [_row(place, figures[place], said, display, language) for place in vague]
    return rows


def _row(
    place: int,
    figure: Figure,
    said: Mapping[int, tuple[str, str]],
    display: Callable[[str], str],
    language: Language,
    bar: str = "",
) -> ListRow:
    text = display(_hedged(figure))
    what = display(figure.what or figure.period or "")
    left = [(f"{figure.passage:>3}  ", "quiet"), (text, ""), (f"  {what}" if what else "", "quiet")]
    right = []
    checked = said.get(place)
    if checked:
        right.append((f" {checked[0]}", checked[1]))
    if bar:
        right.append((f" {bar}", "mark"))
    if language == "en" and figure.value is not None and figure.unit not in (None, "%"):
        left.insert(2, (f" = {_plain(figure.value)} {figure.unit}", "quiet"))
    return ListRow(str(place), tuple(left), tuple(right), found_by=f"{text} {what} {figure.unit or ''}")


def _hedged(figure: Figure) -> str:
    """Return a figure with its hedge: 超过 before it, 左右 behind it; 多 is part of what is printed.

    A figure printed with a space between its digits and characters has one before the hedge too.
    """
    hedge, text = figure.qualifier, figure.text
    if hedge is None or hedge in text:
        return text
    from content.analysis.figures.hedges import stands_behind  # not needed for the first paint

    is_behind = stands_behind(hedge)
    gap = " " if " " in text and text[-1 if is_behind else 0].isascii() else ""
    return gap.join((text, hedge) if is_behind else (hedge, text))


def _said_of_checks(
    figures: Sequence[Figure], checks: Sequence[Check], language: Language, *, unknown: bool
) -> dict[int, tuple[str, str]]:
    """Return what is said of the figures that were checked, by their places, and as which part."""
    said: dict[int, tuple[str, str]] = {}
    for check in checks:
        if check.holds is None and not unknown:
            continue  # a list of all figures would be full of them
        computed = f"{_plain(check.computed or 0)} {check.unit or ''}".strip()
        place = _place_of(check, figures)
        if place is not None:
            said[place] = (
                say(language, f"check.{_SAID[check.holds]}", computed=computed),
                "mark" if check.holds is False else "quiet",
            )
    return said


def _place_of(check: Check, figures: Sequence[Figure]) -> int | None:
    """Return the place of the figure that a claim states: the one of its value, else the first within it."""
    first = bisect_left(figures, check.span.start, key=lambda figure: figure.span.start)
    within = itertools.takewhile(
        lambda place: figures[place].span.end <= check.span.end, range(first, len(figures))
    )
    places = list(within)
    stated = (place for place in places if figures[place].value == check.stated is not None)
    return next(stated, places[0] if places else None)


def _unit(unit: str | None, language: Language) -> str:
    return unit or say(language, "figure.no_unit")


def _bar(share: float, glyphs: Glyphs) -> str:
    """Draw a share, 0 to 1, as a bar of whole and broken cells, filled up with spaces."""
    blocks = _BLOCKS[glyphs]
    steps = round(share * _BAR_CELLS * len(blocks))
    whole, rest = divmod(max(1, steps), len(blocks))
    bar = blocks[-1] * whole + (blocks[rest - 1] if rest else "")
    return bar.ljust(_BAR_CELLS)


def _plain(value: float) -> str:
    """Write a number short: 1.448 bn."""
    for size, word in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:.4g} {word}"
    return f"{value:.6g}"
