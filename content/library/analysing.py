"""What is found in documents: from the cache, or found in another process and put there."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from content.chinese.helper import HelperError, HelperProcess
from content.library.findings_file import findings_mark, findings_path, read_findings
from content.library.indexing import stored_path
from content.library.lexicon import reader_lexicon
from content.library.storing import layout_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from content.analysis.findings import Findings
    from content.document import Document
    from content.search import SearchIndex

_CHARACTERS_A_FRAME = 60_000  # so that none keeps the screen waiting


class Analysing:
    """Finds everything in one document after the other. `find` blocks; `close` ends it from any thread."""

    def __init__(self, cache_folder: Path, config_folder: Path, niceness: int = 5) -> None:
        self._cache, self._config = cache_folder, config_folder
        self._lexicon = reader_lexicon(config_folder).lexicon
        self._helper = HelperProcess("content.library.analyst", niceness)

    @cached_property
    def mark(self) -> str:
        """Another one where documents are analysed in another way, or with another lexicon."""
        return findings_mark(self._lexicon)

    def has(self, document: Document) -> bool:
        """Tell whether everything was found in a document before; whether that can be read is not tried."""
        return findings_path(document, self._lexicon, self._cache).is_file()

    def known(self, document: Document) -> Findings | None:
        """Return what was found in a document before, None where it has to be looked for."""
        return read_findings(findings_path(document, self._lexicon, self._cache), document)

    def find(
        self,
        document: Document,
        index: SearchIndex | None = None,
        on_progress: Callable[[int, int], None] = lambda *_: None,
    ) -> Findings:
        """Find everything in a document as `put` does, and return it."""
        findings = read_findings(self.put(document, index, on_progress), document)
        if findings is None:
            raise HelperError("nonsense")
        return findings

    def put(
        self,
        document: Document,
        index: SearchIndex | None = None,
        on_progress: Callable[[int, int], None] = lambda *_: None,
    ) -> Path:
        """Find everything in a document in the other process, keep it in the cache, and return the file.

        `index` is the document's; where its tables are in the cache the words are taken from there. Those of
        another document are passed over.
        `on_progress` is told how much is done, and of how much. Raises HelperError, also when `close` is
        called meanwhile or nothing can be kept; OSError where no process can be had.
        """
        path = findings_path(document, self._lexicon, self._cache)
        tables = stored_path(index, self._cache) if index else None
        self._cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._helper.start()
        self._helper.send(
            {
                "digest": document.digest,
                "layout": layout_of(document),
                "edition": document.edition,
                "tables": str(tables) if tables and tables.is_file() else None,
                "cache": str(self._cache),
                "config": str(self._config),
                "path": str(path),
            }
        )
        for frame in _frames(document.text):
            self._helper.send(frame)
        self._helper.send("")
        while (answer := self._helper.receive()) != "written":
            match answer:
                case [int(done), int(total)]:
                    on_progress(done, total)
                case _:
                    raise HelperError("nonsense")
        return path

    def close(self) -> None:
        """End the process if it runs, and start none."""
        with suppress(OSError):
            self._helper.close()


def _frames(text: str) -> Iterator[str]:
    for start in range(0, len(text), _CHARACTERS_A_FRAME):
        yield text[start : start + _CHARACTERS_A_FRAME]
