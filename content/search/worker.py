"""The helper process that makes the tables of a search: `python -P -m content.search.worker`.

The first frame on standard input is `{"words": [to be kept whole], "cache": folder of the dictionary or
null, "path": file to write, "fingerprint": in hexadecimal, "documents": how many, "base": tables to extend or
null}`. A base is `{"path", "fingerprint", "documents": how many of all it has, "gone": [[start, end] of each
stretch of its text that is to be taken out]}`, and is answered by whether it can be used. Then lists of
passages follow, of the documents that it has not, each passage `[number of its document from 0, its kind, its
text]`, and an empty list ends them. The answers are `[done, of]`, from 0 to all, and `"written"` at last. The
process ends with its standard input.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from content.chinese.frames import FrameError, read_frame, write_frame
from content.document import Document, Passage
from content.search.beside import beside
from content.search.boundaries import Boundaries
from content.search.corpus import Corpus
from content.search.tables import SearchTables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from content.chinese.segmentation import Segmenter
    from content.search.numbers import NumberTable
    from content.search.postings import Postings
    from content.search.stored import StoredTables

ALL = 100
_A_WHILE = 0.1  # seconds between two answers while words are cut


class _Done(NamedTuple):
    """How many hundredths of the work are done when a step is, measured at 1,000,000 characters."""

    loaded: int
    cut: int
    vocabulary: int
    rest: int


_BY_JIEBA, _BY_RJIEBA = _Done(5, 80, 96, 98), _Done(20, 45, 90, 95)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: `settings` as they came, documents with all that the tables need of them, a base."""

    settings: dict[str, Any]
    corpus: Corpus
    base: StoredTables | None


def read_request(requests: BinaryIO, answers: BinaryIO) -> Request | None:
    """Read what is asked for, None where nothing is. Raises FrameError; OSError when nobody listens."""
    settings = read_frame(requests)
    if settings is None:
        return None
    base, count = None, settings["documents"]
    if settings["base"]:
        base = _read_base(settings["base"])
        write_frame(answers, base is not None)
    if base:
        count -= settings["base"]["documents"]
    return Request(settings, Corpus(_documents(count, _passages(requests))), base)


def _read_base(named: dict[str, Any]) -> StoredTables | None:
    from content.search.stored import StoredError, read_tables

    try:
        return read_tables(Path(named["path"]), bytes.fromhex(named["fingerprint"]))
    except StoredError:
        return None


def make_rest(corpus: Corpus) -> tuple[Postings, Postings, NumberTable]:
    """Make what needs no words to be cut: the postings of sounds and of initials, and the numbers."""
    tables = SearchTables(corpus, Boundaries(corpus))
    return tables.sounds, tables.initials, tables.numbers


def answer(
    request: Request, rest: Callable[[], tuple[Postings, Postings, NumberTable]], answers: BinaryIO
) -> None:
    """Make the tables and write them, telling how far that is. Raises OSError, also when nobody listens.

    `rest` gives what `make_rest` made, perhaps elsewhere.
    """
    from content.search.joining import join, without
    from content.search.stored import write_tables

    def tell(done: int) -> None:
        write_frame(answers, [done, ALL])

    tell(0)
    made = request.base
    if made is None:
        made = _made(request, rest, tell)
    else:
        for start, end in reversed(request.settings["base"]["gone"]):
            made = without(made, start, end)
        if request.corpus.documents:
            made = join(made, _made(request, rest, tell))
    write_tables(Path(request.settings["path"]), bytes.fromhex(request.settings["fingerprint"]), made)
    tell(ALL)
    write_frame(answers, "written")


def _made(
    request: Request,
    rest: Callable[[], tuple[Postings, Postings, NumberTable]],
    tell: Callable[[int], None],
) -> StoredTables:
    """Make the tables of the documents that were sent."""
    from content.chinese.segmentation import JiebaSegmenter, make_segmenter
    from content.search.stored import all_tables

    settings, corpus = request.settings, request.corpus
    cache = settings["cache"]
    segmenter = make_segmenter(settings["words"], Path(cache) if cache else None)
    done = _BY_JIEBA if isinstance(segmenter, JiebaSegmenter) else _BY_RJIEBA
    tell(done.loaded)
    boundaries = Boundaries(corpus)
    share = done.cut - done.loaded
    boundaries.set_words(_cut(corpus, segmenter, lambda part: tell(done.loaded + int(share * part))))
    tell(done.cut)
    tables = SearchTables(corpus, boundaries)
    tables.vocabulary  # noqa: B018 - makes it
    tell(done.vocabulary)
    tables.sounds, tables.initials, tables.numbers = rest()
    tell(done.rest)
    return all_tables(corpus, boundaries, tables)


def _cut(corpus: Corpus, segmenter: Segmenter, tell: Callable[[float], None]) -> Iterator[list[str]]:
    """Cut every passage into words, and tell now and then which part of them is cut."""
    told = time.monotonic()
    for place in corpus.places():
        yield segmenter.cut(place.passage.text)
        if time.monotonic() - told > _A_WHILE:
            tell(place.end / corpus.bases[-1])
            told = time.monotonic()


def _passages(requests: BinaryIO) -> Iterator[tuple[int, str, str]]:
    while passages := read_frame(requests):
        yield from passages


def _documents(count: int, passages: Iterable[tuple[int, str, str]]) -> list[Document]:
    """Put documents together, of which only what the tables are made of is known; some may be empty."""
    made: list[list[Passage]] = [[] for _ in range(count)]
    for document, kind, text in passages:
        before = made[document]
        start = before[-1].end + 1 if before else 0
        before.append(Passage(len(before) + 1, text, kind, 1, start, start + len(text)))  # type: ignore[arg-type]  # the kinds of our own documents
    return [Document("", "\n".join(each.text for each in some), tuple(some), ()) for some in made]


def _end_with(descriptor: int, path: Path) -> None:
    """Wait until nobody is at the other end any more, and end the process."""
    with suppress(OSError):
        os.read(descriptor, 1)
        path.unlink(missing_ok=True)
    os._exit(1)


def main() -> None:
    """Answer on the process's own standard streams, out of the way of whatever prints."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    gc.disable()  # nearly all that is made is kept: looking for what is not takes a fifth of the time
    with suppress(FrameError, OSError):
        request = read_request(sys.stdin.buffer, answers)
        if request:
            rest = beside(partial(make_rest, request.corpus))  # before there is a second thread
            path = Path(request.settings["path"])
            threading.Thread(target=_end_with, args=(sys.stdin.fileno(), path), daemon=True).start()
            answer(request, rest, answers)


if __name__ == "__main__":
    main()
