"""What is judged by hand: lists of words in TOML beside the rules, read once, and patterns of them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@cache
def read_table(path: Path) -> dict[str, Any]:
    """Return a table; the file is read once. Raises OSError, tomllib.TOMLDecodeError."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def read_words(path: Path, *keys: str) -> tuple[str, ...]:
    """Return an entry's words in the order of the file, where they stand as a list or between spaces.

    Raises KeyError where there is no such entry.
    """
    entry: Any = read_table(path)
    for key in keys:
        entry = entry[key]
    return tuple(entry.split() if isinstance(entry, str) else entry)


def any_of(literals: Iterable[str]) -> str:
    """Return a pattern of any of some words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(set(literals), key=lambda word: (-len(word), word))))})"
