"""What filters mean in a document where everything was found: every name and theme that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.chinese.variants import fold
from content.lexicon import Entity, Lexicon, Theme
from content.library.labels import NamedSpans
from content.library.naming import Naming

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.analysis.names import NameFinding
    from content.analysis.themes import ThemeFinding
    from content.document import Span
    from content.library.naming import Named


class FoundLabels(NamedSpans):
    """Spans of names and themes as they were found, after what the reader changed.

    `themes_known` are those of the lexicon, which give a theme's other words. `lexicon` has all that was
    found, `counts` how often each folded name was.
    """

    def __init__(
        self, names: Sequence[NameFinding], themes: Sequence[ThemeFinding], themes_known: Sequence[Theme]
    ) -> None:
        known = {theme.id: theme for theme in themes_known}
        self.lexicon = Lexicon(
            tuple(Entity(each.name, each.kind, each.aliases, each.role, each.english) for each in names),
            tuple(
                known.get(each.id) or Theme(each.id, each.name, each.english, (each.name,)) for each in themes
            ),
        )
        super().__init__(self.lexicon, Naming(self.lexicon))
        self.counts = {fold(each.name): each.count for each in names}
        self._names = {each.name: each for each in names}
        self._themes = {each.id: each for each in themes}

    def spans(self, named: Named) -> Sequence[Span]:
        """Return the spans of a name or a theme, in reading order."""
        if isinstance(named, Entity):
            return [mention.span for mention in self._names[named.name].mentions]
        return [span for passage in self._themes[named.id].passages for span in passage.spans]
