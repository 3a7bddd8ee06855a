"""The index of a search in the cache: found there, or built in another process and put there.

A file for each text, as `content.search.stored` writes it. Whatever cannot be read or written is only slower.
"""

from __future__ import annotations

import os
import stat
import tempfile
import time
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from content.chinese.helper import HelperError, HelperProcess
from content.library.places import is_file
from content.search.stored import StoredError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from content.document import Document
    from content.search import SearchIndex

_ENDING = ".search"
_UNFINISHED = ".unfinished"
# A frame holds about so many characters, so that none keeps the screen waiting.
_CHARACTERS_A_FRAME = 60_000
# Texts of so many characters are cut into words in the time that the dictionary takes to load.
_SHORT = 100_000
_MOST_BYTES = 500_000_000
_ABANDONED_SECONDS = 24 * 3600


def stored_path(index: SearchIndex, folder: Path) -> Path:
    """Return the file in a cache folder that holds the tables of an index, whether it is there or not."""
    return tables_path(folder, index.fingerprint)


def tables_path(folder: Path, fingerprint: bytes) -> Path:
    """Return the file in a cache folder that holds the tables with a fingerprint."""
    return folder / f"{fingerprint.hex()}{_ENDING}"


def load_index(index: SearchIndex, folder: Path) -> bool:
    """Take over the tables of an index from the cache; False where it has none that can be used."""
    path = stored_path(index, folder)
    if not is_file(path):  # a pipe would keep whoever reads it waiting
        return False
    try:
        index.load(path)
    except StoredError:
        return False
    with suppress(OSError):
        os.utime(path)  # what is used stays longest
    return True


def store_index(index: SearchIndex, folder: Path) -> bool:
    """Put the tables of an index into the cache, making what was not made yet; False where that fails."""
    try:
        with _unfinished(folder) as path:
            index.store(path)
            _keep(path, stored_path(index, folder))
    except OSError:
        return False
    return True


def store_if_nearly_made(index: SearchIndex, documents: Sequence[Document], folder: Path) -> bool:
    """Put the tables of an index into the cache where most of the work for them is done in this process.

    That is the cutting into words, and for short texts the loading of the dictionary.
    """
    from content.chinese.segmentation import dictionary_is_loaded

    short = sum(len(document.text) for document in documents) <= _SHORT
    return (index.has_words or (short and dictionary_is_loaded())) and store_index(index, folder)


@dataclass(frozen=True, slots=True)
class Base:
    """Tables in the cache that are made already for so many of the first documents of an index.

    `gone` are the stretches `[start, end)` of their text that are to be taken out first, in reading order.
    """

    path: Path
    fingerprint: bytes
    documents: int
    gone: tuple[tuple[int, int], ...] = ()


class IndexBuilder:
    """Builds the index of documents in another process. `build` blocks; `close` ends it from any thread."""

    def __init__(self, index: SearchIndex, documents: Sequence[Document], folder: Path) -> None:
        self._index = index
        self._documents = documents
        self._folder = folder
        self._helper = HelperProcess("content.search.worker")

    def build(self, on_progress: Callable[[int, int], None] | None = None, base: Base | None = None) -> None:
        """Build the tables, take them over, and keep them in the cache if they can be kept.

        Only what a base has not is made, if it can be used. `on_progress` is told how much is done, and of
        how much. Raises HelperError, also when `close` is called meanwhile; OSError where no process or no
        file can be had; StoredError.
        """
        with ExitStack() as stack:
            try:
                path = stack.enter_context(_unfinished(self._folder))
            except OSError:
                path = stack.enter_context(_unfinished(None))
            stack.callback(self.close)  # before the file is removed
            self._helper.start()
            self._ask(path, base)
            while (answer := self._helper.receive()) != "written":
                done, total = _progress(answer)
                if on_progress:
                    on_progress(done, total)
            self._index.load(path)
            with suppress(OSError):
                _keep(path, stored_path(self._index, self._folder))

    def close(self) -> None:
        """End the process if it runs, and start none."""
        self._helper.close()

    def _ask(self, path: Path, base: Base | None) -> None:
        """Say what is to be made, and send what the process cannot take from the base."""
        named = base and {
            "path": str(base.path),
            "fingerprint": base.fingerprint.hex(),
            "documents": base.documents,
            "gone": base.gone,
        }
        self._helper.send(
            {
                "words": sorted(self._index.known_words),
                "cache": str(self._folder),
                "path": str(path),
                "fingerprint": self._index.fingerprint.hex(),
                "documents": len(self._documents),
                "base": named,
            }
        )
        first = base.documents if base and self._helper.receive() else 0
        for frame in _frames(self._documents[first:]):
            self._helper.send(frame)
        self._helper.send([])


def _progress(answer: object) -> tuple[int, int]:
    match answer:
        case [int(done), int(total)]:
            return done, total
    raise HelperError("nonsense")


def _frames(documents: Sequence[Document]) -> Iterator[list[tuple[int, str, str]]]:
    """Yield all passages in lists of some, each with the index of its document and its kind."""
    frame: list[tuple[int, str, str]] = []
    characters = 0
    for index, document in enumerate(documents):
        for passage in document.passages:
            frame.append((index, passage.kind, passage.text))
            characters += len(passage.text)
            if characters > _CHARACTERS_A_FRAME:
                yield frame
                frame, characters = [], 0
    if frame:
        yield frame


def write_whole(path: Path, data: bytes) -> None:
    """Write a file of the cache that others see complete or not at all. Raises OSError."""
    with _unfinished(path.parent) as unfinished:
        unfinished.write_bytes(data)
        unfinished.replace(path)


@contextmanager
def _unfinished(folder: Path | None) -> Iterator[Path]:
    """Make an empty file that only its owner can read, and remove it at last.

    Without a folder it stands among the system's temporary files.
    """
    if folder:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(suffix=_UNFINISHED, dir=folder)
    os.close(handle)
    path = Path(name)
    try:
        yield path
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _keep(path: Path, final: Path) -> None:
    """Put a finished file in its place, all at once; drop what was used longest ago where it gets much."""
    path.replace(final)
    for used, _, left in _files(final.parent, _UNFINISHED):
        if time.time() - used > _ABANDONED_SECONDS:
            left.unlink(missing_ok=True)
    taken = 0
    for _, size, each in sorted(_files(final.parent, _ENDING), reverse=True):
        taken += size
        if taken > _MOST_BYTES and each != final:
            each.unlink(missing_ok=True)


def _files(folder: Path, ending: str) -> list[tuple[float, int, Path]]:
    """Return when each file was last used, its bytes and its path; what is no file is somebody else's."""
    found = []
    for path in folder.glob(f"*{ending}"):
        with suppress(OSError):  # it has gone meanwhile, or leads nowhere
            told = path.lstat()
            if stat.S_ISREG(told.st_mode):
                found.append((told.st_mtime, told.st_size, path))
    return found
