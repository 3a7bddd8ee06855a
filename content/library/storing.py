"""A document as it is stored: its text, and how that is divided, in JSON."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import Any, get_args

from content.document import Document, Kind, Passage, Section
from content.scrub import scrub_line

_KINDS = frozenset(get_args(Kind))


def layout_of(document: Document) -> str:
    """Return everything about a document but its text."""
    return json.dumps(
        {
            "title": document.title,
            "byline": document.byline,
            "source": document.source,
            "date": document.date,
            "retold_writer": document.retold_writer,
            "removed": document.removed,
            "replaced": document.replaced,
            "passages": [
                [each.kind, each.section, each.start, each.end, int(each.continues)]
                for each in document.passages
            ],
            "sections": [asdict(each) for each in document.sections],
        },
        ensure_ascii=False,
    )


def document_from(digest: str, text: str, layout: str) -> Document | None:
    """Put a document together again; None where what is stored is damaged."""
    if hashlib.sha256(text.encode("utf-8", "replace")).hexdigest() != digest:
        return None
    try:
        document = _document(text, json.loads(layout))
    except (ValueError, TypeError, KeyError, AttributeError):  # whatever is not what was written
        return None
    document.__dict__["digest"] = digest  # it was just computed
    return document


def _document(text: str, stored: dict[str, Any]) -> Document:
    """Put a document together; raises one of several errors where the parts do not fit."""
    passages = tuple(
        Passage(number, text[start:end], _kind(kind), section, start, end, bool(continues))
        for number, (kind, section, start, end, continues) in enumerate(stored["passages"], 1)
    )
    sections = tuple(Section(**(each | {"title": scrub_line(each["title"])})) for each in stored["sections"])
    reached = 0
    for passage in passages:
        if not (reached <= passage.start <= passage.end <= len(text)):
            raise ValueError(passage.number)
        if not (1 <= passage.section <= len(sections)):
            raise ValueError(passage.section)
        reached = passage.end
    if not passages:
        raise ValueError("no passages")
    return Document(
        scrub_line(stored["title"]),
        text,
        passages,
        sections,
        byline=tuple(scrub_line(name) for name in stored["byline"]),
        source=_line(stored["source"]),
        date=_line(stored["date"]),
        retold_writer=_line(stored["retold_writer"]),
        removed=tuple(scrub_line(line) for line in stored["removed"]),
        replaced=int(stored["replaced"]),
    )


def _kind(kind: str) -> Kind:
    if kind not in _KINDS:
        raise ValueError(kind)
    return kind  # type: ignore[return-value]  # it is one of them


def _line(value: str | None) -> str | None:
    return None if value is None else scrub_line(value)
