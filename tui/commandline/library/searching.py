"""`library search`: one query asked of all documents."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from content.library.across import LibrarySearch
from content.library.edited_labels import edited_labels
from content.library.places import cache_folder
from content.library.present import present_documents
from content.search import Result
from tui.commandline.library import listing, records
from tui.commandline.library.opening import DONE, NOTHING, opened_library, refuse_unreadable
from tui.commandline.naming import lexicon_of_reader
from tui.commandline.output import write_json, write_lines
from tui.commandline.problems import CommandLineError
from tui.commandline.progress import progress
from tui.commandline.words import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Document
    from content.library.known_labels import KnownLabels
    from content.library.records import Entry
    from content.search import Hit
    from tui.commandline.options import Request
    from tui.strings import Language


@dataclass(frozen=True, slots=True)
class InDocument:
    """What was found in a document: the hits that are listed, best first, and how many passages in all.

    `place` is the document's index among those searched.
    """

    place: int
    entry: Entry
    document: Document
    hits: tuple[Hit, ...]
    passages: int


def run(request: Request, language: Language) -> int:
    """Find a query in all documents."""
    query, limit = request.query(1), request.number("--limit")
    if len(request.words) > 2:
        raise CommandLineError("usage.too_many", word=request.words[2])
    with opened_library(language) as library:
        entries, documents = present_documents(library)
        if not documents:
            refuse_unreadable(library, language)
        known = edited_labels(cache_folder(), lexicon_of_reader(language), library)
    result = _find(query, documents, known, language) if documents else Result(query, (), 0, 0)
    passages = Counter(hit.document for hit in result.hits)
    result = replace(result, hits=result.hits[:limit])
    listed: dict[int, list[Hit]] = {}
    for hit in result.hits:
        listed.setdefault(hit.document, []).append(hit)
    found = [
        InDocument(place, entries[place], documents[place], tuple(hits), passages[place])
        for place, hits in listed.items()
    ]
    if request.has("--json"):
        write_json(records.search(query, result, found))
    elif documents:
        write_lines(listing.search(query, result, found, len(passages), language))
    else:
        write_lines([phrase(language, "library.none")])
    return DONE if found else NOTHING


def _find(query: str, documents: Sequence[Document], known: KnownLabels, language: Language) -> Result:
    """Find all that there is, with an index that is built where it is not there."""
    with closing(LibrarySearch(documents, cache_folder(), known=known)) as across:
        with progress(language) as show:
            across.prepare(show("library.indexing"))
        result = across.find(query, sum(len(each.passages) for each in documents))
        if not result.counted:
            total, occurrences = across.count(query)
            result = replace(result, total=total, occurrences=occurrences, counted=True)
        return result
