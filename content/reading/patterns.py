"""The judged data of reading, from TOML files: words and shapes, asked for by table and key."""

from __future__ import annotations

import re
import tomllib
from functools import cache, reduce
from operator import getitem
from pathlib import Path
from typing import Any

_APART = {"pages": "html/pages.toml"}
"""The tables that only some formats need, and their files; all others stand in `patterns.toml`."""


@cache
def _file(name: str) -> Any:
    return tomllib.loads(Path(__file__).parent.joinpath(name).read_text(encoding="utf-8"))


def _table(name: str) -> Any:
    return reduce(getitem, name.split("."), _file(_APART.get(name, "patterns.toml")))


@cache
def words(table: str, key: str) -> frozenset[str]:
    """Return a list of words as a set."""
    return frozenset(_table(table)[key])


def listed(table: str, key: str) -> tuple[str, ...]:
    """Return a list of words in its order."""
    return tuple(_table(table)[key])


def text(table: str, key: str) -> str:
    """Return a single text."""
    return str(_table(table)[key])


@cache
def one_of(table: str, key: str) -> str:
    """Return a group of a regular expression that matches any word of a list, the longest first."""
    longest_first = sorted(words(table, key), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


@cache
def shape(table: str, key: str) -> re.Pattern[str]:
    """Return the expression, or any of the list of expressions, under a key; meant for a whole line.

    A literal space in it stands for any run of blanks, or none.
    """
    stored = _table(table)[key]
    expressions = [stored] if isinstance(stored, str) else stored
    return re.compile(
        "|".join("(?:" + each.replace(" ", r"\s*") + ")" for each in expressions), re.IGNORECASE
    )
