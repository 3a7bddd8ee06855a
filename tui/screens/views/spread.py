"""Where something stands over the reader's document: a strip over the titles of its sections."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.dispersion import Dispersion
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.document import Span
    from tui.screens.reader.screen import ReaderScreen


def spread_rows(screen: ReaderScreen, spans: Iterable[Span], part: str) -> tuple[ListRow, ListRow]:
    """Make the rows of a strip, drawn as a part of `tui/styles.py`, and of the titles under it."""
    starts = [span.start for span in spans]
    dispersion = Dispersion(screen.document, [starts], [part], screen.panes.glyphs)
    return (
        ListRow("strip", (), heading=True, cut=partial(dispersion.strip, 0)),
        ruler_row(screen, dispersion),
    )


def ruler_row(screen: ReaderScreen, dispersion: Dispersion, indent: int = 0) -> ListRow:
    """Make the row of the sections' titles, `indent` cells from the left."""
    titles = [screen.documents.display(section.title) for section in screen.document.sections]
    return ListRow("ruler", ((" " * indent, ""),), heading=True, cut=partial(dispersion.ruler, titles))
