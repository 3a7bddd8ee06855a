"""Bookmarks in the W3C Web Annotation model, as JSON-LD: nothing is lost on the way out and in.

https://www.w3.org/TR/annotation-model/ Our own fields stand under `tencent-explorer`, beside the standard's.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.shelf.exporting.excerpt import Excerpt

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = "tencent-explorer"
ID, SOURCE = "urn:tencent-explorer:bookmark:", "urn:sha256:"


def write_annotations(excerpts: Sequence[Excerpt]) -> str:
    """Return a page of annotations (Web Annotation Data Model, 5.2)."""
    page = {
        "@context": CONTEXT,
        "type": "AnnotationPage",
        "items": [_annotation(excerpt) for excerpt in excerpts],
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _annotation(excerpt: Excerpt) -> dict[str, Any]:
    bookmark, document = excerpt.bookmark, excerpt.document
    bodies: list[dict[str, str]] = []
    if bookmark.note:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": bookmark.note})
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in bookmark.tags]
    return {
        "id": f"{ID}{bookmark.id}",
        "type": "Annotation",
        "motivation": "commenting" if bookmark.note else "bookmarking",
        "created": bookmark.created,
        "modified": bookmark.modified,
        "body": bodies,
        "target": {
            "source": f"{SOURCE}{bookmark.document}",
            "selector": [
                {"type": "TextPositionSelector", "start": bookmark.start, "end": bookmark.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": bookmark.quote,
                    "prefix": bookmark.prefix,
                    "suffix": bookmark.suffix,
                },
            ],
        },
        OWN: {
            "passage": bookmark.passage,
            "section": bookmark.section,
            "colour": bookmark.colour,
            "title": document.title,
            "byline": document.byline,
            "source": document.source,
            "date": document.date,
            "edition": document.edition,
            "origin": excerpt.origin,
        },
    }
