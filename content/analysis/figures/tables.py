"""The judged tables beside this module, each read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


_ROOMS = {"cues": "checks"}


@cache
def table(name: str) -> dict[str, Any]:
    """Return the table of a name: units, words, hedges, measures, phrases, region, cues of the checks."""
    room = _ROOMS.get(name, "figures")
    path = Path(__file__).parents[1] / room / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(name: str, *keys: str) -> tuple[str, ...]:
    """Return the words of an entry, which stand there between spaces."""
    entry: Any = table(name)
    for key in keys:
        entry = entry[key]
    return tuple(entry.split())


def any_of(literals: Iterable[str]) -> str:
    """Return a pattern of any of some words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(set(literals), key=lambda word: (-len(word), word))))})"
