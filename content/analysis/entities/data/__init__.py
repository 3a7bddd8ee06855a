"""What is judged about names: lists of words in TOML, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words_of(file: str, *keys: str) -> frozenset[str]:
    """Return a list of words, as `words_of("people", "titles", "before")`; KeyError where there is none."""
    return frozenset(ordered(file, *keys))


@cache
def ordered(file: str, *keys: str) -> tuple[str, ...]:
    """Return a list of words in the order of the file. Raises KeyError where there is none."""
    found: Any = _table(file)
    for key in keys:
        found = found[key]
    return tuple(str(found).split())


@cache
def _table(file: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"{file}.toml").read_text(encoding="utf-8"))
