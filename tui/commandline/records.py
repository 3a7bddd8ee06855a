"""What `--json` prints: the shapes that scripts rely on, as plain dictionaries.

Offsets count characters inside a passage's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.analysis.names import NameFinding
    from content.document import Document, Span
    from content.library.kept import Kept
    from content.library.placing import Placed
    from content.search.hits import Hit, Result

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


def bookmarks(kept: Sequence[Kept]) -> Record:
    """Return the shape of `bookmarks`, with what is known of the documents they stand in."""
    return {
        "bookmarks": [
            {
                "id": placed.bookmark.id,
                "document": placed.bookmark.document,
                **_where(placed, some.document),
                "quote": placed.bookmark.quote,
                "note": placed.bookmark.note,
                "tags": placed.bookmark.tags,
                "colour": placed.bookmark.colour,
                "created": placed.bookmark.created,
                "title": some.about.title,
                "edition": some.about.edition,
            }
            for some in kept
            for placed in some.placed
        ]
    }


def _where(placed: Placed, document: Document | None) -> Record:
    """Return the passage, the offsets inside it, and in which state the bookmark is."""
    if document and placed.span:
        start, end = inside(document, placed.passage, placed.span)
    else:  # where no text tells, the stretch is taken for a whole passage
        start, end = 0, placed.bookmark.end - placed.bookmark.start
    return {"passage": placed.passage, "start": start, "end": end, "state": placed.anchor.state}
