"""The helper process that finds everything in documents: `python -P -m content.library.analyst`.

A request is a frame `{"digest", "edition": whether it is, "tables": file of the search's tables or null,
"cache": folder of the dictionary, the findings and the library's names, "config": folder of `themes.toml`},
then frames of the layout as `storing` writes it and of the text, each with an empty one at the end. The
answers are `[done, of]`, and at last the file that was written, "" where it cannot be. The process ends
with its standard input.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from content.analysis.findings import STEPS, analyse
from content.analysis.warming import warm_up
from content.chinese.frames import FrameError, read_frame, write_frame
from content.lexicon import bundled_lexicon
from content.library.cutting import cut, cut_before, known_words
from content.library.findings_file import findings_path, read_findings, write_findings
from content.library.lexicon import reader_lexicon
from content.library.names_file import names_file, packed
from content.library.storing import document_from

if TYPE_CHECKING:
    from content.chinese.segmentation import Segmenter
    from content.document import Document
    from content.lexicon import Lexicon
    from content.library.label_file import LabelFile

_CUT = 1  # steps before those of the analysis: the words


def answer(request: dict[str, Any], requests: BinaryIO, answers: BinaryIO) -> None:
    """Find everything in the document of a request and write it. Raises FrameError, OSError."""
    layout, text = _long(requests), _long(requests)
    document = document_from(request["digest"], text, layout)
    if document is None:
        raise FrameError("the text of a document is not the one that was meant")
    document = replace(document, edition=request["edition"])

    def tell(done: int) -> None:
        write_frame(answers, [done, _CUT + STEPS])

    tell(0)
    folder, lexicon = Path(request["cache"]), reader_lexicon(Path(request["config"])).lexicon
    path = findings_path(document, lexicon, folder)
    findings = read_findings(path, document)
    if findings is None:
        words = _words(document, request)
        tell(_CUT)
        findings = analyse(document, lexicon, words, lambda step: tell(_CUT + step))
        try:
            write_findings(path, findings)
        except OSError:
            write_frame(answers, "")
            return
    _names(folder, lexicon).write({document.digest: packed(findings, document.date)})
    write_frame(answers, str(path))


def _long(requests: BinaryIO) -> str:
    """Return what came in several frames."""
    pieces = []
    while piece := read_frame(requests):
        pieces.append(piece)
    return "".join(pieces)


@lru_cache(maxsize=1)
def _names(folder: Path, lexicon: Lexicon) -> LabelFile:
    """Return the names of the library: the same for all documents, so that the file is looked at once."""
    return names_file(folder, lexicon)


def _words(document: Document, request: dict[str, Any]) -> dict[int, list[str]]:
    """Return the words of each passage by its number: those of the search where it has them of this text."""
    words = cut_before(document, Path(request["tables"])) if request["tables"] else None
    return cut(document, _segmenter(Path(request["cache"]))) if words is None else words


@cache
def _segmenter(folder: Path) -> Segmenter:
    """Load the dictionary once for all documents."""
    from content.chinese.segmentation import make_segmenter

    return make_segmenter(sorted(known_words()), folder)


def main() -> None:
    """Answer on the process's own standard streams, out of the way of whatever prints."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    warm_up(bundled_lexicon())  # it may be started before there is anything to do
    gc.disable()  # one document after the other, and nearly all that is made is kept until it is written
    with suppress(FrameError, OSError):
        while request := read_frame(sys.stdin.buffer):
            answer(request, sys.stdin.buffer, answers)
            gc.collect()


if __name__ == "__main__":
    main()
