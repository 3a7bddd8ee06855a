"""Which names, and which themes that no lexicon has, were found in each document: a file in the cache.

A record is a line with the date that the document had, a line of JSON with the names, and the spans of all
behind it as numbers: starts and ends in turn. That of a document in which nothing can be looked for is the
date alone. The file alone tells what was analysed.
"""

from __future__ import annotations

import hashlib
import json
import sys
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from content.chinese.variants import fold
from content.library.findings_file import findings_mark
from content.library.label_file import MARK_BYTES, LabelFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from content.analysis.findings import Findings
    from content.document import Span
    from content.lexicon import Lexicon

ENGINE = 2
"""Another number where records are written in another way than before."""

Stamp: TypeAlias = "tuple[int, int] | None"

Head: TypeAlias = "tuple[list[int], str, str, list[str], str | None, str | None]"
"""Of a name: where its numbers begin and end, in turn; name, kind or "theme", aliases, role, English name."""

_NAME = "library.names"


class Analysed(NamedTuple):
    """That a document was analysed: the date it had then, "" where it had none; whether that can be done."""

    date: str
    found: bool = True


def names_file(cache_folder: Path, lexicon: Lexicon) -> LabelFile:
    """Return the file of what was found with a lexicon; nothing is read yet."""
    made_with = f"{ENGINE} {sys.byteorder} {findings_mark(lexicon)}"
    return LabelFile(cache_folder / _NAME, hashlib.sha256(made_with.encode()).digest()[:MARK_BYTES])


def names_stamp(cache_folder: Path) -> Stamp:
    """Return another value where the file was written since; None where there is none."""
    try:
        status = (cache_folder / _NAME).stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=4_096)
def name_key(name: str) -> str:
    """Return by what a name is known, in whichever script it is written."""
    return f"entity:{fold(name)}"


@lru_cache(maxsize=1_024)
def theme_key(identity: str) -> str:
    """Return by what a theme is known."""
    return f"theme:{fold(identity)}"


def given_up(date: str | None) -> bytes:
    """Return the record of a document in which nothing can be looked for."""
    return (date or "").encode("utf-8", "surrogatepass")


def analysed(record: bytes) -> Analysed:
    """Return what a record says of its document."""
    date, line, _ = record.partition(b"\n")
    return Analysed(date.decode("utf-8", "surrogatepass"), bool(line))


def packed(findings: Findings, date: str | None = None) -> bytes:
    """Return the record of a document of a date in which these were found."""
    heads: dict[str, Head] = {}
    numbers = array("I")

    def add(key: str, spans: Iterable[Span], *said: Any) -> None:
        start = len(numbers)
        numbers.extend(number for span in spans for number in (span.start, span.end))
        head = heads.setdefault(key, ([], *said))
        head[0].extend((start, len(numbers)))

    for name in findings.names:
        spans = (mention.span for mention in name.mentions)
        add(name_key(name.name), spans, name.name, name.kind, name.aliases, name.role, name.english)
    for theme in findings.themes:
        if theme.proposed:
            places = (span for passage in theme.passages for span in passage.spans)
            add(theme_key(theme.id), places, theme.name, "theme", (), theme.id, theme.english)
    head = json.dumps(heads, ensure_ascii=False, separators=(",", ":"))
    return b"\n".join((given_up(date), head.encode("utf-8", "surrogatepass"), numbers.tobytes()))


def unpacked(record: bytes) -> tuple[dict[str, Head], array[int]]:
    """Return the names that `packed` packed, by their keys, and all numbers."""
    _, head, rest = record.split(b"\n", 2)
    return json.loads(head.decode("utf-8", "surrogatepass")), array("I", rest)
