"""What `theme:x` means in a document for which themes were proposed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from content.library.labels import Labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Span


class LabelsWithProposed(Labels):
    """Spans of a document as `Labels` gives them; where those have no such theme, of one that is proposed.

    Nothing is proposed before that is needed.
    """

    def __getitem__(self, key: str) -> Sequence[Span]:
        """Return the spans of all that a key means, in reading order; KeyError where there are none."""
        try:
            return super().__getitem__(key)
        except KeyError:
            if key.startswith("theme:"):
                return self._proposed[key]
            raise

    @cached_property
    def _proposed(self) -> Labels:
        from content.analysis.key_phrases import proposed_lexicon  # most searches need none

        return Labels(self._document, proposed_lexicon(self._document, self._lexicon))
