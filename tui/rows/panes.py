"""The rows of the panes beside the article, all made at once of what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.rows.figures import figure_rows
from tui.rows.findings import name_rows, theme_rows
from tui.rows.quotes import quote_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from content.analysis.themes import ThemeFinding
    from content.document import Document
    from tui.density import Glyphs
    from tui.findings import Findings
    from tui.rows.figures import Order
    from tui.strings import Language
    from tui.widgets.row_list import ListRow


@dataclass(frozen=True, slots=True)
class Look:
    """How rows look: cells of a density strip at the left and at the right, words, order, characters."""

    left_bins: int
    bins: int
    language: Language
    glyphs: Glyphs
    figure_order: Order
    display: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class PaneRows:
    """The rows of each pane; `left_themes` are those of the narrow one at the left."""

    left_themes: list[ListRow]
    themes: list[ListRow]
    names: list[ListRow]
    figures: list[ListRow]
    quotes: list[ListRow]


def pane_rows(
    document: Document, findings: Findings, look: Look, among: Sequence[ThemeFinding] | None = None
) -> PaneRows:
    """Make the rows of all panes, coloured as `theme_rows` says; of a book do it in a thread."""
    language, glyphs, display = look.language, look.glyphs, look.display
    figures, checks = findings.figures, findings.checks
    return PaneRows(
        theme_rows(document, findings.themes, look.left_bins, language, glyphs, among=among),
        theme_rows(document, findings.themes, look.bins, language, glyphs, among=among),
        name_rows(document, findings.names, look.bins, language, glyphs, display),
        figure_rows(figures, checks, look.figure_order, language, glyphs, display),
        quote_rows(findings.quotes, language, display),
    )
