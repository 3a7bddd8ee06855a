"""The helper process that cuts texts into words: `python -P -m content.chinese.worker`.

Loading the dictionary in a thread would hold up the screen for a quarter of a second. The first frame
on standard input is `{"words": [to be kept whole], "cache": folder or null}`; each later one is a list of
texts, answered by a list of the lengths of their words. The process ends with its standard input.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from content.chinese.frames import FrameError, read_frame, write_frame

if TYPE_CHECKING:
    from content.chinese.segmentation import Segmenter


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more, or until nobody reads the answers."""
    try:
        settings = read_frame(requests)
        if settings is None:
            return
        segmenter = _segmenter(settings)
        while (texts := read_frame(requests)) is not None:
            write_frame(answers, [[len(word) for word in segmenter.cut(text)] for text in texts])
    except (FrameError, OSError):
        return


def _segmenter(settings: dict[str, list[str] | str | None]) -> Segmenter:
    from content.chinese.segmentation import make_segmenter

    cache = settings["cache"]
    return make_segmenter(settings["words"] or (), Path(cache) if isinstance(cache, str) else None)


def main() -> None:
    """Serve on the process's own standard streams, out of the way of whatever prints."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if hasattr(os, "nice"):
        os.nice(5)  # the screen comes first
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
