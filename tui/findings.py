"""What is known of a document beside its text, found in two goes.

The lexicon's names and themes are there at once; everything else takes another process, unless it was found
before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.analysis import findings
    from content.analysis.checks import Check
    from content.analysis.figures import Figure
    from content.analysis.names import NameFinding
    from content.analysis.quotes import Quote
    from content.analysis.themes import ThemeFinding
    from content.document import Document


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one document.

    `known` is false until names and themes were looked for, `whole` until everything was.
    """

    names: tuple[NameFinding, ...] = ()
    themes: tuple[ThemeFinding, ...] = ()
    figures: tuple[Figure, ...] = ()
    checks: tuple[Check, ...] = ()
    quotes: tuple[Quote, ...] = ()
    known: bool = False
    whole: bool = False

    @property
    def size(self) -> int:
        """How many mentions, figures and quotes there are."""
        return sum(len(each.mentions) for each in self.names) + len(self.figures) + len(self.quotes)

    def name(self, key: str) -> NameFinding | None:
        """Return the finding of a name."""
        return next((finding for finding in self.names if finding.name == key), None)

    def called(self, name: str) -> NameFinding | None:
        """Return the finding of a name or of one that is also called so."""
        return self.name(name) or next((finding for finding in self.names if name in finding.aliases), None)

    def theme(self, key: str) -> ThemeFinding | None:
        """Return the finding of a theme by its id."""
        return next((finding for finding in self.themes if finding.id == key), None)


def look_up(document: Document) -> Findings:
    """Find the lexicon's names and themes in a document."""
    from content.analysis.names import find_names  # nothing of this is needed for the first paint
    from content.analysis.themes import find_themes
    from content.library.lexicon import reader_lexicon
    from content.library.places import config_folder

    lexicon = reader_lexicon(config_folder()).lexicon
    return Findings(find_names(document, lexicon), find_themes(document, lexicon), known=True)


def lexicon_problem() -> str:
    """Return what is wrong first in the reader's `themes.toml`, "" where nothing is."""
    from content.library.lexicon import FILE_NAME, reader_lexicon  # as above
    from content.library.places import config_folder
    from content.scrub import scrub_line

    problems = reader_lexicon(config_folder()).problems
    return scrub_line(problems[0]).removeprefix(f"{FILE_NAME}: ") if problems else ""


def whole(found: findings.Findings) -> Findings:
    """Return everything that was found in a document."""
    return Findings(
        found.names, found.themes, found.figures, found.checks, found.quotes, known=True, whole=True
    )
