"""What tells search tables that are kept from those of other texts, or made in another way."""

from __future__ import annotations

import hashlib
import struct
import zlib
from array import array
from functools import cache
from typing import TYPE_CHECKING

from content.chinese.segmentation import segmenter_version
from content.chinese.tables import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.search.corpus import Corpus

ENGINE = 2
"""Another number for tables that mean something else than those made before."""


def fingerprint(corpus: Corpus, known_words: Iterable[str]) -> bytes:
    """Return 32 bytes that are the same only for tables that would be the same.

    They depend on the texts, how they are divided, the words that are kept whole, the tables of the
    language, what cuts it into words, and `ENGINE`.
    """
    passages = enumerate(passage for document in corpus.documents for passage in document.passages)
    notices = array("I", (index for index, passage in passages if passage.kind == "notice"))
    parts = [
        f"{ENGINE} {_language()} {segmenter_version()}".encode(),
        *(document.digest.encode() for document in corpus.documents),
        array("I", corpus.starts).tobytes(),
        notices.tobytes(),
        *(word.encode("utf-8", "surrogatepass") for word in sorted(known_words)),
    ]
    digest = hashlib.sha256(struct.pack(f"<{len(parts)}Q", *map(len, parts)))
    for part in parts:
        digest.update(part)
    return digest.digest()


@cache
def _language() -> int:
    return zlib.crc32(b"".join(path.read_bytes() for path in sorted(FOLDER.glob("*.txt"))))
