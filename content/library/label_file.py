"""A file in the cache with a record for each document: written bit by bit, read at once.

A record is a mark of what it was made with, the document's digest, the length of its data and a checksum of
all that; then the data. Reading ends where a record is damaged, and the next writing mends that. Whatever
cannot be read or written is only slower.
"""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from content.library.indexing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MARK_BYTES = 8
_HEAD = struct.Struct(f"<{MARK_BYTES}s32sI")
_CHECKSUM = struct.Struct("<I")


class LabelFile:
    """The records in a file that have a mark of `MARK_BYTES` bytes, by digest in hexadecimal."""

    def __init__(self, path: Path, mark: bytes) -> None:
        self._path = path
        self._mark = mark
        self._sound = False

    @cached_property
    def records(self) -> dict[str, bytes]:
        """The data of each document."""
        written = b""
        with suppress(OSError):
            if self._path.is_file():  # a pipe would keep whoever reads it waiting
                written = self._path.read_bytes()
        records, read = {}, 0
        for mark, digest, data in _records(written):
            read += len(_record(mark, digest, data))
            if mark == self._mark:
                records[digest.hex()] = data
        own = sum(_HEAD.size + _CHECKSUM.size + len(data) for data in records.values())
        # Written anew where there is none, it is damaged, or most of it was made with something else.
        self._sound = 0 < read == len(written) <= 2 * own
        return records

    def add(self, found: Mapping[str, bytes]) -> None:
        """Take over more records, and write them if they can be written."""
        self.records.update(found)
        new = found if self._sound else self.records
        written = b"".join(_record(self._mark, bytes.fromhex(digest), data) for digest, data in new.items())
        with suppress(OSError):
            if self._sound:
                with self._path.open("ab") as file:
                    file.write(written)
            else:
                write_whole(self._path, written)
                self._sound = True


def _record(mark: bytes, digest: bytes, data: bytes) -> bytes:
    head = _HEAD.pack(mark, digest, len(data))
    return head + _CHECKSUM.pack(zlib.crc32(data, zlib.crc32(head))) + data


def _records(written: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield mark, digest and data of each record up to the first one that is damaged."""
    start, fixed = 0, _HEAD.size + _CHECKSUM.size
    while start + fixed <= len(written):
        mark, digest, length = _HEAD.unpack_from(written, start)
        (checksum,) = _CHECKSUM.unpack_from(written, start + _HEAD.size)
        data = written[start + fixed : start + fixed + length]
        if zlib.crc32(data, zlib.crc32(written[start : start + _HEAD.size])) != checksum:
            return
        yield mark, digest, data
        start += fixed + length
