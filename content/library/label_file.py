"""A file in the cache with a record for each document: written bit by bit, read at once.

A record is a mark of what it was made with, the document's digest, the length of its data and a checksum of
all that; then the data. A record that is damaged is passed over, and is as good as never written. Several
programs may write at once: each adds at the end. Whatever cannot be read or written is only slower.
"""

from __future__ import annotations

import os
import struct
import zlib
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from content.library.indexing import write_whole
from content.library.places import is_file, is_there

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MARK_BYTES = 8
_HEAD = struct.Struct(f"<{MARK_BYTES}s32sI")
_CHECKSUM = struct.Struct("<I")
_FIXED = _HEAD.size + _CHECKSUM.size
_ADDING = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)


class LabelFile:
    """The records in a file that have a mark of `MARK_BYTES` bytes, by digest in hexadecimal."""

    def __init__(self, path: Path, mark: bytes) -> None:
        self._path = path
        self._mark = mark
        self._tidy = False

    @cached_property
    def records(self) -> dict[str, bytes]:
        """The data of each document."""
        return self._read()

    def add(self, found: Mapping[str, bytes]) -> None:
        """Take over more records, and write them if they can be written."""
        self.records.update(found)
        self.write(found)

    def write(self, found: Mapping[str, bytes]) -> None:
        """Write more records, if they can be written; those in the file are neither needed nor kept here."""
        written = b"".join(_record(self._mark, digest, data) for digest, data in found.items())
        with suppress(OSError):
            if is_there(self._path) and not is_file(self._path):  # a pipe would keep whoever writes waiting
                return
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._tidy_up()
            with os.fdopen(os.open(self._path, _ADDING, 0o600), "ab") as file:
                file.write(written)

    def _read(self) -> dict[str, bytes]:
        written = b""
        with suppress(OSError):
            if self._path.is_file():  # a pipe would keep whoever reads it waiting
                written = self._path.read_bytes()
        records = {
            digest.hex(): data for mark, digest, data in _records(written, self._mark) if mark == self._mark
        }
        own = sum(_FIXED + len(data) for data in records.values())
        self._tidy = len(written) <= 2 * own
        return records

    def _tidy_up(self) -> None:
        """Write the file anew where most of it is of no use here. Raises OSError.

        What another program adds in that very moment is lost: then it is made again.
        """
        if not self._tidy:
            records = self._read()
            if not self._tidy and is_file(self._path):
                write_whole(self._path, b"".join(_record(self._mark, *each) for each in records.items()))
            self._tidy = True


def _record(mark: bytes, digest: str, data: bytes) -> bytes:
    head = _HEAD.pack(mark, bytes.fromhex(digest), len(data))
    return head + _CHECKSUM.pack(zlib.crc32(data, zlib.crc32(head))) + data


def _records(written: bytes, own: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield mark, digest and data of each record that is whole.

    Behind one that is damaged, those with another mark than one's own are passed over, too.
    """
    start = 0
    while 0 <= start <= len(written) - _FIXED:
        mark, digest, length = _HEAD.unpack_from(written, start)
        (checksum,) = _CHECKSUM.unpack_from(written, start + _HEAD.size)
        end = start + _FIXED + length
        data = written[start + _FIXED : end]
        if (
            end > len(written)
            or zlib.crc32(data, zlib.crc32(written[start : start + _HEAD.size])) != checksum
        ):
            start = written.find(own, start + 1)
            continue
        yield mark, digest, data
        start = end
