"""What was found in a document, in a file of the cache: made once for a text, there at once ever after."""

from __future__ import annotations

import gc
import hashlib
import json
import zlib
from contextlib import contextmanager, nullcontext
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, get_type_hints

from content.analysis.checks import Check
from content.analysis.coding import CodingError, Decoder, encoded
from content.analysis.figures import Figure
from content.analysis.findings import Findings
from content.analysis.names import Mention, NameFinding
from content.analysis.quotes import Quote
from content.analysis.themes import ThemeFinding, ThemePassage
from content.chinese.segmentation import segmenter_version
from content.chinese.tables import tables_version
from content.document import Span
from content.library.indexing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from content.document import Document
    from content.lexicon import Lexicon

ENGINE = 5
"""Another number for findings that are made in another way than those before."""

_RECORDS = (Span, Mention, NameFinding, ThemePassage, ThemeFinding, Figure, Check, Quote)
_NAMES: dict[str, Any] = {each.__name__: each for each in _RECORDS}
_ENDING = ".findings"
_CHECKSUM_BYTES = 4
_LARGE = 500_000  # bytes
_IN_A_LINE = 200  # findings: whoever reads a line keeps every other thread of the process waiting


def findings_path(document: Document, lexicon: Lexicon, folder: Path) -> Path:
    """Return the file that holds what was found in a document with a lexicon, whether it is there or not.

    It also depends on the document's date, which tells what 去年 means, and on where it is divided.
    """
    parts = (findings_mark(lexicon), document.digest, document.date)
    told = hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass"))
    told.update(repr([(each.kind, each.start) for each in document.passages]).encode())
    return folder / f"{told.hexdigest()}{_ENDING}"


def findings_mark(lexicon: Lexicon) -> str:
    """Return what the findings of all documents depend on, as one word: also what cuts them into words."""
    parts = (ENGINE, tables_version(), segmenter_version(), lexicon)
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def write_findings(path: Path, findings: Findings) -> None:
    """Write findings, all at once. Raises OSError."""
    lines = (json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in _lines(findings))
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    write_whole(path, zlib.crc32(data).to_bytes(_CHECKSUM_BYTES, "big") + data)


def _lines(findings: Findings) -> Iterator[list[Any]]:
    """Yield some findings of a kind at a time, behind the name of the kind."""
    for field in fields(findings):
        found = getattr(findings, field.name)
        for first in range(0, len(found), _IN_A_LINE):
            yield [field.name, encoded(found[first : first + _IN_A_LINE])]


def read_findings(path: Path, document: Document) -> Findings | None:
    """Read what was found in a document; None where there is nothing that can be used."""
    try:
        if not path.is_file():  # a pipe would keep whoever reads it waiting
            return None
        written = path.read_bytes()
        data = written[_CHECKSUM_BYTES:]
        if zlib.crc32(data).to_bytes(_CHECKSUM_BYTES, "big") != written[:_CHECKSUM_BYTES]:
            return None
        with _nothing_collected() if len(data) > _LARGE else nullcontext():
            findings = _findings(data.decode("utf-8", "surrogatepass"))
    except (OSError, ValueError, TypeError, KeyError, RecursionError, CodingError):
        return None
    return findings if _fits(findings, document) else None


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Look for no garbage among what is made meanwhile, nor ever after; first for what is garbage already.

    A book's findings are many objects and none in a circle: to look through them would keep every thread
    waiting for a tenth of a second, and again and again as they come.
    """
    collected = gc.isenabled()
    if collected:
        gc.collect()  # what is passed over from now on could never be had back
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collected:
            gc.enable()


def _findings(written: str) -> Findings:
    """Put findings together again; raises one of several errors where that is not what was written."""
    found: dict[str, list[Any]] = {field.name: [] for field in fields(Findings)}
    for line in written.split("\n") if written else ():
        name, some = json.loads(line)
        found[name] += _decoder().decoded(_kinds()[name], some)
    return Findings(**{name: tuple(some) for name, some in found.items()})


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
    return Decoder(_NAMES)


@cache
def _kinds() -> dict[str, Any]:
    """Return what kind of value each field of the findings is."""
    return get_type_hints(Findings, localns=_NAMES)
