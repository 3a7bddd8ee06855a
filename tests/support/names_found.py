"""Names as they were found in a document, made of nothing but what they are called."""

from content.analysis.findings import Findings
from content.analysis.names import Mention, NameFinding
from content.document import Span
from content.library.names_file import packed


def called(name: str, *aliases: str) -> NameFinding:
    """Make an organisation that is mentioned once."""
    mention = Mention(1, Span(0, len(name)), name)
    return NameFinding(name, "org", aliases, None, None, 1, 1.0, (mention,))


def record_of(*names: NameFinding) -> bytes:
    """Return the record that a library keeps of them."""
    return packed(Findings(names))
