"""Archives from outside (EPUB, DOCX): only what is asked for is inflated, and never more than a limit."""

from __future__ import annotations

import stat
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from content.reading.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ENTRIES = 10_000
LARGEST_ENTRY = 16 * 1024 * 1024
LARGEST_WHOLE = 256 * 1024 * 1024
"""In bytes, as they are really inflated; what an archive says of itself is not believed."""

_ENCRYPTED, _UTF8 = 0x1, 0x800
_BOMB = 100  # times its packed size: what grows so much is no picture or font that is simply large
_BLOCK = 256 * 1024
_READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """A ZIP file in memory, whose entries are read by their path.

    Raises ReadingError: damaged, unsafe (too many entries, a symlink, a path that leads out), too_large (an
    entry that nothing but a bomb would have, whether it is asked for or not).
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._inflated_before = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, IndexError) as error:
            raise ReadingError("damaged", name) from error
        listed = self._zip.infolist()
        if len(listed) > MOST_ENTRIES:
            raise ReadingError("unsafe", name, f"> {MOST_ENTRIES:,}")
        bombs = 0
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in listed:
            path = entry.filename.replace("\\", "/")
            if path.startswith("/") or ".." in path.split("/") or stat.S_ISLNK(entry.external_attr >> 16):
                raise ReadingError("unsafe", name)
            if entry.file_size > _BOMB * entry.compress_size:
                bombs += entry.file_size
                self._refuse(entry.file_size, LARGEST_ENTRY)
                self._refuse(bombs, LARGEST_WHOLE)
            for each in _spellings(path, entry):
                self._entries.setdefault(each, entry)
        self._folded = {path.casefold(): path for path in self._entries}

    def __contains__(self, path: str) -> bool:
        return self._found(path) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def read(self, path: str) -> bytes:
        """Inflate an entry; its path may differ in case from what the archive lists, as on some systems.

        Raises ReadingError: damaged (not there, or broken), encrypted, too_large.
        """
        entry = self._found(path)
        if entry is None or entry.compress_type not in _READ:
            raise ReadingError("damaged", self._name)
        if entry.flag_bits & _ENCRYPTED:
            raise ReadingError("encrypted", self._name)
        try:
            return self._inflated(entry)
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError) as error:
            raise ReadingError("damaged", self._name) from error

    def _inflated(self, entry: zipfile.ZipInfo) -> bytes:
        inflated = bytearray()
        with self._zip.open(entry) as opened:
            while block := opened.read(_BLOCK):
                inflated += block
                self._refuse(len(inflated), LARGEST_ENTRY)
                self._refuse(self._inflated_before + len(inflated), LARGEST_WHOLE)
        self._inflated_before += len(inflated)
        return bytes(inflated)

    def _refuse(self, size: int, limit: int) -> None:
        if size > limit:
            raise ReadingError("too_large", self._name, f"> {limit // 1024 // 1024} MiB")

    def _found(self, path: str) -> zipfile.ZipInfo | None:
        return self._entries.get(path) or self._entries.get(self._folded.get(path.casefold(), ""))


def _spellings(path: str, entry: zipfile.ZipInfo) -> list[str]:
    """Return how an entry's path may be meant: programs of old wrote Chinese names without saying so."""
    if path.isascii() or entry.flag_bits & _UTF8:
        return [path]
    raw = path.encode("cp437", "replace")
    return [path, *(raw.decode(each, "replace") for each in ("utf-8", "gb18030"))]
