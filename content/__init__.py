"""Chinese text taken apart: the public face, each name imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from content.document import Document, Passage, Section, Span
    from content.library.opening import open_document
    from content.library.search import SearchIndex
    from content.reading.errors import ReadingError
    from content.search import Hit

__all__ = ["Document", "Hit", "Passage", "ReadingError", "SearchIndex", "Section", "Span", "open_document"]

_HOMES = {
    "Document": "content.document",
    "Passage": "content.document",
    "Section": "content.document",
    "Span": "content.document",
    "Hit": "content.search",
    "SearchIndex": "content.library.search",
    "ReadingError": "content.reading.errors",
    "open_document": "content.library.opening",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
