"""Bookmarks in the W3C Web Annotation model, as JSON-LD: nothing is lost on the way out and in.

https://www.w3.org/TR/annotation-model/ Our own fields stand under `tencent-explorer`, beside the standard's.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from content.shelf.records import NO_EDITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.shelf.exporting.excerpt import Excerpt
    from content.shelf.records import Edits, NameEdit, OwnTheme

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = "tencent-explorer"
ID, SOURCE = "urn:tencent-explorer:bookmark:", "urn:sha256:"
NAME_ID, THEME_ID = "urn:tencent-explorer:name:", "urn:tencent-explorer:theme:"
EVERYWHERE = "urn:tencent-explorer:everywhere"


def write_annotations(excerpts: Sequence[Excerpt], edits: Edits = NO_EDITS) -> str:
    """Return a page of annotations (Web Annotation Data Model, 5.2): bookmarks, then what was changed."""
    items = [
        *map(_annotation, excerpts),
        *map(_name_edit, edits.names),
        *map(_theme, edits.themes),
    ]
    page = {"@context": CONTEXT, "type": "AnnotationPage", "items": items}
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


def _name_edit(edit: NameEdit) -> dict[str, Any]:
    """Return what was changed about a name; its target is a document as a whole, or every one."""
    return {
        "id": f"{NAME_ID}{edit.id}",
        "type": "Annotation",
        "motivation": "editing",
        "body": [{"type": "TextualBody", "purpose": "editing", "value": edit.value}],
        "target": f"{SOURCE}{edit.document}" if edit.document else EVERYWHERE,
        OWN: {"action": edit.action, "name": edit.name, "forms": edit.forms},
    }


def _theme(theme: OwnTheme) -> dict[str, Any]:
    return {
        "id": f"{THEME_ID}{quote(theme.id, safe='')}",
        "type": "Annotation",
        "motivation": "classifying",
        "modified": theme.modified,
        "body": [{"type": "TextualBody", "purpose": "classifying", "value": word} for word in theme.words],
        "target": EVERYWHERE,
        OWN: {"theme": theme.id, "name": theme.name},
    }
