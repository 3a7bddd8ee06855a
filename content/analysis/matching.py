"""Many words at once: the longest one at each place, whatever its script, case, width and spacing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What goes on with a Latin word or a number: such a word is found whole or not at all.
_LETTER = "0-9a-z_\u00df-\u00f6\u00f8-\u024f"
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
        word_of = self._word_of
        for match in self._pattern.finditer(folded):
            word = word_of[match[0].replace(" ", "")]
            if word is None:
                continue
            start, end = match.span()
            if word in self._as_written and text[start:end] not in self._as_written[word]:
                continue
            yield start, end, word

    @cached_property
    def _word_of(self) -> dict[str, str | None]:
        words: dict[str, str | None] = {}
        for word in self.words:
            words.setdefault(_key(word), word)
        return {_key(word): None for word in self.exceptions} | words

    @cached_property
    def _as_written(self) -> dict[str, frozenset[str]]:
        short = (word for word in self.words if word.isascii() and word.isalpha() and len(word) <= _SHORT)
        return {word: frozenset((word, word.upper())) for word in short}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """One alternation, by first character, then by length: the engine skips to first characters fast."""
        by_first: dict[str, set[str]] = {}
        for word in (*self.words, *self.exceptions):
            spaced = _SEAM.sub(" ", " ".join(fold(word).split()))
            by_first.setdefault(spaced[0], set()).add(spaced)
        branches = (_branch(first, words) for first, words in sorted(by_first.items()))
        return re.compile("|".join(branches) or "(?!)")


def _branch(first: str, words: Iterable[str]) -> str:
    rests = (
        re.escape(word[1:]).replace(r"\ ", " ?") + (f"(?![{_LETTER}])" if _is_letter(word[-1]) else "")
        for word in sorted(words, key=lambda word: (-len(word), word))
    )
    # The boundary stands after the character it guards, so that the pattern still begins with a literal.
    guard = f"(?<![{_LETTER}]{re.escape(first)})" if _is_letter(first) else ""
    return f"{re.escape(first)}{guard}(?:{'|'.join(rests)})"


def _is_letter(character: str) -> bool:
    return re.match(f"[{_LETTER}]", character) is not None


def _key(word: str) -> str:
    return "".join(fold(word).split())
