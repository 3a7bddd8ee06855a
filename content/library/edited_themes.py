"""Themes as the reader has them: with other words, new, hidden."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.analysis.key_phrases import knows_enough
from content.analysis.themes import ThemeFinding, find_themes
from content.chinese.variants import fold
from content.lexicon import Lexicon, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Document
    from content.shelf import OwnTheme


def edited_themes(
    document: Document, found: Sequence[ThemeFinding], lexicon: Lexicon, own: Sequence[OwnTheme]
) -> tuple[ThemeFinding, ...]:
    """Return the themes found with a lexicon after what the reader changed, as if it had been in there.

    Proposed themes stay behind them where the program knows few, but none that is the name or a word of one.
    """
    if not own:
        return tuple(found)
    changed = {theme.id for theme in own}
    themes = with_own(lexicon.themes, own)
    new = find_themes(document, Lexicon(themes=tuple(each for each in themes if each.id in changed)))
    of_id = {each.id: each for each in found if not each.proposed and each.id not in changed}
    of_id |= {each.id: each for each in new}
    known = [of_id[theme.id] for theme in themes if theme.id in of_id]
    if knows_enough(known):
        return tuple(known)
    taken = {fold(name) for theme in own for name in (theme.id, theme.name, *theme.words)}
    proposed = (each for each in found if each.proposed and not {fold(each.id), fold(each.name)} & taken)
    return (*known, *proposed)


def with_own(themes: Sequence[Theme], own: Sequence[OwnTheme]) -> tuple[Theme, ...]:
    """Return a lexicon's themes with the reader's in the place of those of the same id, new ones behind.

    What a word of the lexicon's theme means elsewhere, and longer words that only look like one, stays known.
    """
    theme_of = {theme.id: theme for theme in themes}
    changed = {theme.id: theme for theme in own}
    in_order = dict.fromkeys((*theme_of, *changed))
    made = (
        _made(changed[identity], theme_of.get(identity)) if identity in changed else theme_of[identity]
        for identity in in_order
    )
    return tuple(theme for theme in made if theme.words)


def _made(own: OwnTheme, before: Theme | None) -> Theme:
    """Make a theme; where all its words mean something else too, they have to do."""
    if before is None:
        return Theme(own.id, own.name, None, own.words)
    words = tuple(word for word in own.words if word not in before.ambiguous)
    ambiguous = tuple(word for word in own.words if word in before.ambiguous) if words else ()
    english = before.english if own.name == before.name else None
    return replace(before, name=own.name, english=english, words=words or own.words, ambiguous=ambiguous)
