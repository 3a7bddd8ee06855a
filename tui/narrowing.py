"""What was found, narrowed to some passages: lists of the whole text, of a section, of a passage."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar, get_args

if TYPE_CHECKING:
    from content.analysis.figures import Figure
    from content.analysis.names import Mention, NameFinding
    from content.analysis.themes import ThemeFinding, ThemePassage
    from content.document import Document, Passage
    from tui.findings import Findings

Scope: TypeAlias = Literal["all", "section", "passage"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
Found = TypeVar("Found", "Figure", "Mention", "ThemePassage")


def passages_in(document: Document, passage: Passage, scope: Scope) -> range:
    """Return the numbers of the passages that a scope takes in where the reader is in `passage`."""
    if scope == "all":
        return range(1, len(document.passages) + 1)
    if scope == "passage":
        return range(passage.number, passage.number + 1)
    section = document.section_of(passage)
    return range(section.first, section.last + 1)


def narrowed(findings: Findings, passages: range) -> Findings:
    """Return what of the findings stands in some passages, with counts of what stands there."""
    return replace(
        findings,
        names=tuple(filter(None, (_narrow_name(each, passages) for each in findings.names))),
        themes=tuple(filter(None, (_narrow_theme(each, passages) for each in findings.themes))),
        figures=_within(findings.figures, passages),
        checks=tuple(each for each in findings.checks if each.passage in passages),
        quotes=tuple(each for each in findings.quotes if each.passage in passages),
    )


def _narrow_name(finding: NameFinding, passages: range) -> NameFinding | None:
    mentions = _within(finding.mentions, passages)
    return replace(finding, mentions=mentions, count=len(mentions)) if mentions else None


def _narrow_theme(finding: ThemeFinding, passages: range) -> ThemeFinding | None:
    kept = _within(finding.passages, passages)
    return replace(finding, passages=kept, count=sum(len(each.spans) for each in kept)) if kept else None


def _within(found: tuple[Found, ...], passages: range) -> tuple[Found, ...]:
    """Return what stands in some passages of what stands in reading order: a book has it by ten thousands."""
    first = bisect_left(found, passages.start, key=attrgetter("passage"))
    return found[first : bisect_left(found, passages.stop, first, key=attrgetter("passage"))]
