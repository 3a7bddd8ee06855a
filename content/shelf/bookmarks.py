"""Bookmarks in the store: making, listing, changing, taking away and giving back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from content.scrub import scrub, scrub_line
from content.shelf import notes
from content.shelf.records import Bookmark, later, new_id, now, words_from_json, words_to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from content.document import Document, Passage, Span

CONTEXT = 32
"""Characters kept before and after a quote, to tell it from the same words elsewhere."""

_COLUMNS = """id, document, passage, start_offset, end_offset, quote, prefix, suffix, section, note, tags,
colour, created, modified"""
_FIELDS = Bookmark.__slots__
_TAGS = _FIELDS.index("tags")
_MARKS = ", ".join("?" * len(_FIELDS))
# S608 in both: only our own column names are put together.
SELECT = f"SELECT {_COLUMNS} FROM bookmark"  # noqa: S608
_PUT = f"INSERT INTO bookmark ({_COLUMNS}) VALUES ({_MARKS})"  # noqa: S608


def bookmark_of(document: Document, passage: Passage, span: Span | None = None) -> Bookmark:
    """Make the bookmark of a passage, or of a span that begins in it, not stored yet."""
    text, moment = document.text, now()
    start, end = (span.start, span.end) if span else (passage.start, passage.end)
    return Bookmark(
        id=new_id(),
        document=document.digest,
        passage=passage.number,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        section=document.section_of(passage).title,
        note="",
        tags=(),
        colour=None,
        created=moment,
        modified=moment,
    )


def moved(bookmark: Bookmark, misread: Document, document: Document) -> Bookmark:
    """Return a bookmark as that of the passage which stands in another reading of the same bytes.

    That is the one of the same number where both readings have as many, else the one as far on.
    """
    if len(misread.passages) == len(document.passages):
        passage = document.passages[misread.passage_at(bookmark.start).number - 1]
    else:
        share = bookmark.start / max(1, len(misread.text))
        passage = document.passage_at(round(share * len(document.text)))
    made = bookmark_of(document, passage)
    kept = {name: getattr(bookmark, name) for name in ("id", "note", "tags", "colour", "created")}
    return replace(made, **kept)


def from_row(row: Sequence[Any]) -> Bookmark:
    """Read a stored bookmark back, scrubbed: somebody else may have written the file."""
    together = "\n".join(value for value in row if isinstance(value, str))
    if scrub(together).text != together:  # once for all is quicker, and nearly always enough
        row = [_safe(value) if isinstance(value, str) else value for value in row]
    values = list(row)
    values[_TAGS] = words_from_json(values[_TAGS])
    return Bookmark(*values)


def find(connection: sqlite3.Connection, identity: str) -> Bookmark | None:
    """Return the bookmark with that id, or None."""
    row = connection.execute(f"{SELECT} WHERE id = ?", (identity,)).fetchone()
    return row and from_row(row)


def find_at(connection: sqlite3.Connection, bookmark: Bookmark) -> Bookmark | None:
    """Return the bookmark that stands at the very stretch of another, or None."""
    row = connection.execute(
        f"{SELECT} WHERE document = ? AND start_offset = ? AND end_offset = ?",
        (bookmark.document, bookmark.start, bookmark.end),
    ).fetchone()
    return row and from_row(row)


def put(connection: sqlite3.Connection, bookmark: Bookmark) -> Bookmark:
    """Store a bookmark and return what is stored.

    Where the same stretch of the same text is kept already, that bookmark stays, and takes over what it
    lacks of the note and the tags: never two on one stretch, and never a word lost.
    """
    bookmark = _clean(bookmark)
    kept = find_at(connection, bookmark)
    if kept is None:
        return _write(connection, bookmark)
    merged = replace(
        kept,
        note=kept.note if bookmark.note in kept.note else f"{kept.note}\n\n{bookmark.note}".lstrip("\n"),
        tags=tuple(dict.fromkeys((*kept.tags, *bookmark.tags))),
        colour=kept.colour or bookmark.colour,
    )
    return kept if merged == kept else _write(connection, replace(merged, modified=later(kept.modified)))


def change(connection: sqlite3.Connection, identity: str, **fields: Any) -> Bookmark | None:
    """Put other fields in the place of a bookmark's; return it, or None where it is gone."""
    bookmark = find(connection, identity)
    return bookmark and _write(
        connection, _clean(replace(bookmark, **fields, modified=later(bookmark.modified)))
    )


def take_over(connection: sqlite3.Connection, bookmark: Bookmark) -> bool:
    """Store a bookmark that was made elsewhere; True where it is one more here.

    Of the same one the later state stays, and a note that gives way to it as a copy. Where that is at the
    stretch of another one here, both become one, as `put` has it.
    """
    kept = find(connection, bookmark.id)
    if kept is None:
        return put(connection, bookmark).id == bookmark.id
    if bookmark.modified > kept.modified:
        remove(connection, kept.id)
        stored = put(connection, bookmark)
        if kept.note not in stored.note:
            notes.keep_copy(connection, stored.id, kept.note)
    return False


def remove(connection: sqlite3.Connection, identity: str) -> Bookmark | None:
    """Take a bookmark away; return what it was, or None where it is gone already."""
    bookmark = find(connection, identity)
    connection.execute("DELETE FROM bookmark WHERE id = ?", (identity,))
    return bookmark


def _write(connection: sqlite3.Connection, bookmark: Bookmark) -> Bookmark:
    """Insert, or replace by id; what stands at the same stretch by another id is an error, never replaced."""
    values = [getattr(bookmark, name) for name in _FIELDS]
    values[_TAGS] = words_to_json(bookmark.tags)
    connection.execute("INSERT OR IGNORE INTO document (digest) VALUES (?)", (bookmark.document,))
    connection.execute("DELETE FROM bookmark WHERE id = ?", (bookmark.id,))
    connection.execute(_PUT, values)
    return bookmark


def _clean(bookmark: Bookmark) -> Bookmark:
    """Scrub what the reader typed; a tag is one line, and said once."""
    tags = (scrub_line(tag).strip() for tag in bookmark.tags)
    return replace(
        bookmark, note=scrub(bookmark.note).text, tags=tuple(dict.fromkeys(tag for tag in tags if tag))
    )


def _safe(text: str) -> str:
    """Scrub a piece from inside a text: U+FEFF at its start is no byte order mark."""
    return scrub(f".{text}").text[1:]
