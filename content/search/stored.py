"""Search tables in a file: made once for a text, and in place in a blink ever after.

A file holds a head, then the parts one behind the other. Numbers are four bytes each in the byte order of
the machine. A file that was made for other documents, by another version, on another kind of machine, or
that is damaged, is refused: it can be made again.
"""

from __future__ import annotations

import os
import struct
import zlib
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.search.numbers import NumberTable
from content.search.postings import Postings
from content.search.strings import Strings, in_strings
from content.search.symbols import INITIALS, SOUNDS
from content.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path

    from content.search.boundaries import Boundaries
    from content.search.corpus import Corpus
    from content.search.tables import SearchTables

Reason: TypeAlias = Literal["missing", "foreign", "damaged"]

_PARTS = 13
_MARK = b"TEXP\r\n\x1a\n"  # as in PNG's: shows a file that was copied as text
_BYTE_ORDER = 0x01020304
# The mark, the byte order, the fingerprint, the length of each part in bytes; behind it its own checksum
# and that of the parts (CRC-32).
_HEAD = struct.Struct(f"=8sI32s{_PARTS}Q")
_CHECKSUMS = struct.Struct("=II")
_NUMBER = array("I").itemsize
_CODING = "utf-16-le", "surrogatepass"  # read faster than UTF-8 where nearly all is Chinese


class StoredError(Exception):
    """Stored tables cannot be used; `reason` is one of a closed set."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"stored search tables: {reason}")
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class StoredTables:
    """All that is made of a corpus: its folded text, where words begin, and what places are looked up by."""

    text: str
    marks: bytes
    sounds: Postings
    initials: Postings
    vocabulary: Vocabulary
    numbers: NumberTable


def all_tables(corpus: Corpus, boundaries: Boundaries, tables: SearchTables) -> StoredTables:
    """Return all that is made of a corpus; makes what was not made yet."""
    vocabulary = tables.vocabulary  # first: without words it has them cut
    marks = bytes(boundaries.marks)
    return StoredTables(corpus.text, marks, tables.sounds, tables.initials, vocabulary, tables.numbers)


def write_tables(path: Path, made_of: bytes, tables: StoredTables) -> None:
    """Write tables whose fingerprint is `made_of`. Raises OSError."""
    vocabulary = tables.vocabulary
    words, keys = in_strings(vocabulary.words), in_strings(vocabulary.keys)
    parts = [
        tables.text.encode(*_CODING),
        tables.marks,
        *(
            numbers.tobytes()
            for postings in (tables.sounds, tables.initials)
            for numbers in (postings.starts, postings.offsets)
        ),
        words.data,
        words.starts.tobytes(),
        array("I", vocabulary.counts).tobytes(),
        keys.data,
        keys.starts.tobytes(),
        array("I", vocabulary.owners).tobytes(),
        tables.numbers.to_bytes(),
    ]
    head = _HEAD.pack(_MARK, _BYTE_ORDER, made_of, *map(len, parts))
    checksum = 0
    for part in parts:
        checksum = zlib.crc32(part, checksum)
    with path.open("wb") as file:
        file.write(head)
        file.write(_CHECKSUMS.pack(zlib.crc32(head), checksum))
        file.writelines(parts)


def read_tables(path: Path, made_of: bytes) -> StoredTables:
    """Read tables whose fingerprint is `made_of`. Raises StoredError."""
    try:
        if not path.is_file():  # a pipe would keep whoever reads it waiting
            raise StoredError("missing")
        with path.open("rb") as file:
            lengths, checksum = _read_head(file, made_of)
            parts = _Parts(file, lengths)
            tables = StoredTables(
                parts.data().decode(*_CODING),
                parts.data(),
                Postings(parts.numbers(), parts.numbers()),
                Postings(parts.numbers(), parts.numbers()),
                Vocabulary(parts.words(), parts.numbers(), parts.words(), parts.numbers()),
                NumberTable.from_bytes(memoryview(parts.data())),
            )
    except OSError:
        raise StoredError("missing") from None
    except ValueError:
        raise StoredError("damaged") from None
    if parts.checksum != checksum or not _fit(tables):
        raise StoredError("damaged")
    return tables


def _read_head(file: BufferedReader, made_of: bytes) -> tuple[list[int], int]:
    """Return the length of each part and the checksum of all. Raises StoredError."""
    head, checksums = file.read(_HEAD.size), file.read(_CHECKSUMS.size)
    if not head.startswith(_MARK) or len(checksums) < _CHECKSUMS.size:
        raise StoredError("foreign")
    of_head, of_parts = _CHECKSUMS.unpack(checksums)
    if zlib.crc32(head) != of_head:
        raise StoredError("damaged")
    _, byte_order, made, *lengths = _HEAD.unpack(head)
    if byte_order != _BYTE_ORDER or made != made_of:
        raise StoredError("foreign")
    if sum(lengths, len(head) + len(checksums)) != os.fstat(file.fileno()).st_size:
        raise StoredError("damaged")
    return lengths, of_parts


class _Parts:
    """Reads one part after the other, and sums them up."""

    def __init__(self, file: BufferedReader, lengths: list[int]) -> None:
        self._file = file
        self._lengths = iter(lengths)
        self.checksum = 0

    def data(self) -> bytes:
        """Read a part."""
        data = self._file.read(next(self._lengths))
        self.checksum = zlib.crc32(data, self.checksum)
        return data

    def numbers(self) -> array[int]:
        """Read a part of numbers into the place where they stay."""
        numbers = array("I", [0]) * (next(self._lengths) // _NUMBER)
        self._file.readinto(numbers)
        self.checksum = zlib.crc32(numbers, self.checksum)
        return numbers

    def words(self) -> Strings:
        """Read two parts: words, and where each begins."""
        return Strings(self.data(), self.numbers())


def _fit(tables: StoredTables) -> bool:
    """Tell whether the parts fit one another, as far as that is quick to tell."""
    for postings, keys in ((tables.sounds, SOUNDS**2), (tables.initials, INITIALS**3)):
        if len(postings.starts) != keys + 1 or postings.starts[-1] != len(postings.offsets):
            return False
    vocabulary = tables.vocabulary
    for words, numbers in ((vocabulary.words, vocabulary.counts), (vocabulary.keys, vocabulary.owners)):
        if len(words) != len(numbers):
            return False
    return len(tables.marks) == len(tables.text) + 1
