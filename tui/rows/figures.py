"""Figures as rows: in the order of the text, or by what they count with bars where units agree."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.amounts import amount, unit_name
from tui.strings import Language, say
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from content.analysis.checks import Check
    from content.analysis.figures import Figure
    from tui.density import Glyphs

Order: TypeAlias = Literal["position", "value"]
_BAR_CELLS = 8
_MEASURED = ("amounts", "growth")  # groups in which the longer bar means more
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
    groups: dict[tuple[str, str | None], list[int]] = {}
    for place in places:
        groups.setdefault(_group(figures[place]), []).append(place)
    rows: list[ListRow] = []
    for (group, unit), members in sorted(groups.items(), key=lambda each: _rank(*each)):
        rows.append(_heading(group, unit, members, language))
        values = [figures[place].value or 0 for place in members]
        most = max(map(abs, values)) if group in _MEASURED and len(members) > 1 else 0
        step = 1 if group == "ranks" else -1
        for value, place in sorted(zip(values, members, strict=True), key=lambda each: each[0] * step):
            bar = _bar(abs(value) / most, glyphs) if most else ""
            rows.append(_row(place, figures[place], said, display, language, bar))
    return rows


def _group(figure: Figure) -> tuple[str, str | None]:
    """Return what a figure is compared with: a group, and the unit in it where that matters."""
    if figure.value is None:
        return "others", None
    if figure.kind in ("rank", "ordinal"):
        return "ranks", None
    return ("growth" if figure.kind == "growth" else "amounts"), figure.unit


def _rank(group: tuple[str, str | None], members: Sequence[int]) -> tuple[bool, bool, int]:
    """Return where a group stands: by its size, but ranks and what has no value at the end."""
    return group[0] == "others", group[0] == "ranks", -len(members)


def _heading(group: str, unit: str | None, members: Sequence[int], language: Language) -> ListRow:
    named = unit_name(unit, language) if unit else say(language, "figure.no_unit")
    words = named if group == "amounts" else say(language, f"figure.{group}", unit=named)
    count = "" if group == "others" else f" {len(members)}"
    return ListRow(f"{group}:{unit}", ((f"{words}{count}", "quiet"),), heading=True)


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
        left.insert(2, (f" = {amount(figure.value, figure.unit, language)}", "quiet"))
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
        computed = amount(check.computed or 0, check.unit, language)
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


def _bar(share: float, glyphs: Glyphs) -> str:
    """Draw a share, 0 to 1, as a bar of whole and broken cells, filled up with spaces."""
    blocks = _BLOCKS[glyphs]
    steps = round(share * _BAR_CELLS * len(blocks))
    whole, rest = divmod(max(1, steps), len(blocks))
    bar = blocks[-1] * whole + (blocks[rest - 1] if rest else "")
    return bar.ljust(_BAR_CELLS)
