"""Many files put into the library, going on past those that cannot be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.library.folders import contents_of
from content.library.opening import STANDARD_INPUT
from content.library.reopening import open_anew
from content.reading.errors import ReadingError
from content.shelf import ShelfError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from content.library.library import Library
    from content.library.records import Outcome


@dataclass(frozen=True, slots=True)
class Report:
    """What became of files: so many new documents, changed ones, and the same as before.

    `problems` has each path that could not be read, and why; `passed_over` counts what is in the folders
    beside documents.
    """

    added: int
    changed: int
    same: int
    problems: tuple[tuple[str, ReadingError], ...]
    passed_over: int


class AddingError(ShelfError):
    """The library could not be written any more; `report` has what became of the files before."""

    def __init__(self, cause: ShelfError, report: Report) -> None:
        super().__init__(cause.reason, cause.detail)
        self.report = report


def add_files(
    library: Library,
    paths: Sequence[str],
    *,
    encoding: str | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Report:
    """Put the documents of files, and of the files in folders, into the library; `-` is standard input.

    A file that is as it was when it was last read is not read again, unless `encoding` says how. Each
    document is kept at once: whatever ends this leaves those before it. `on_progress` is told how many files
    are done, and of how many. When `cancelled` tells so, it ends after the present file.

    Raises AddingError where the library cannot be written; ReadingError where there is no such encoding.
    """
    contents = contents_of(paths, cancelled)
    outcomes: Counter[Outcome] = Counter()
    problems = list(contents.problems)

    def report() -> Report:
        counts = outcomes["new"], outcomes["changed"], outcomes["same"]
        return Report(*counts, tuple(problems), contents.passed_over)

    for done, path in enumerate(contents.files):
        if cancelled and cancelled():
            break
        if on_progress:
            on_progress(done, len(contents.files))
        try:
            outcomes[_add(library, path, encoding)] += 1
        except ReadingError as error:
            if error.reason == "unknown_encoding":
                raise  # of none of the files
            problems.append((path, error))
        except ShelfError as error:
            raise AddingError(error, report()) from error
    else:
        if on_progress:
            on_progress(len(contents.files), len(contents.files))
    return report()


def _add(library: Library, path: str, encoding: str | None) -> Outcome:
    if path != STANDARD_INPUT and encoding is None and library.unchanged(path):
        return "same"
    opened = open_anew(path, encoding=encoding)
    if not opened.is_new:
        return "same"  # the bundled edition is there always
    return library.add(opened.document, opened.path, opened.state).outcome
