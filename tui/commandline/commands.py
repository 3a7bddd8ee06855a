"""The commands: each finds what was asked for and prints it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.library.opening import open_document
from content.library.places import cache_folder, data_folder
from content.scrub import scrub_line
from content.shelf import Shelf, ShelfError
from tui.commandline import listing, records
from tui.commandline.options import as_text
from tui.commandline.output import write_json, write_lines
from tui.commandline.problems import CommandLineError, not_kept, not_read
from tui.commandline.words import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Document
    from tui.commandline.options import Request
    from tui.strings import Language

FOUND, NOTHING = 0, 1
"""Exit codes: something was found or done; nothing was found."""


def outline(request: Request, language: Language) -> int:
    """List sections and passages."""
    document = _document(request, request.words)
    if request.has("--json"):
        write_json(records.outline(document))
    else:
        write_lines(listing.outline(document, language))
    return FOUND


def search(request: Request, language: Language) -> int:
    """Find a query in a document."""
    if not request.words:
        raise CommandLineError("usage.query_missing")
    query, *words = scrub_line(as_text(request.words[0])), *request.words[1:]
    if not query.strip():
        raise CommandLineError("usage.query_empty")
    limit = request.number("--limit")
    if named := request.value("--in"):
        if words:
            raise CommandLineError("usage.two_files")
        words = [named]
    document = _document(request, words)

    from content.library.indexing import load_index, store_if_nearly_made
    from content.library.search import SearchIndex

    index, most = SearchIndex(document), len(document.passages)
    known = load_index(index, cache_folder())
    result = index.find(query, min(limit or most, most))
    if not result.counted:
        total, occurrences = index.count(query)
        result = replace(result, total=total, occurrences=occurrences, counted=True)
    if request.has("--json"):
        write_json(records.search(document, query, result))
    else:
        write_lines(listing.search(document, query, result, language))
    if not known:
        store_if_nearly_made(index, [document], cache_folder())
    return FOUND if result.hits else NOTHING


def entities(request: Request, language: Language) -> int:
    """List the names in a document."""
    document = _document(request, request.words)

    from content.analysis.names import find_names
    from content.lexicon import bundled_lexicon

    found = find_names(document, bundled_lexicon())
    if request.has("--json"):
        write_json(records.entities(document, found))
    else:
        write_lines(listing.entities(document, found, language))
    return FOUND if found else NOTHING


def themes(request: Request, language: Language) -> int:
    """List the themes of a document."""
    document = _document(request, request.words)

    from content.analysis.themes import find_themes
    from content.lexicon import bundled_lexicon

    found = find_themes(document, bundled_lexicon())
    if request.has("--json"):
        write_json(records.themes(found))
    else:
        write_lines(listing.themes(document, found, language))
    return FOUND if found else NOTHING


def bookmarks(request: Request, language: Language) -> int:
    """List bookmarks, or add one."""
    action, *words = request.words or ("list",)
    if action == "list":
        return _list_bookmarks(request, words, language)
    if action == "add":
        return _add_bookmark(request, words, language)
    raise CommandLineError("usage.bookmarks_action", word=action)


def _list_bookmarks(request: Request, words: Sequence[str], language: Language) -> int:
    document = _document(request, words) if words else None
    with Shelf(data_folder()) as shelf:
        kept, known = shelf.bookmarks(document.digest if document else None), shelf.documents()
        problem = shelf.problem
    if problem and not kept and problem.reason not in ("read_only", "full"):
        raise not_read(problem, language)
    if request.has("--json"):
        write_json(records.bookmarks(kept, known, document))
    else:
        write_lines(listing.bookmarks(kept, known, document, language))
    return FOUND if kept else NOTHING


def _add_bookmark(request: Request, words: Sequence[str], language: Language) -> int:
    number = request.number("--passage")
    if number is None:
        raise CommandLineError("usage.passage_missing")
    document = _document(request, words)
    if number > len(document.passages):
        raise CommandLineError("usage.passage_range", number=number, count=len(document.passages))
    note, tags = request.text("--note") or "", [as_text(tag) for tag in request.options.get("--tag", ())]
    with Shelf(data_folder()) as shelf:
        try:
            bookmark = shelf.add_bookmark(document, document.passages[number - 1], note=note, tags=tags)
        except ShelfError as error:
            raise not_kept(error, language) from error
        known = shelf.documents()
    if request.has("--json"):
        write_json(records.bookmarks([bookmark], known, document))
    else:
        added = phrase(language, "bookmarks.added", passage=number)
        write_lines([added, *listing.one_bookmark(bookmark, None, None, language)])
    return FOUND


def _document(request: Request, words: Sequence[str]) -> Document:
    """Open the one file that is named, or the edition."""
    if len(words) > 1:
        raise CommandLineError("usage.too_many", word=words[1])
    return open_document(words[0] if words else None, encoding=request.value("--encoding"))
