"""Search as everybody uses it: it knows what filters for themes and entities mean."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from content import search
from content.lexicon import bundled_lexicon
from content.library.labels import Labels
from content.library.naming import Naming

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from content.document import Span


class SearchIndex(search.SearchIndex):
    """Finds passages by whatever a reader remembers of them, `theme:x` and `entity:x` without labels too.

    Nothing is looked for in the documents before a query asks for it.
    """

    @cached_property
    def _labels(self) -> Sequence[Mapping[str, Sequence[Span]]]:
        if self._given_labels is not None:
            return super()._labels
        lexicon = self._lexicon or bundled_lexicon()
        naming = Naming(lexicon)
        return [Labels(document, lexicon, naming=naming) for document in self._corpus.documents]
