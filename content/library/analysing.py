"""What is found in documents: from the cache, or found in another process and put there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from content.chinese.helper import HelperError, HelperProcess
from content.library.findings_file import findings_path, read_findings
from content.library.indexing import stored_path
from content.library.lexicon import reader_lexicon
from content.library.names_file import Analysed, analysed, given_up, names_file
from content.library.places import is_file
from content.library.storing import layout_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from content.analysis.findings import Findings
    from content.document import Document
    from content.library.label_file import LabelFile
    from content.search import SearchIndex

_CHARACTERS_A_FRAME = 60_000  # so that none keeps the screen waiting


class Analysing:
    """Finds everything in one document after the other. `find` blocks; `close` ends it from any thread.

    Each time with the lexicon that the reader has by then.
    """

    def __init__(self, cache_folder: Path, config_folder: Path, niceness: int = 5) -> None:
        self._cache, self._config = cache_folder, config_folder
        self._niceness = niceness
        self._helper = self._made()
        self._renewing = Lock()
        self._closed = False

    def _made(self) -> HelperProcess:
        return HelperProcess("content.library.analyst", self._niceness)

    def analysed(self) -> dict[str, Analysed]:
        """Return which documents were analysed, by digest; of what is damaged, nothing is known."""
        return {digest: analysed(record) for digest, record in self._names().records.items()}

    def give_up(self, document: Document) -> None:
        """Write down, if it can be written, that nothing can be looked for in a document."""
        self._names().write({document.digest: given_up(document.date)})

    def _names(self) -> LabelFile:
        return names_file(self._cache, reader_lexicon(self._config).lexicon)

    def known(self, document: Document) -> Findings | None:
        """Return what was found in a document before, None where it has to be looked for."""
        path = findings_path(document, reader_lexicon(self._config).lexicon, self._cache)
        return read_findings(path, document)

    def prepare(self) -> None:
        """Start the other process, so that it is ready for the first document when its words are known."""
        with suppress(OSError):  # whoever asks for something is told
            self._helper.start()

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
        called meanwhile; OSError where no process can be had or nothing can be kept.
        """
        helper = self._helper
        try:
            return self._put(helper, document, index, on_progress)
        except HelperError as error:
            if error.reason != "closed":
                self._renew(helper)
            raise

    def _put(
        self,
        helper: HelperProcess,
        document: Document,
        index: SearchIndex | None,
        on_progress: Callable[[int, int], None],
    ) -> Path:
        tables = stored_path(index, self._cache) if index else None
        self._cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        helper.start()
        helper.send(
            {
                "digest": document.digest,
                "edition": document.edition,
                "tables": str(tables) if tables and is_file(tables) else None,
                "cache": str(self._cache),
                "config": str(self._config),
            }
        )
        for long in (layout_of(document), document.text):
            for frame in _frames(long):
                helper.send(frame)
            helper.send("")
        while True:
            match helper.receive():
                case [int(done), int(total)]:
                    on_progress(done, total)
                case "":
                    raise OSError("what was found cannot be written")
                case str(path):
                    return Path(path)
                case _:
                    raise HelperError("nonsense")

    def _renew(self, helper: HelperProcess) -> None:
        """Have another process for the next document: it is not to die of what this one died of."""
        with self._renewing:
            if not self._closed:
                self._helper = self._made()
        with suppress(OSError):
            helper.close()

    def close(self) -> None:
        """End the process if it runs, and start none."""
        with self._renewing:
            self._closed = True
        with suppress(OSError):
            self._helper.close()


def _frames(text: str) -> Iterator[str]:
    for start in range(0, len(text), _CHARACTERS_A_FRAME):
        yield text[start : start + _CHARACTERS_A_FRAME]
