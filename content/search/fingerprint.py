"""What tells search tables that are kept from those of other texts, or made in another way."""

from __future__ import annotations

import hashlib
import struct
import zlib
from array import array
from typing import TYPE_CHECKING, NamedTuple

from content.chinese.segmentation import segmenter_version
from content.chinese.tables import tables_version

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.document import Document

ENGINE = 2
"""Another number for tables that mean something else than those made before."""


class DocumentKey(NamedTuple):
    """A document as tables know it: its digest, a checksum of how it is divided, and its length.

    The length is in code points, the newline behind it included.
    """

    digest: str
    division: int
    length: int


def document_key(document: Document) -> DocumentKey:
    """Return what tells a document, as far as tables depend on it, from every other."""
    starts = array("I", (passage.start for passage in document.passages))
    notices = array("I", (passage.start for passage in document.passages if passage.kind == "notice"))
    division = zlib.crc32(b"".join((starts, array("I", [len(starts)]), notices)))
    return DocumentKey(document.digest, division, len(document.text) + 1)


def fingerprint(documents: Iterable[DocumentKey], known_words: Iterable[str]) -> bytes:
    """Return 32 bytes that are the same only for tables that would be the same.

    They depend on the documents, the words that are kept whole, the tables of the language, what cuts it
    into words, and `ENGINE`.
    """
    parts = [
        f"{ENGINE} {tables_version()} {segmenter_version()}".encode(),
        "".join(f"{key.digest} {key.division} {key.length}\n" for key in documents).encode(),
        *(word.encode("utf-8", "surrogatepass") for word in sorted(known_words)),
    ]
    digest = hashlib.sha256(struct.pack(f"<{len(parts)}Q", *map(len, parts)))
    for part in parts:
        digest.update(part)
    return digest.digest()
