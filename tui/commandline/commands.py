"""The commands: each finds what was asked for and prints it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from content.library.opening import open_document
from content.library.places import cache_folder, data_folder, is_there
from content.library.reopening import Opened, open_anew
from tui.commandline import listing, records
from tui.commandline.output import write_json, write_lines
from tui.commandline.problems import CommandLineError
from tui.commandline.tables import write_csv

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Document
    from tui.commandline.options import Request
    from tui.strings import Language

FOUND, NOTHING = 0, 1
"""Exit codes: something was found or done; nothing was found."""


def outline(request: Request, language: Language) -> int:
    """List sections and passages."""
    document = open_named(request, request.words)
    if request.has("--json"):
        write_json(records.outline(document))
    else:
        write_lines(listing.outline(document, language))
    return FOUND


def search(request: Request, language: Language) -> int:
    """Find a query in a document."""
    query, words = request.query(0), request.words[1:]
    limit = request.number("--limit")
    if named := request.value("--in"):
        if words:
            raise CommandLineError("usage.two_files")
        words = (named,)
    document = open_named(request, words)

    from content.library.indexing import load_index, store_if_nearly_made
    from content.library.proposed_labels import LabelsWithProposed
    from content.library.search import SearchIndex
    from tui.commandline.naming import naming

    known = naming(document, words, language)
    labels = LabelsWithProposed(document, known.lexicon, lambda: known.names)
    index, most = SearchIndex(document, labels=labels), len(document.passages)
    stored = load_index(index, cache_folder())
    result = index.find(query, min(limit or most, most))
    if not result.counted:
        total, occurrences = index.count(query)
        result = replace(result, total=total, occurrences=occurrences, counted=True)
    if request.has("--json"):
        write_json(records.search(document, query, result))
    else:
        write_lines(listing.search(document, query, result, language))
    if not stored:
        store_if_nearly_made(index, [document], cache_folder())
    return FOUND if result.hits else NOTHING


def entities(request: Request, language: Language) -> int:
    """List the names in a document."""
    document = open_named(request, request.words)

    from tui.commandline.naming import naming

    found = naming(document, request.words, language).names
    if request.has("--json"):
        write_json(records.entities(document, found))
    elif request.has("--csv"):
        write_csv(records.MENTION_COLUMNS, records.mentions(document, found))
    else:
        write_lines(listing.entities(document, found, language))
    return FOUND if found else NOTHING


def open_named(request: Request, words: Sequence[str]) -> Document:
    """Open the one file that is named, as the reader put it right, or the edition."""
    return put_right(opened_named(request, words))


def opened_named(request: Request, words: Sequence[str]) -> Opened:
    """Open the one file that is named, as it reads now, or the edition."""
    if len(words) > 1:
        raise CommandLineError("usage.too_many", word=words[1])
    if not words:
        return Opened(open_document())
    return open_anew(words[0], encoding=request.value("--encoding"))


def put_right(opened: Opened) -> Document:
    """Return a document as the reader put it right."""
    if opened.document.edition or not is_there(data_folder() / "kept.db"):
        return opened.document

    from tui.keeping import Keeper

    with closing(Keeper(data_folder())) as keeper:
        return keeper.show(opened).document
