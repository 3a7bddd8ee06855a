"""A document cut into words for its analysis: in one way, so that the same is found whoever does it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from content.search import SearchIndex
from content.search.fingerprint import document_key, fingerprint
from content.search.stored import StoredError, read_tables

if TYPE_CHECKING:
    from pathlib import Path

    from content.chinese.segmentation import Segmenter
    from content.document import Document


@cache
def known_words() -> frozenset[str]:
    """Return the words that a segmenter for `cut` keeps whole: those that a search in one document does."""
    return SearchIndex([]).known_words


def cut(document: Document, segmenter: Segmenter) -> dict[int, list[str]]:
    """Return the words of each passage that is analysed, by its number."""
    return {each.number: segmenter.cut(each.text) for each in document.passages if each.kind != "notice"}


def cut_before(document: Document, tables: Path) -> dict[int, list[str]] | None:
    """Return what `cut` would from the tables of a search; None where a file has none of this document."""
    try:
        marks = read_tables(tables, fingerprint([document_key(document)], known_words())).marks
    except StoredError:
        return None
    if len(marks) <= len(document.text):
        return None
    return {
        each.number: _marked(document.text, marks, each.start, each.end)
        for each in document.passages
        if each.kind != "notice"
    }


def _marked(text: str, marks: bytes, start: int, end: int) -> list[str]:
    """Return the words of a stretch of text, by the marks of where each begins."""
    begins = [place for place in range(start, end) if marks[place]]
    return [text[first:last] for first, last in pairwise([*begins, end])]
