"""Documents made by hand, small enough to see through."""

from __future__ import annotations

from content.document import Document, Passage, Section


def document_of(*texts: str, title: str = "云上的集市", **fields: object) -> Document:
    """Make a document of body passages in one derived section."""
    passages, offset = [], 0
    for number, text in enumerate(texts, 1):
        passages.append(Passage(number, text, "body", 1, offset, offset + len(text)))
        offset += len(text) + 1
    section = Section(1, "引子", 1, derived=True, first=1, last=len(texts))
    return Document(title, "\n".join(texts), tuple(passages), (section,), **fields)  # type: ignore[arg-type]
