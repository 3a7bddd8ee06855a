"""Who turns up beside whom, and beside which theme: passages that names share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from content.analysis.names import NameFinding
    from content.analysis.themes import ThemeFinding


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names that share passages, the one that is mentioned first before the other; numbers rise."""

    first: str
    second: str
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ThemeName:
    """A name and a theme that share passages; `theme` is the theme's id."""

    theme: str
    name: str
    passages: tuple[int, ...]


def names_together(names: Sequence[NameFinding], least: int = 1) -> tuple[NamePair, ...]:
    """Return the pairs of names with at least so many passages in common, those with the most first."""
    present: dict[int, list[str]] = defaultdict(list)
    for finding in sorted(names, key=lambda finding: finding.mentions[0].span):
        for passage in _passages(finding):
            present[passage].append(finding.name)
    shared: dict[tuple[str, str], list[int]] = defaultdict(list)
    for passage in sorted(present):
        for pair in combinations(present[passage], 2):
            shared[pair].append(passage)
    pairs = (NamePair(*pair, tuple(passages)) for pair, passages in shared.items() if len(passages) >= least)
    return tuple(sorted(pairs, key=lambda pair: -len(pair.passages)))


def beside(
    name: NameFinding, names: Iterable[NameFinding]
) -> tuple[tuple[NameFinding, tuple[int, ...]], ...]:
    """Return the other names that stand in passages with a name, each with those passages, most first."""
    own = _passages(name)
    shared = ((other, tuple(sorted(own & _passages(other)))) for other in names if other.name != name.name)
    return tuple(sorted((each for each in shared if each[1]), key=lambda each: -len(each[1])))


def names_by_theme(
    names: Iterable[NameFinding], themes: Iterable[ThemeFinding], least: int = 1
) -> tuple[ThemeName, ...]:
    """Return names beside themes, theme after theme, within one those with the most passages first."""
    in_passages = {finding.name: _passages(finding) for finding in names}
    found = []
    for theme in themes:
        spoken = {each.passage for each in theme.passages}
        beside = (
            ThemeName(theme.id, name, tuple(sorted(spoken & passages)))
            for name, passages in in_passages.items()
        )
        found += sorted(
            (each for each in beside if len(each.passages) >= least), key=lambda each: -len(each.passages)
        )
    return tuple(found)


def _passages(finding: NameFinding) -> set[int]:
    return {mention.passage for mention in finding.mentions}
