"""Where known forms of names stand in a text: all of them found in one going through."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from content.analysis.entities.candidate import Candidate
    from content.analysis.entities.cut_text import CutText

_LONG = 4  # characters: so many stand together by no chance, whatever the cutter made of them


class Forms:
    """Folded forms of two characters or more, looked for together."""

    def __init__(self, forms: Mapping[str, object]) -> None:
        by_beginning: dict[str, list[str]] = defaultdict(list)
        for form in sorted((form for form in forms if len(form) > 1), key=len, reverse=True):
            by_beginning[form[:2]].append(form)
        self._by_beginning = dict(by_beginning)
        first = "".join(sorted({re.escape(beginning[0]) for beginning in by_beginning}))
        self._first = re.compile(f"[{first}]" if first else "(?!)")

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and form of each place, of those that begin together the longest first."""
        for found in self._first.finditer(folded):
            start = found.start()
            for form in self._by_beginning.get(folded[start : start + 2], ()):
                if folded.startswith(form, start):
                    yield start, start + len(form), form


def spread(cut: CutText, forms: Mapping[str, Candidate]) -> Iterator[Candidate]:
    """Yield the candidate of each folded form wherever that stands as words of its own."""
    for start, end, form in Forms(forms).find(cut.folded):
        apart = cut.stands_apart(start, end) or end - start >= _LONG
        if apart and is_whole(cut.folded, start, end):
            yield replace(forms[form], start=start, end=end)


def is_whole(folded: str, start: int, end: int) -> bool:
    """Tell whether no Latin word or number goes on beyond either end of a stretch."""
    before, after = folded[start - 1 : start] if start else "", folded[end : end + 1]
    return not (_joins(before, folded[start]) or _joins(folded[end - 1], after))


def _joins(left: str, right: str) -> bool:
    return left.isascii() and left.isalnum() and right.isascii() and right.isalnum()
