"""Where each document of a library speaks of which name and theme: found once, and kept in the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from content.document import Document, Span
    from content.lexicon import Lexicon


class KnownLabels:
    """What is known of the documents in one cache folder, by the digest of each; `lexicon` None is the
    bundled one.
    """

    def __init__(self, cache_folder: Path, lexicon: Lexicon | None = None) -> None:
        raise NotImplementedError

    def labels_of(self, document: Document) -> Mapping[str, Sequence[Span]]:
        """Return a document's spans by `theme:x` and `entity:x`, as `Labels` understands them."""
        raise NotImplementedError

    def find_missing(
        self, documents: Iterable[Document], on_progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Find names and themes of the documents of which they are not known, and keep them.

        `on_progress` is told how many are done, and of how many. What is found is kept also where an
        exception ends it. Never raises for a cache that cannot be written.
        """
        raise NotImplementedError
