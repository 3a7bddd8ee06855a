"""Stand-ins for what finds everything in another process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading import FakeAnalyst

from content.analysis.findings import analyse
from content.lexicon import bundled_lexicon
from tui.findings import whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from content.document import Document
    from tui.findings import Findings


class InProcess(FakeAnalyst):
    """Finds everything here and now; where `cached` is true it was found before."""

    cached = False

    def known(self, document: Document) -> Findings | None:
        """Find everything where that was done before."""
        return whole(analyse(document, bundled_lexicon())) if self.cached else None

    def find(
        self, document: Document, _index: object, on_progress: Callable[[int, int], None]
    ) -> Findings | None:
        """Find everything."""
        on_progress(1, 2)
        return whole(analyse(document, bundled_lexicon()))
