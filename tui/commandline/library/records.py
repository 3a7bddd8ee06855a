"""What the commands of the library print with `--json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commandline.problems import file_sentence
from tui.commandline.records import hit as hit_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.library.adding import Report
    from content.library.records import Entry
    from content.search import Result
    from tui.commandline.library.searching import InDocument
    from tui.commandline.records import Record
    from tui.strings import Language


def entry(listed: Entry) -> Record:
    """Return the shape of a document of the library."""
    return {
        "id": listed.id,
        "title": listed.title,
        "byline": listed.byline,
        "source": listed.source,
        "date": listed.date,
        "path": listed.path,
        "progress": listed.progress,
        "opened": listed.opened,
        "digest": listed.digest,
        "characters": listed.characters,
        "added": listed.added,
    }


def report(added: Report, language: Language) -> Record:
    """Return the shape of `library add`."""
    return {
        "added": added.added,
        "changed": added.changed,
        "same": added.same,
        "passed_over": added.passed_over,
        "problems": [
            {"path": path, "reason": error.reason, "message": file_sentence(path, error, language)}
            for path, error in added.problems
        ],
    }


def search(query: str, result: Result, found: Sequence[InDocument]) -> Record:
    """Return the shape of `library search`: that of `search`, with the id of each hit's document.

    `documents` are those with hits that are listed, in the order of their best; their `hits` count all.
    """
    by_place = {each.place: each for each in found}
    return {
        "query": query,
        "total": result.total,
        "occurrences": result.occurrences,
        "hits": [
            {"document": by_place[hit.document].entry.id, **hit_record(by_place[hit.document].document, hit)}
            for hit in result.hits
        ],
        "documents": [
            {"id": each.entry.id, "title": each.entry.title, "hits": each.passages} for each in found
        ],
    }
