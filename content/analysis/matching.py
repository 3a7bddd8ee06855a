"""Many words at once: the longest one at each place, whatever its script, case, width and spacing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product
from typing import TYPE_CHECKING

from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

# What goes on with a Latin word or a number: such a word is found whole or not at all.
_LETTERS = frozenset(
    chain("0123456789abcdefghijklmnopqrstuvwxyz_", map(chr, chain(range(0xDF, 0xF7), range(0xF8, 0x250))))
)
# Where a writer may or may not put a space: between Chinese characters and Latin letters or digits.
_SEAM = re.compile(r"(?<=[\u3400-\u9fff])(?=[0-9a-z])|(?<=[0-9a-z])(?=[\u3400-\u9fff])")
# Up to this many Latin letters a word counts only as written or in capitals: FiT is a department, fit a verb.
_SHORT = 3


@dataclass(frozen=True)
class Matcher:
    """Finds `words` in a text; a place where one of the longer `exceptions` stands gives nothing.

    Case, width, script (繁 or 简) and the kind of space are folded. Spaces inside a word, and where Chinese
    and Latin meet, are optional. Latin words match only between boundaries.
    """

    words: tuple[str, ...]
    exceptions: tuple[str, ...] = ()

    def find(self, text: str, folded: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and word of each match in reading order; matches never overlap.

        `folded` is `fold(text)`, made once by the caller; offsets are those of both. Where several words fold
        to the same form, the first of `words` is given.
        """
        done, forms = 0, self._forms
        for candidate in self._first.finditer(folded):
            start = candidate.start()
            if start < done:
                continue
            for form, word in forms.get(folded[start : start + 2]) or forms.get(candidate[0]) or ():
                end = start + len(form)
                if folded.startswith(form, start) and _stands_alone(folded, start, end):
                    if word is not None and self._is_meant(word, text[start:end]):
                        yield start, end, word
                    done = end
                    break

    def _is_meant(self, word: str, written: str) -> bool:
        return word not in self._as_written or written in self._as_written[word]

    @cached_property
    def _as_written(self) -> dict[str, frozenset[str]]:
        short = (word for word in self.words if word.isascii() and word.isalpha() and len(word) <= _SHORT)
        return {word: frozenset((word, word.upper())) for word in short}

    @cached_property
    def _forms(self) -> dict[str, list[tuple[str, str | None]]]:
        """What to look for by the first two characters, or one, the longest first; an exception is None."""
        word_of: dict[str, str | None] = {}
        for word in self.words:
            for form in _spacings(word):
                word_of.setdefault(form, word)
        for word in self.exceptions:
            word_of.update((form, None) for form in _spacings(word) if form not in word_of)
        forms: dict[str, list[tuple[str, str | None]]] = {}
        for form in sorted(word_of, key=lambda form: -len(form)):
            if len(form) > 1:
                forms.setdefault(form[:2], []).append((form, word_of[form]))
        single = {form: (form, word_of[form]) for form in word_of if len(form) == 1}
        for beginning, found in forms.items():
            if beginning[0] in single:
                found.append(single[beginning[0]])
        return {**forms, **{form: [found] for form, found in single.items()}}

    @cached_property
    def _first(self) -> re.Pattern[str]:
        first = re.escape("".join({form[0]: None for form in self._forms}))
        return re.compile(f"[{first}]" if first else "(?!)")


def _spacings(word: str) -> Iterator[str]:
    """Yield a word with and without each of its optional spaces."""
    pieces = _SEAM.sub(" ", " ".join(fold(word).split())).split(" ")
    for spaces in product(("", " "), repeat=len(pieces) - 1):
        yield "".join(piece + space for piece, space in zip(pieces, (*spaces, ""), strict=True))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether no Latin word or number that begins or ends the stretch goes on beyond it."""
    before = start and _is_letter(text[start]) and _is_letter(text[start - 1])
    after = end < len(text) and _is_letter(text[end - 1]) and _is_letter(text[end])
    return not before and not after


def _is_letter(character: str) -> bool:
    return character in _LETTERS
