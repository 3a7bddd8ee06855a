"""What was found in a document, in a file of the cache: made once for a text, there at once ever after."""

from __future__ import annotations

import hashlib
import json
import zlib
from functools import cache
from typing import TYPE_CHECKING, Any

from content.analysis.checks import Check
from content.analysis.coding import CodingError, Decoder, encoded
from content.analysis.figures import Figure
from content.analysis.findings import Findings
from content.analysis.names import Mention, NameFinding
from content.analysis.quotes import Quote
from content.analysis.themes import ThemeFinding, ThemePassage
from content.document import Span
from content.library.indexing import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from content.document import Document
    from content.lexicon import Lexicon

ENGINE = 2
"""Another number for findings that are made in another way than those before."""

_ENDING = ".findings"
_CHECKSUM_BYTES = 4


def findings_path(document: Document, lexicon: Lexicon, folder: Path) -> Path:
    """Return the file that holds what was found in a document with a lexicon, whether it is there or not.

    It also depends on the document's date, which tells what 去年 means, and on where it is divided.
    """
    parts = (ENGINE, document.digest, document.date, repr(lexicon))
    told = hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass"))
    told.update(repr([(each.kind, each.start) for each in document.passages]).encode())
    return folder / f"{told.hexdigest()}{_ENDING}"


def write_findings(path: Path, findings: Findings) -> None:
    """Write findings, all at once. Raises OSError."""
    data = json.dumps(encoded(findings), ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    write_whole(path, zlib.crc32(data).to_bytes(_CHECKSUM_BYTES, "big") + data)


def read_findings(path: Path, document: Document) -> Findings | None:
    """Read what was found in a document; None where there is nothing that can be used."""
    try:
        if not path.is_file():  # a pipe would keep whoever reads it waiting
            return None
        written = path.read_bytes()
        data = written[_CHECKSUM_BYTES:]
        if zlib.crc32(data).to_bytes(_CHECKSUM_BYTES, "big") != written[:_CHECKSUM_BYTES]:
            return None
        findings = _decoder().decoded(Findings, json.loads(data.decode("utf-8", "surrogatepass")))
    except (OSError, ValueError, RecursionError, CodingError):
        return None
    return findings if _fits(findings, document) else None


def _fits(findings: Findings, document: Document) -> bool:
    """Tell whether every span lies in the text and says what the finding says."""
    text, count = document.text, len(document.passages)
    stated: list[Mention | Figure | Quote] = [
        *(mention for name in findings.names for mention in name.mentions),
        *findings.figures,
        *findings.quotes,
    ]
    return all(
        1 <= each.passage <= count and text[each.span.start : each.span.end] == each.text for each in stated
    ) and all(
        1 <= each.passage <= count and all(0 <= span.start <= span.end <= len(text) for span in each.spans)
        for theme in findings.themes
        for each in theme.passages
    )


@cache
def _decoder() -> Decoder:
    known: tuple[Any, ...] = (Span, Mention, NameFinding, ThemePassage, ThemeFinding, Figure, Check, Quote)
    return Decoder({each.__name__: each for each in known})
