"""What a text speaks of: the words of each theme, and how dense they stand in each passage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from content.analysis.matching import Matcher
from content.chinese.variants import fold
from content.document import Document, Passage, Span

if TYPE_CHECKING:
    from content.lexicon import Lexicon, Theme

# Characters, about half a paragraph of a news story: a heading that is itself a theme's word must not
# outweigh a passage full of them.
_SMOOTHING = 60
_MOST_AMBIGUOUS = 4  # times as many as the theme's own words


@dataclass(frozen=True, slots=True)
class ThemePassage:
    """A passage that speaks of a theme: its number, its weight, and the theme's words as spans of the text.

    The weight is above 0 and at most 1: c / (n + 60), divided by the greatest such value of the theme in this
    document, where n is the passage's length and c how many of its characters the theme's words cover. So
    the densest passage weighs 1.
    """

    passage: int
    weight: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ThemeFinding:
    """A theme of a text: `count` is how often its words occur in all, `passages` are in reading order.

    `proposed` is true where no lexicon knows it: its words are key phrases of the text.
    """

    id: str
    name: str
    english: str | None
    count: int
    passages: tuple[ThemePassage, ...]
    proposed: bool = False


def find_themes(document: Document, lexicon: Lexicon) -> tuple[ThemeFinding, ...]:
    """Find the lexicon's themes in all passages but notices, in the lexicon's order, without absent ones.

    A theme's words never overlap, the longest counts; a stretch of text may belong to several themes.
    Ambiguous words count only where the theme's own words occur in the document too, and not seldom: a text
    full of 门店 that says 零售 once speaks of shops.
    """
    if not document.passages:
        return ()
    folded = fold(document.text)
    findings = (_find(document, folded, theme) for theme in lexicon.themes)
    return tuple(finding for finding in findings if finding is not None)


def _find(document: Document, folded: str, theme: Theme) -> ThemeFinding | None:
    words = frozenset(theme.words)
    passage = document.passages[0]
    found: list[tuple[int, Span, bool]] = []
    for start, end, word in _matcher(theme).find(document.text, folded):
        if start >= passage.end:
            passage = document.passage_at(start)
        if passage.kind != "notice":
            found.append((passage.number, Span(start, end), word in words))
    own = sum(is_own for _, _, is_own in found)
    if not own:
        return None
    all_count = len(found) - own <= _MOST_AMBIGUOUS * own
    spans: dict[int, list[Span]] = {}
    for number, span, is_own in found:
        if is_own or all_count:
            spans.setdefault(number, []).append(span)
    densities = {number: _density(document.passages[number - 1], each) for number, each in spans.items()}
    greatest = max(densities.values())
    return ThemeFinding(
        id=theme.id,
        name=theme.name,
        english=theme.english,
        count=sum(map(len, spans.values())),
        passages=tuple(
            ThemePassage(number, round(densities[number] / greatest, 4), tuple(each))
            for number, each in spans.items()
        ),
    )


def _density(passage: Passage, spans: list[Span]) -> float:
    covered = sum(span.end - span.start for span in spans)
    return covered / (passage.end - passage.start + _SMOOTHING)


@lru_cache(maxsize=64)
def _matcher(theme: Theme) -> Matcher:
    return Matcher(theme.words + theme.ambiguous, theme.exceptions)
