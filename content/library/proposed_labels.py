"""What filters mean in a document where names and themes are found that no lexicon has."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from content.library.found_labels import FoundLabels
from content.library.labels import Labels

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from content.analysis.names import NameFinding
    from content.document import Document, Span
    from content.lexicon import Lexicon


class LabelsWithProposed(Labels):
    """Spans of a document as `Labels` gives them; where those have none, of what the document alone tells.

    That is a theme that is proposed, or a name out of `find_entities`. Neither is done before it is needed.
    """

    def __init__(
        self, document: Document, lexicon: Lexicon, find_entities: Callable[[], Sequence[NameFinding]]
    ) -> None:
        super().__init__(document, lexicon)
        self._find_entities = find_entities

    def __getitem__(self, key: str) -> Sequence[Span]:
        """Return the spans of all that a key means, in reading order; KeyError where there are none."""
        try:
            return super().__getitem__(key)
        except KeyError:
            return (self._proposed if key.startswith("theme:") else self._derived)[key]

    @cached_property
    def _derived(self) -> FoundLabels:
        return FoundLabels(self._find_entities(), (), ())

    @cached_property
    def _proposed(self) -> Labels:
        from content.analysis.key_phrases import proposed_lexicon  # most searches need none

        return Labels(self._document, proposed_lexicon(self._document, self._lexicon))
