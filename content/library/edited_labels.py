"""What filters mean across a library, with what the reader changed everywhere and in single documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.library.edited_lexicon import edited_lexicon
from content.library.known_names import KnownNames
from content.shelf import Edits

if TYPE_CHECKING:
    from pathlib import Path

    from content.lexicon import Lexicon
    from content.library.library import Library


def edited_labels(cache_folder: Path, lexicon: Lexicon, library: Library) -> KnownNames:
    """Return what is known of the documents of a library, names and themes as the reader has them by now."""
    edits = library.shelf.edits()
    own: dict[str, Lexicon] = {}
    own_edits: dict[str, Edits] = {}
    for digest in {edit.document for edit in edits.names if edit.document}:
        if digest not in own:
            versions = {digest, *library.versions(digest)}
            here = Edits(
                tuple(edit for edit in edits.names if edit.document in (None, *versions)), edits.themes
            )
            own |= dict.fromkeys(versions, edited_lexicon(lexicon, here))
            own_edits |= dict.fromkeys(versions, here)
    everywhere = Edits(tuple(edit for edit in edits.names if edit.document is None), edits.themes)
    edited = edited_lexicon(lexicon, everywhere)
    return KnownNames(cache_folder, lexicon, edited, everywhere, own, own_edits)
