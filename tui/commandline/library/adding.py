"""`library add`: files and folders are read, kept, and made ready to be searched."""

from __future__ import annotations

import gc
from contextlib import closing
from typing import TYPE_CHECKING

from content.library.across import LibrarySearch
from content.library.adding import AddingError, add_files
from content.library.edited_labels import edited_labels
from content.library.places import cache_folder
from content.library.present import present_documents
from tui.commandline.library import listing, records
from tui.commandline.library.opening import BAD, DONE, NOTHING, opened_library
from tui.commandline.naming import lexicon_of_reader
from tui.commandline.output import complain, write_json, write_lines
from tui.commandline.problems import CommandLineError, file_sentence, not_kept
from tui.commandline.progress import progress
from tui.commandline.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from content.library.adding import Report
    from content.library.library import Library
    from tui.commandline.options import Request
    from tui.commandline.progress import Step
    from tui.strings import Language


def run(request: Request, language: Language) -> int:
    """Add documents, say what became of them, and which could not be read.

    Raises CommandLineError when all of that is said and the library could not be written to the end.
    """
    paths = request.words[1:]
    if not paths:
        raise CommandLineError("usage.library_add_what")
    gc.enable()  # thousands of pages leave more behind than there is room for
    with opened_library(language) as library:
        before, failure = len(library.entries()), None
        try:
            with progress(language) as show:
                report = add_files(
                    library, paths, encoding=request.value("--encoding"), on_progress=show("library.reading")
                )
                _make_searchable(library, show, language)
        except KeyboardInterrupt:
            kept = max(0, len(library.entries()) - before)
            complain(counted(language, "library.interrupted", kept), language)
            raise
        except AddingError as error:
            report, failure = error.report, not_kept(error, language, "library")
    if request.has("--json"):
        write_json(records.report(report, language))
    elif not failure or report.added or report.changed or report.same:
        write_lines(listing.report(report, language))
    for path, problem in report.problems:
        complain(file_sentence(path, problem, language), language)
    if failure:
        raise failure
    return _code(report)


def _make_searchable(library: Library, show: Callable[[str], Step], language: Language) -> None:
    """Build what search across the library needs, where it is not there."""
    indexing = show("library.indexing")
    indexing(0, 1)  # to read all texts back takes a moment already
    _, documents = present_documents(library)
    if documents:
        with closing(LibrarySearch(documents, cache_folder())) as search:
            search.prepare(indexing)
        known = edited_labels(cache_folder(), lexicon_of_reader(language), library)
        known.find_missing(documents, show("library.naming"))


def _code(report: Report) -> int:
    if report.problems:
        return BAD
    return DONE if report.added or report.changed or report.same else NOTHING
