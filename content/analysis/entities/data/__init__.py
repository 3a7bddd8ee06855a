"""What is judged about names: lists of words in TOML, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from content.analysis.word_lists import read_words


@cache
def words_of(file: str, *keys: str) -> frozenset[str]:
    """Return a list of words, as `words_of("people", "titles", "before")`; KeyError where there is none."""
    return frozenset(ordered(file, *keys))


@cache
def ordered(file: str, *keys: str) -> tuple[str, ...]:
    """Return a list of words in the order of the file. Raises KeyError where there is none."""
    return read_words(Path(__file__).parent / f"{file}.toml", *keys)
