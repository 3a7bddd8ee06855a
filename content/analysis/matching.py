"""Many words at once: the longest one at each place, whatever its script, case, width and spacing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
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
            for pieces, word in forms.get(folded[start : start + 2]) or forms.get(candidate[0]) or ():
                if not folded.startswith(pieces[0], start):
                    continue
                end = _end(folded, start, pieces)
                if end and _stands_alone(folded, start, end):
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
    def _forms(self) -> dict[str, list[tuple[tuple[str, ...], str | None]]]:
        """What to look for by the first two characters, or one, the longest first; an exception is None."""
        word_of: dict[tuple[str, ...], str | None] = {}
        for word in self.words:
            word_of.setdefault(_pieces(word), word)
        for word in self.exceptions:
            word_of.setdefault(_pieces(word), None)
        forms: dict[str, list[tuple[tuple[str, ...], str | None]]] = {}
        # Of words that match at one place the one of more characters reaches farther, spaces or none.
        for pieces in sorted(word_of, key=lambda pieces: -sum(map(len, pieces))):
            for beginning in _beginnings(pieces):
                forms.setdefault(beginning, []).append((pieces, word_of[pieces]))
        single = {beginning: found for beginning, found in forms.items() if len(beginning) == 1}
        for beginning, found in forms.items():
            if len(beginning) > 1:
                found += single.get(beginning[0], ())
        return forms

    @cached_property
    def _first(self) -> re.Pattern[str]:
        first = re.escape("".join({form[0]: None for form in self._forms}))
        return re.compile(f"[{first}]" if first else "(?!)")


def _pieces(word: str) -> tuple[str, ...]:
    """Return the pieces of a word between which a space may stand or not."""
    return tuple(_SEAM.sub(" ", " ".join(fold(word).split())).split(" "))


def _beginnings(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Return with what two characters the pieces may begin, or one."""
    first = pieces[0]
    if len(first) > 1 or len(pieces) == 1:
        return (first[:2],)
    return first + " ", first + pieces[1][0]


def _end(folded: str, start: int, pieces: tuple[str, ...]) -> int:
    """Return where the pieces end that stand at a place, 0 where they do not stand there."""
    end = start
    for piece in pieces:
        end += end > start and folded.startswith(" ", end)
        if not folded.startswith(piece, end):
            return 0
        end += len(piece)
    return end


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether no Latin word or number that begins or ends the stretch goes on beyond it."""
    before = start and _is_letter(text[start]) and _is_letter(text[start - 1])
    after = end < len(text) and _is_letter(text[end - 1]) and _is_letter(text[end])
    return not before and not after


def _is_letter(character: str) -> bool:
    return character in _LETTERS
