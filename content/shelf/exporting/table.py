"""Bookmarks as CSV with the columns that Readwise imports."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.shelf.exporting.excerpt import Excerpt

# https://docs.readwise.io/readwise/docs/importing-highlights/csv
COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
# A spreadsheet takes what begins so for a formula (OWASP, CSV Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write_table(excerpts: Sequence[Excerpt]) -> str:
    """Return a row a bookmark. Tags stand at the head of the note as `.tag`, as Readwise reads them.

    What a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in _row(excerpt)] for excerpt in excerpts)
    return out.getvalue()


def _row(excerpt: Excerpt) -> tuple[str, ...]:
    bookmark, document = excerpt.bookmark, excerpt.document
    tags = " ".join("." + "_".join(tag.split()) for tag in bookmark.tags)
    return (
        bookmark.quote,
        document.title,
        "、".join(document.byline) or excerpt.origin,
        "",
        "\n".join(filter(None, (tags, bookmark.note))),
        str(excerpt.passage),
        bookmark.created[:19].replace("T", " "),
    )


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
