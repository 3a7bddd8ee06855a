"""Who and what a text is about: mentions of the lexicon's entities, longest match first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from content.analysis.matching import Matcher
from content.chinese.variants import fold
from content.document import Document, Span
from content.lexicon import ENTITY_KINDS, Entity, EntityKind, Lexicon


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names an entity: the passage's number, the span in the document's text, and its text."""

    passage: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class NameFinding:
    """An entity that a text names `count` times; `confidence` is 0 to 1, and 1.0 from the lexicon."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    role: str | None
    english: str | None
    count: int
    confidence: float
    mentions: tuple[Mention, ...]


def find_names(document: Document, lexicon: Lexicon) -> tuple[NameFinding, ...]:
    """Find every mention of the lexicon's entities in all passages but notices.

    Of overlapping candidates the one that starts first, then the longest, is a mention, whatever its kind.
    The findings are ordered by kind (as in `ENTITY_KINDS`), within a kind by count, then by first mention.
    """
    matcher, entity_of = _compiled(lexicon.entities)
    text, passage = document.text, document.passages[0]
    mentions: dict[Entity, list[Mention]] = {}
    for start, end, form in matcher.find(text, fold(text)):
        if start >= passage.end:
            passage = document.passage_at(start)
        if passage.kind != "notice":
            mention = Mention(passage.number, Span(start, end), text[start:end])
            mentions.setdefault(entity_of[form], []).append(mention)
    findings = [_finding(entity, found) for entity, found in mentions.items()]
    return tuple(sorted(findings, key=lambda finding: (ENTITY_KINDS.index(finding.kind), -finding.count)))


def _finding(entity: Entity, mentions: list[Mention]) -> NameFinding:
    return NameFinding(
        name=entity.name,
        kind=entity.kind,
        aliases=entity.aliases,
        role=entity.role,
        english=entity.english,
        count=len(mentions),
        confidence=1.0,
        mentions=tuple(mentions),
    )


@lru_cache(maxsize=4)
def _compiled(entities: tuple[Entity, ...]) -> tuple[Matcher, dict[str, Entity]]:
    """Build the matcher once for a lexicon; a form that two entities share belongs to the first."""
    entity_of: dict[str, Entity] = {}
    for entity in entities:
        for form in entity.forms:
            entity_of.setdefault(form, entity)
    exceptions = tuple(word for entity in entities for word in entity.exceptions)
    return Matcher(tuple(entity_of), exceptions), entity_of
