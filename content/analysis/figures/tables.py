"""The judged tables of figures and of their checks."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from content.analysis.word_lists import read_table, read_words

_ROOMS = {"cues": "checks"}


@cache
def table(name: str) -> dict[str, Any]:
    """Return the table of a name: units, words, hedges, measures, phrases, region, cues of the checks."""
    return read_table(_path(name))


@cache
def words(name: str, *keys: str) -> tuple[str, ...]:
    """Return the words of an entry."""
    return read_words(_path(name), *keys)


def _path(name: str) -> Path:
    return Path(__file__).parents[1] / _ROOMS.get(name, "figures") / f"{name}.toml"
