"""All that is found in a document: who, what, how much, who said it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.analysis.checks import check_figures
from content.analysis.entities import find_entities
from content.analysis.figures import find_figures
from content.analysis.key_phrases import themes_of
from content.analysis.quotes import find_quotes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from content.analysis.checks import Check
    from content.analysis.figures import Figure
    from content.analysis.names import NameFinding
    from content.analysis.quotes import Quote
    from content.analysis.themes import ThemeFinding
    from content.document import Document
    from content.lexicon import Lexicon

STEPS = 5


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one document, each kind in the order of its own function."""

    names: tuple[NameFinding, ...] = ()
    themes: tuple[ThemeFinding, ...] = ()
    figures: tuple[Figure, ...] = ()
    checks: tuple[Check, ...] = ()
    quotes: tuple[Quote, ...] = ()


def analyse(
    document: Document,
    lexicon: Lexicon,
    words: Mapping[int, Sequence[str]] | None = None,
    on_step: Callable[[int], object] = lambda _: None,
) -> Findings:
    """Find everything in a document. `words` are those of each passage by its number.

    `on_step` is told how many of `STEPS` are done.
    """
    names = find_entities(document, lexicon, words)
    on_step(1)
    themes = themes_of(document, lexicon)  # without words, as on the command line
    on_step(2)
    figures = find_figures(document)
    on_step(3)
    checks = check_figures(document, figures)
    on_step(4)
    quotes = find_quotes(document, names)
    on_step(STEPS)
    return Findings(names, themes, figures, checks, quotes)
