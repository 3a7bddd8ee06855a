"""What `--json` prints: the shapes that scripts rely on, as plain dictionaries.

Offsets count characters inside a passage's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from content.document import Span
from content.shelf import Anchoring

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.analysis.names import NameFinding
    from content.document import Document
    from content.search.hits import Hit, Result
    from content.shelf import Bookmark, KeptDocument

Record: TypeAlias = dict[str, Any]


def inside(document: Document, passage: int, span: Span) -> tuple[int, int]:
    """Return a span of the document's text as offsets in the text of one of its passages, cut to it."""
    around = document.passages[passage - 1]
    start = min(max(span.start, around.start), around.end)
    end = min(max(span.end, start), around.end)
    return start - around.start, end - around.start


def outline(document: Document) -> Record:
    """Return the shape of `outline`."""
    return {
        "title": document.title,
        "byline": document.byline,
        "source": document.source,
        "date": document.date,
        "edition": document.edition,
        "sections": [
            {
                "number": section.number,
                "title": section.title,
                "level": section.level,
                "derived": section.derived,
                "first": section.first,
                "last": section.last,
            }
            for section in document.sections
        ],
        "passages": [
            {"number": passage.number, "section": passage.section, "kind": passage.kind, "text": passage.text}
            for passage in document.passages
        ],
        "removed": document.removed,
    }


def search(document: Document, query: str, result: Result) -> Record:
    """Return the shape of `search`; `total` and `occurrences` count all, `hits` the listed ones."""
    return {
        "query": query,
        "total": result.total,
        "occurrences": result.occurrences,
        "hits": [hit(document, each) for each in result.hits],
        "edition": document.edition,
    }


def hit(document: Document, found: Hit) -> Record:
    """Return the shape of a hit in a document."""
    passage = document.passages[found.passage - 1]
    return {
        "passage": passage.number,
        "section": passage.section,
        "score": found.score,
        "match": found.match,
        "weak": found.weak,
        "text": passage.text,
        "spans": [inside(document, passage.number, span) for span in found.spans],
    }


def entities(document: Document, found: Sequence[NameFinding]) -> Record:
    """Return the shape of `entities`."""
    return {
        "entities": [
            {
                "name": name.name,
                "kind": name.kind,
                "aliases": name.aliases,
                "role": name.role,
                "english": name.english,
                "count": name.count,
                "confidence": name.confidence,
                "mentions": [
                    {
                        "passage": mention.passage,
                        **dict(
                            zip(
                                ("start", "end"), inside(document, mention.passage, mention.span), strict=True
                            )
                        ),
                        "text": mention.text,
                    }
                    for mention in name.mentions
                ],
            }
            for name in found
        ]
    }


MENTION_COLUMNS = (
    "kind",
    "name",
    "text",
    "passage",
    "start",
    "end",
    "role",
    "aliases",
    "count",
    "confidence",
)


def mentions(document: Document, found: Sequence[NameFinding]) -> Iterator[tuple[object, ...]]:
    """Yield a row for each mention of each name, in the order of `MENTION_COLUMNS`."""
    for name in found:
        for mention in name.mentions:
            start, end = inside(document, mention.passage, mention.span)
            yield (
                *(name.kind, name.name, mention.text, mention.passage, start, end),
                *(name.role, name.aliases, name.count, name.confidence),
            )


def bookmarks(
    kept: Sequence[Bookmark], known: dict[str, KeptDocument], document: Document | None = None
) -> Record:
    """Return the shape of `bookmarks`, with what is known of the documents they stand in.

    With a document each is looked for in its text; without one it is taken to stand where it was made.
    """
    anchoring = Anchoring(document.text) if document else None
    return {
        "bookmarks": [
            {
                "id": bookmark.id,
                "document": bookmark.document,
                **_where(bookmark, document, anchoring),
                "quote": bookmark.quote,
                "note": bookmark.note,
                "tags": bookmark.tags,
                "colour": bookmark.colour,
                "created": bookmark.created,
                "title": known[bookmark.document].title if bookmark.document in known else "",
                "edition": bookmark.document in known and known[bookmark.document].edition,
            }
            for bookmark in kept
        ]
    }


def _where(bookmark: Bookmark, document: Document | None, anchoring: Anchoring | None) -> Record:
    """Return the passage, the offsets inside it, and in which state the bookmark is."""
    anchor = anchoring.attach(bookmark) if anchoring else None
    if document and anchor and anchor.state != "lost":
        passage = document.passage_at(anchor.start)
        start, end = inside(document, passage.number, Span(anchor.start, anchor.end))
        return {"passage": passage.number, "start": start, "end": end, "state": anchor.state}
    # A bookmark's stretch is a whole passage where no text tells.
    return {
        "passage": bookmark.passage,
        "start": 0,
        "end": bookmark.end - bookmark.start,
        "state": anchor.state if anchor else "ok",
    }
