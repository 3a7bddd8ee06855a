"""Where things stand over a whole text: strips as wide as there is room, across borders of sections."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from content.analysis.density import density
from tui import text
from tui.density import Glyphs, strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from content.document import Document
    from tui.widgets.row_list import Part

_BORDER = "│"
_TELLING = 9  # cells: a border and four Chinese characters
_DENSEST = 4  # cells: where sections are narrower than this on the average, their borders would hide the bars


class Dispersion:
    """Groups of places, each in code points of the document's text, drawn on one scale.

    `parts` name for each group how its bars are drawn. Widths are in cells; strips of one width stand under
    each other and under the ruler of that width.
    """

    def __init__(
        self, document: Document, groups: Iterable[Iterable[int]], parts: Sequence[str], glyphs: Glyphs
    ) -> None:
        self._groups = [tuple(group) for group in groups]
        self._parts, self._glyphs = parts, glyphs
        self._length = max(1, len(document.text))
        self._starts = [document.passages[section.first - 1].start for section in document.sections]
        self._counted: dict[int, tuple[list[tuple[int, ...]], int]] = {}

    def strip(self, group: int, width: int) -> tuple[Part, ...]:
        """Draw the strip of a group, a border where a section begins and nothing of the group stands."""
        if width < 1:
            return ()
        counts, peak = self._counts(width)
        borders = self._borders(width)
        cells = [
            (_BORDER, "rule") if bar == " " and at and at in borders else (bar, self._parts[group])
            for at, bar in enumerate(strip(counts[group], peak, self._glyphs))
        ]
        return tuple(
            ("".join(bar for bar, _ in run), part) for part, run in groupby(cells, lambda cell: cell[1])
        )

    def ruler(self, titles: Sequence[str], width: int) -> tuple[Part, ...]:
        """Draw the borders of the sections, each with as much of its title as fits before the next."""
        pieces: list[Part] = []
        borders = self._borders(width) or self._few_borders(width)
        for at, end in pairwise([*borders, width]):
            room = end - at - 1
            title = text.fit(titles[borders[at]], room - 1 if end < width else room)
            title = "" if title == text.ELLIPSIS else title  # which alone says nothing
            pieces += [(_BORDER if at else " ", "rule"), (title + " " * (room - text.cells(title)), "quiet")]
        return tuple(pieces)

    def _counts(self, width: int) -> tuple[list[tuple[int, ...]], int]:
        if width not in self._counted:
            counts = [density(group, self._length, width) for group in self._groups]
            self._counted = {width: (counts, max((max(each) for each in counts), default=1))}
        return self._counted[width]

    def _borders(self, width: int) -> dict[int, int]:
        """Return the cells at which sections begin, each with the first section's place among them."""
        if width < _DENSEST * len(self._starts):
            return {}
        borders: dict[int, int] = {}
        for place, start in enumerate(self._starts):
            borders.setdefault(start * width // self._length, place)
        return borders

    def _few_borders(self, width: int) -> dict[int, int]:
        """Return those of some sections, so far apart that their titles tell where one is."""
        borders: dict[int, int] = {}
        for place, start in enumerate(self._starts if width else ()):
            at = start * width // self._length
            if not borders or at - next(reversed(borders)) >= _TELLING:
                borders[at] = place
        return borders
