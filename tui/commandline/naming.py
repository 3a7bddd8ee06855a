"""What names and themes are on the command line: with the reader's own, and with what the reader changed."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from content.library.edited_lexicon import edited_lexicon
from content.library.edited_names import edited_names, edited_speakers
from content.library.edited_themes import edited_themes
from content.library.lexicon import reader_lexicon
from content.library.places import config_folder, data_folder
from content.scrub import scrub_line
from tui.commandline.output import complain
from tui.keeping import Keeper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.analysis.names import NameFinding
    from content.analysis.quotes import Quote
    from content.analysis.themes import ThemeFinding
    from content.document import Document
    from content.lexicon import Lexicon
    from content.shelf import Edits
    from tui.strings import Language


@dataclass(frozen=True)
class Naming:
    """What is known of a document beforehand: the reader's lexicon, and what the reader changed there."""

    document: Document
    known: Lexicon
    edits: Edits

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon after what the reader changed, for filters."""
        return edited_lexicon(self.known, self.edits)

    @property
    def names(self) -> tuple[NameFinding, ...]:
        """Who and what the document names."""
        return edited_names(self.document, self._names, self.edits.names)

    @property
    def themes(self) -> tuple[ThemeFinding, ...]:
        """What the document speaks of."""
        from content.analysis.key_phrases import themes_of

        found = themes_of(self.document, self.known)
        return edited_themes(self.document, found, self.known, self.edits.themes)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Who said what in the document."""
        from content.analysis.quotes import find_quotes

        return edited_speakers(find_quotes(self.document, self._names), self.edits.names)

    @cached_property
    def _names(self) -> Sequence[NameFinding]:
        """The names before what the reader changed; the document is cut into words in this process."""
        from content.analysis.entities import find_entities
        from content.chinese.segmentation import shared_segmenter
        from content.library.cutting import cut, known_words

        words = cut(self.document, shared_segmenter(known_words()))
        return find_entities(self.document, self.known, words)


def naming(document: Document, words: Sequence[str], language: Language) -> Naming:
    """Return what is known of the document that the first word names; without one it is the edition."""
    known = lexicon_of_reader(language)
    with closing(Keeper(data_folder())) as keeper:
        edits = keeper.edits(document, words[0] if words else None)
    return Naming(document, known, edits)


def lexicon_of_reader(language: Language) -> Lexicon:
    """Return the lexicon with the reader's own; what is wrong in that is said, a line each."""
    found = reader_lexicon(config_folder())
    for problem in found.problems:
        complain(scrub_line(problem), language)
    return found.lexicon
