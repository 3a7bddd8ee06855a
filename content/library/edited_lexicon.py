"""A lexicon with what the reader changed about names and themes: for filters, and across the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.lexicon import ENTITY_KINDS, Entity, Lexicon
from content.library.edited_names import is_called
from content.library.edited_themes import with_own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.shelf import Edits, NameEdit


def edited_lexicon(lexicon: Lexicon, edits: Edits) -> Lexicon:
    """Return a lexicon as the reader has it, one change after the other.

    A name that it does not know changes nothing in it, unless it becomes another form of one that it knows.
    """
    if not edits:
        return lexicon
    entities = list(lexicon.entities)
    for edit in edits.names:
        entities = _edited(entities, edit)
    return replace(lexicon, entities=tuple(entities), themes=with_own(lexicon.themes, edits.themes))


def _edited(entities: Sequence[Entity], edit: NameEdit) -> list[Entity]:
    own = next((each for each in entities if is_called(each.name, edit.name)), None)
    rest = [each for each in entities if each is not own]
    if edit.action == "hide":
        return rest
    if edit.action in ("rename", "merge"):
        other = next((each for each in rest if is_called(each.name, edit.value)), None)
        if other:
            joined = _with_forms(other, (own or Entity(edit.name, other.kind)).forms)
            return [joined if each is other else each for each in rest]
        if own:
            renamed = _with_forms(replace(own, name=edit.value), own.forms)
            return [renamed if each is own else each for each in entities]
        return rest
    kind = next((kind for kind in ENTITY_KINDS if kind == edit.value), None)
    if kind is None:
        return list(entities)
    if own:
        changed = _with_forms(replace(own, kind=kind), edit.forms)
        return [changed if each is own else each for each in entities]
    return [Entity(edit.name, kind, edit.forms), *rest] if edit.action == "add" else rest


def _with_forms(entity: Entity, forms: Sequence[str]) -> Entity:
    aliases = dict.fromkeys((*entity.aliases, *forms))
    known = (entity.name, entity.english)
    return replace(entity, aliases=tuple(alias for alias in aliases if alias not in known))
