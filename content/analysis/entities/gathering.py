"""Mentions brought together to entities, with their other forms and their roles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from content.analysis.entities.roles import role_of
from content.analysis.names import Mention, NameFinding
from content.document import Span
from content.lexicon import ENTITY_KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.analysis.entities.candidate import Candidate
    from content.analysis.entities.cut_text import CutText
    from content.document import Document
    from content.lexicon import EntityKind


def gather(
    document: Document, cut: CutText, known: Sequence[NameFinding], found: Sequence[Candidate]
) -> tuple[NameFinding, ...]:
    """Return a finding for each entity; `known` are the lexicon's, with their roles and English names."""
    of_name = {finding.name: finding for finding in known}
    kind_of, groups = _group(cut, found)
    organisations = {candidate.end: candidate for candidate in found if candidate.kind in ("org", "media")}
    findings = []
    for name, candidates in groups.items():
        kind = kind_of[name]
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


def _group(
    cut: CutText, found: Sequence[Candidate]
) -> tuple[dict[str, EntityKind], dict[str, list[Candidate]]]:
    """Bring together what names the same: by the full name where one is told, else as it is written."""
    written_of: dict[str, str] = {}
    kind_of: dict[str, EntityKind] = {}
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        written = candidate.name or cut.written[candidate.start : candidate.end]
        folded = cut.folded[candidate.start : candidate.end] if not candidate.name else written
        name = written_of.setdefault(f"{candidate.kind} {folded}", written)
        if kind_of.setdefault(name, candidate.kind) != candidate.kind:
            name = written_of[f"{candidate.kind} {folded}"] = f"{name}\N{ZERO WIDTH SPACE}{candidate.kind}"
            kind_of[name] = candidate.kind
        groups[name].append(candidate)
    return kind_of, groups


def _mention(document: Document, candidate: Candidate) -> Mention:
    passage = document.passage_at(candidate.start)
    text = document.text[candidate.start : candidate.end]
    return Mention(passage.number, Span(candidate.start, candidate.end), text)
