"""The names and the lexicon that hold on the command line: with the reader's own themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.library.lexicon import reader_lexicon
from content.library.places import config_folder
from content.scrub import scrub_line
from tui.commandline.output import complain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.analysis.names import NameFinding
    from content.document import Document
    from content.lexicon import Lexicon
    from tui.strings import Language


def lexicon_of_reader(language: Language) -> Lexicon:
    """Return the lexicon with the reader's own; what is wrong in that is said, a line each."""
    found = reader_lexicon(config_folder())
    for problem in found.problems:
        complain(scrub_line(problem), language)
    return found.lexicon


def names_of(document: Document, lexicon: Lexicon) -> Sequence[NameFinding]:
    """Return who and what a document names; it is cut into words in this process."""
    from content.analysis.entities import find_entities
    from content.chinese.segmentation import shared_segmenter
    from content.library.search import SearchIndex

    segmenter = shared_segmenter(SearchIndex(document).known_words)  # the one that a search uses
    words = {each.number: segmenter.cut(each.text) for each in document.passages if each.kind != "notice"}
    return find_entities(document, lexicon, words)
