"""The helper process that finds everything in documents: `python -P -m content.library.analyst`.

A request is a frame `{"digest", "edition": whether it is, "tables": file of the search's tables or null,
"cache": folder of the dictionary and of the library's names, "config": folder of `themes.toml`, "path": file
to write}`, then frames of the layout as `storing` writes it and of the text, each with an empty one at the
end. The answers are `[done, of]` and `"written"` at last. The process ends with its standard input.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from content.analysis.findings import STEPS, analyse
from content.chinese.frames import FrameError, read_frame, write_frame
from content.library.findings_file import read_findings, write_findings
from content.library.lexicon import reader_lexicon
from content.library.names_file import names_file, packed
from content.library.storing import document_from
from content.search import SearchIndex
from content.search.stored import StoredError, read_tables

if TYPE_CHECKING:
    from content.chinese.segmentation import Segmenter
    from content.document import Document

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
    path, lexicon = Path(request["path"]), reader_lexicon(Path(request["config"])).lexicon
    findings = read_findings(path, document)
    if findings is None:
        words = _words(document, request)
        tell(_CUT)
        findings = analyse(document, lexicon, words, lambda step: tell(_CUT + step))
        write_findings(path, findings)
    names_file(Path(request["cache"]), lexicon).add({document.digest: packed(findings)})
    write_frame(answers, "written")


def _long(requests: BinaryIO) -> str:
    """Return what came in several frames."""
    pieces = []
    while piece := read_frame(requests):
        pieces.append(piece)
    return "".join(pieces)


def _words(document: Document, request: dict[str, Any]) -> dict[int, list[str]]:
    """Return the words of each passage by its number: those of the search where it has them of this text."""
    if request["tables"]:
        with suppress(StoredError):
            marks = read_tables(Path(request["tables"]), SearchIndex(document).fingerprint).marks
            if len(marks) > len(document.text):
                return {
                    each.number: _marked(document.text, marks, each.start, each.end)
                    for each in document.passages
                }
    segmenter = _segmenter(Path(request["cache"]))
    return {each.number: segmenter.cut(each.text) for each in document.passages}


@cache
def _segmenter(folder: Path) -> Segmenter:
    """Load the dictionary once for all documents."""
    from content.chinese.segmentation import make_segmenter

    return make_segmenter((), folder)


def _marked(text: str, marks: bytes, start: int, end: int) -> list[str]:
    """Return the words of a stretch of text, by the marks of where each begins."""
    begins = [place for place in range(start, end) if marks[place]]
    return [text[first:last] for first, last in pairwise([*begins, end])]


def main() -> None:
    """Answer on the process's own standard streams, out of the way of whatever prints."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    gc.disable()  # one document after the other, and nearly all that is made is kept until it is written
    with suppress(FrameError, OSError):
        while request := read_frame(sys.stdin.buffer):
            answer(request, sys.stdin.buffer, answers)
            gc.collect()


if __name__ == "__main__":
    main()
