"""Mentions brought together to entities, with their other forms and their roles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from content.analysis.entities.merging import merged
from content.analysis.entities.roles import role_of
from content.analysis.names import Mention, NameFinding
from content.chinese.variants import fold
from content.document import Span
from content.lexicon import ENTITY_KINDS

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from content.analysis.entities.candidate import Candidate
    from content.analysis.entities.cut_text import CutText
    from content.document import Document
    from content.lexicon import EntityKind

_KNOWN = 100  # what is known beforehand has its kind


def gather(
    document: Document, cut: CutText, known: Sequence[NameFinding], found: Sequence[Candidate]
) -> tuple[NameFinding, ...]:
    """Return a finding for each entity; `known` are the lexicon's, with their roles and English names."""
    of_name = {finding.name: finding for finding in known}
    groups = merged(_group(cut, found, frozenset(of_name)), of_name)
    organisations = {candidate.end: candidate for candidate in found if candidate.kind in ("org", "media")}
    findings = []
    for name, candidates in groups.items():
        kind = _kind(candidates)
        lexical = of_name.get(name)
        mentions = tuple(_mention(document, candidate) for candidate in candidates)
        forms = dict.fromkeys(mention.text for mention in mentions if mention.text != name)
        role = role_of(cut, candidates, organisations) if kind == "person" else None
        findings.append(
            NameFinding(
                name=name,
                kind=kind,
                aliases=tuple(dict.fromkeys((*(lexical.aliases if lexical else ()), *forms))),
                role=role or (lexical.role if lexical else None),
                english=lexical.english if lexical else None,
                count=len(mentions),
                confidence=max(candidate.confidence for candidate in candidates),
                mentions=mentions,
            )
        )
    return tuple(sorted(findings, key=lambda finding: (ENTITY_KINDS.index(finding.kind), -finding.count)))


def _group(cut: CutText, found: Sequence[Candidate], kept: Container[str]) -> dict[str, list[Candidate]]:
    """Bring together what names the same, by the full name where one is told.

    A name has the text's script, unless it is one of `kept`.
    """
    written_of: dict[str, str] = {}
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        written = cut.written[candidate.start : candidate.end]
        name = candidate.name or written
        if name not in kept and fold(name) == cut.folded[candidate.start : candidate.end]:
            known = candidate.listed and name.isascii()  # Windows, though the text says windows
            written_of.setdefault(fold(name), name if known else written)
        groups[name if name in kept else fold(name)].append(candidate)
    return {written_of.get(name, same[0].name or name): same for name, same in groups.items()}


def _kind(candidates: Sequence[Candidate]) -> EntityKind:
    """Return the one kind of what has one name in a text: the known one, else the surest on the whole."""
    weights: dict[EntityKind, float] = defaultdict(float)
    for candidate in candidates:
        weights[candidate.kind] += candidate.confidence + _KNOWN * candidate.listed
    return max(weights, key=weights.__getitem__)


def _mention(document: Document, candidate: Candidate) -> Mention:
    passage = document.passage_at(candidate.start)
    text = document.text[candidate.start : candidate.end]
    return Mention(passage.number, Span(candidate.start, candidate.end), text)
