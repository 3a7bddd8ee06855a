"""What is known of a document beside its text: its names and its themes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.analysis.names import NameFinding, find_names
from content.analysis.themes import ThemeFinding, find_themes
from content.lexicon import bundled_lexicon

if TYPE_CHECKING:
    from content.document import Document


@dataclass(frozen=True, slots=True)
class Findings:
    """Names and themes of one document; `known` is false until they were looked for."""

    names: tuple[NameFinding, ...] = ()
    themes: tuple[ThemeFinding, ...] = ()
    known: bool = False

    def name(self, key: str) -> NameFinding | None:
        """Return the finding of a name."""
        return next((finding for finding in self.names if finding.name == key), None)

    def theme(self, key: str) -> ThemeFinding | None:
        """Return the finding of a theme by its id."""
        return next((finding for finding in self.themes if finding.id == key), None)


def look_up(document: Document) -> Findings:
    """Find the lexicon's names and themes in a document."""
    lexicon = bundled_lexicon()
    return Findings(find_names(document, lexicon), find_themes(document, lexicon), known=True)
