"""What was found in a document, as the reader has changed it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.library.edited_names import edited_names, edited_speakers
from content.library.edited_themes import edited_themes, with_own
from content.library.found_labels import FoundLabels
from content.library.lexicon import reader_lexicon
from content.library.places import config_folder

if TYPE_CHECKING:
    from content.document import Document
    from content.shelf import Edits
    from tui.findings import Findings


def edited(document: Document, findings: Findings, edits: Edits) -> Findings:
    """Return findings after what the reader changed."""
    lexicon = reader_lexicon(config_folder()).lexicon
    return replace(
        findings,
        names=edited_names(document, findings.names, edits.names),
        themes=edited_themes(document, findings.themes, lexicon, edits.themes),
        quotes=edited_speakers(findings.quotes, edits.names),
    )


def labels_of(findings: Findings, edits: Edits | None) -> FoundLabels:
    """Return what filters for names and themes mean where these were found."""
    themes = reader_lexicon(config_folder()).lexicon.themes
    return FoundLabels(findings.names, findings.themes, with_own(themes, edits.themes if edits else ()))
