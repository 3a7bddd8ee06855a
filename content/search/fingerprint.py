"""What tells search tables that are kept from those of other texts, or made in another way."""

from __future__ import annotations

import hashlib
import struct
import zlib
from array import array
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from content.chinese.segmentation import segmenter_version
from content.chinese.tables import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.document import Document

ENGINE = 2
"""Another number for tables that mean something else than those made before."""


class DocumentKey(NamedTuple):
    """A document as tables know it: a hash of its text and how that is divided, and its length.

    The length is in code points, the newline behind it included.
    """

    hash: str
    length: int


def document_key(document: Document) -> DocumentKey:
    """Return what tells a document, as far as tables depend on it, from every other."""
    starts = array("I", (passage.start for passage in document.passages))
    notices = array("I", (passage.number for passage in document.passages if passage.kind == "notice"))
    parts = (len(notices).to_bytes(4), notices.tobytes(), starts.tobytes())
    division = hashlib.sha256(b"".join((document.digest.encode(), *parts)))
    return DocumentKey(division.hexdigest(), len(document.text) + 1)


def fingerprint(documents: Iterable[DocumentKey], known_words: Iterable[str]) -> bytes:
    """Return 32 bytes that are the same only for tables that would be the same.

    They depend on the documents, the words that are kept whole, the tables of the language, what cuts it
    into words, and `ENGINE`.
    """
    parts = [
        f"{ENGINE} {_language()} {segmenter_version()}".encode(),
        "".join(f"{key.hash} {key.length}\n" for key in documents).encode(),
        *(word.encode("utf-8", "surrogatepass") for word in sorted(known_words)),
    ]
    digest = hashlib.sha256(struct.pack(f"<{len(parts)}Q", *map(len, parts)))
    for part in parts:
        digest.update(part)
    return digest.digest()


@cache
def _language() -> int:
    return zlib.crc32(b"".join(path.read_bytes() for path in sorted(FOLDER.glob("*.txt"))))
