"""Where known forms of names stand in a text: all of them found in one going through."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from content.analysis.entities.cut_text import CutText

_LONG = 4  # characters: so many stand together by no chance, whatever the cutter made of them


class Forms:
    """Folded forms of two characters or more, looked for together."""

    def __init__(self, forms: Mapping[str, object]) -> None:
        self._forms = frozenset(form for form in forms if len(form) > 1)
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self._forms:
            lengths[form[:2]].add(len(form))
        self._lengths = {beginning: sorted(found, reverse=True) for beginning, found in lengths.items()}
        first, second = (re.escape("".join({beginning[at]: None for beginning in lengths})) for at in (0, 1))
        self._beginning = re.compile(f"[{first}](?=[{second}])" if first else "(?!)")

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and form of each place, of those that begin together the longest first."""
        lengths, forms, last = self._lengths, self._forms, len(folded)
        for found in self._beginning.finditer(folded):
            start = found.start()
            for length in lengths.get(folded[start : start + 2], ()):
                end = start + length
                # One look-up a length: many forms may begin alike.
                if (form := folded[start:end]) in forms and end <= last:
                    yield start, end, form


def spread(cut: CutText, forms: Mapping[str, Candidate]) -> Iterator[Candidate]:
    """Yield the candidate of each folded form wherever that stands as words of its own."""
    for start, end, form in Forms(forms).find(cut.folded):
        apart = cut.stands_apart(start, end) or end - start >= _LONG
        if apart and is_whole(cut.folded, start, end):
            of = forms[form]
            yield Candidate(start, end, of.kind, of.confidence, of.name, of.listed)


def is_whole(folded: str, start: int, end: int) -> bool:
    """Tell whether no Latin word or number goes on beyond either end of a stretch."""
    before, after = folded[start - 1 : start] if start else "", folded[end : end + 1]
    return not (_joins(before, folded[start]) or _joins(folded[end - 1], after))


def _joins(left: str, right: str) -> bool:
    return left.isascii() and left.isalnum() and right.isascii() and right.isalnum()
